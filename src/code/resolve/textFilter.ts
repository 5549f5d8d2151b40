/** Parts of the words that PostHog, flags and experiments are called by; a document without any is spared. */
const words = ['hog', 'lag', 'feature', 'experiment'];
const hasWord = new RegExp(words.join('|'), 'i');
/** Whatever is called so may have to do with flags, once the document has. */
const flagWords = ['hog', 'flag', 'featur', 'xperim', 'snap', 'evaluations'];

/**
 * Tells in a moment what of a text is worth a look: a native search for certain words, and for a quote with the first
 * characters of a key behind it. Only where it finds such a quote the whole string is looked at, so that many keys cost
 * no more than a few.
 */
export class TextFilter {
  readonly #quick: RegExp;
  readonly #all: RegExp;

  /** @param names that a document which matters may have without any of the words */
  constructor(
    private readonly keys: ReadonlySet<string>,
    names: Iterable<string>,
  ) {
    const others = [...names].filter((name) => name.length > 1 && !hasWord.test(name)).map(escape);
    const begins = beginsOf(keys);
    this.#quick = new RegExp(`(${[...words, ...others].join('|')})|${begins}`, 'gi');
    this.#all = new RegExp(`(${flagWords.join('|')})|${begins}`, 'gi');
  }

  /** Whether a word or a key stands in the text. */
  mayMatter(text: string): boolean {
    return this.#find(this.#quick, text, 0) >= 0;
  }

  /** Where words stand that may have to do with flags, and where strings begin that are keys. */
  placesIn(text: string): readonly number[] {
    const places: number[] = [];
    for (let at = this.#find(this.#all, text, 0); at >= 0; at = this.#find(this.#all, text, at + 1))
      places.push(at);
    return places;
  }

  /** The first word, or key behind a quote, that stands at `from` or further on; -1 when there is none. */
  #find(pattern: RegExp, text: string, from: number): number {
    pattern.lastIndex = from;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      if (match[1] !== undefined) return match.index;
      const start = match.index + 1;
      if (this.keys.has(text.slice(start, endOfKey(text, start)))) return start;
      pattern.lastIndex = start;
    }
    return -1;
  }
}

/** A quote and the first characters of any of the keys, as the source of an expression. */
function beginsOf(keys: ReadonlySet<string>): string {
  const heads = new Map<string, Set<string>>();
  for (const key of keys) {
    const [first, second] = [key.slice(0, 1), key.slice(1, 3)];
    const rest = heads.get(first) ?? new Set<string>();
    heads.set(first, rest.add(second));
  }
  const tree = [...heads].map(([first, rest]) => `${escape(first)}(?:${[...rest].map(escape).join('|')})`);
  return heads.size === 0 ? '(?!)' : `["'\`:](?:${tree.join('|')})`;
}

const keyCharacters = /[\w.:/$@-]*/y;

function endOfKey(text: string, from: number): number {
  keyCharacters.lastIndex = from;
  keyCharacters.test(text);
  return Math.max(from, keyCharacters.lastIndex);
}

function escape(text: string): string {
  return text.replace(/[^\w]/g, '\\$&');
}
