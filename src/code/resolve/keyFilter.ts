/**
 * Tells in a moment that no string of a text is one of many keys: a native search for a quote with the first characters
 * of a key behind it, and only then a look at the whole string.
 */
export class KeyFilter {
  readonly #begins: RegExp;

  constructor(private readonly keys: ReadonlySet<string>) {
    const heads = new Map<string, Set<string>>();
    for (const key of keys) {
      const [first, second] = [key.slice(0, 1), key.slice(1, 3)];
      const rest = heads.get(first) ?? new Set<string>();
      heads.set(first, rest.add(second));
    }
    const tree = [...heads].map(([first, rest]) => `${escape(first)}(?:${[...rest].map(escape).join('|')})`);
    this.#begins = new RegExp(`["'\`:](?:${tree.join('|')})`, 'g');
  }

  mayHold(text: string): boolean {
    return this.#find(text, 0) >= 0;
  }

  /** Where strings begin that are keys. */
  placesIn(text: string): readonly number[] {
    const places: number[] = [];
    for (let at = this.#find(text, 0); at >= 0; at = this.#find(text, at)) places.push(at);
    return places;
  }

  /** The first key behind a quote that stands at `from` or further on; -1 when there is none. */
  #find(text: string, from: number): number {
    const begins = this.#begins;
    begins.lastIndex = from;
    for (let match = begins.exec(text); match; match = begins.exec(text)) {
      const start = match.index + 1;
      if (this.keys.has(text.slice(start, endOfKey(text, start)))) return start;
      begins.lastIndex = start;
    }
    return -1;
  }
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
