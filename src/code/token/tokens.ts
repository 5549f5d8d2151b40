/** What a token is. Plain numbers, because there are tens of thousands of them and each is looked at several times. */
export const kinds = {
  /** A name or a keyword, with `$`, `@`, `?` where the language has them in names; the name of an attribute. */
  word: 1,
  /** A string without holes. */
  text: 2,
  /** `(`, `[`, `{`, and what begins code in markup: `{{`, `<%`, the quote of a bound attribute. */
  open: 3,
  close: 4,
  /** One character of punctuation. */
  other: 5,
  number: 6,
  /** The text of a string before its first hole, between two, and after the last. */
  head: 7,
  middle: 8,
  tail: 9,
  /** `<Name` of an opening tag, its `>` or `/>`, and a whole closing tag. */
  tag: 10,
  tagEnd: 11,
  endTag: 12,
} as const;

/** The fields of a line in {@link Tokens.lines}: where it begins, how many tokens are before it, the innermost open bracket. */
export const lineFields = { place: 0, count: 1, parent: 2, length: 3 } as const;

const firstCapacity = 64;
const dense = ['kind', 'start', 'end', 'from', 'to', 'parent', 'hash'] as const;
/** What few tokens have: -1 for the others, also behind the last. */
const sparse = ['match', 'column'] as const;
const columns = [...dense, ...sparse] as const;

/**
 * The tokens of one text, as columns of numbers. Comments are left out. `from` and `to` bound what is between the
 * quotes of a string, the name of a tag, and the token itself otherwise.
 */
export class Tokens {
  count = 0;
  kind: Uint8Array;
  start: Int32Array;
  end: Int32Array;
  from: Int32Array;
  to: Int32Array;
  /** The other bracket of a pair, the tail of a head, the end of a tag, and the reverse; -1 where there is none. */
  match: Int32Array;
  /** The innermost open bracket, head or tag around the token, -1 at the top. */
  parent: Int32Array;
  /** Columns from the line's start for the first token of a line, -1 for the others. */
  column: Int32Array;
  /** Of some lines that begin outside of strings, comments and elements, one after the other, see {@link lineFields}. */
  lines: number[] = [];
  /** Of words: a hash of their characters, see {@link hashOf}; of punctuation: the character. */
  hash: Int32Array;

  constructor(
    public text: string,
    capacity = firstCapacity,
  ) {
    this.kind = new Uint8Array(capacity);
    [this.start, this.end, this.from, this.to] = [
      column(capacity),
      column(capacity),
      column(capacity),
      column(capacity),
    ];
    [this.parent, this.hash] = [column(capacity), column(capacity)];
    [this.match, this.column] = [column(capacity).fill(-1), column(capacity).fill(-1)];
  }

  /** Forgets all tokens, for those of another text in the same columns. */
  restart(text: string): void {
    this.text = text;
    this.#used = Math.max(this.#used, this.count);
    this.count = 0;
    this.lines = [];
    for (const name of sparse) this[name].fill(-1, 0, this.#used);
  }

  /** Adds copies of another text's tokens, as they are there, from `first` to before `end`. */
  addCopies(of: Tokens, first: number, end: number): void {
    while (this.kind.length < this.count + end - first) this.#grow();
    for (const name of columns) this[name].set(of[name].subarray(first, end), this.count);
    this.count += end - first;
  }

  /** Clears what is left of the tokens before {@link restart}: who looks behind the last token must find nothing. */
  clearRest(): void {
    for (const name of dense) this[name].fill(0, this.count, Math.max(this.#used, this.count));
    this.#used = this.count;
  }

  #used = 0;

  /** Adds a token and returns its number. */
  add(
    kind: number,
    start: number,
    end: number,
    from: number,
    to: number,
    parent: number,
    hash: number,
  ): number {
    const token = this.count++;
    if (token === this.kind.length) this.#grow();
    this.kind[token] = kind;
    this.start[token] = start;
    this.end[token] = end;
    this.from[token] = from;
    this.to[token] = to;
    this.parent[token] = parent;
    this.hash[token] = hash;
    return token;
  }

  pair(open: number, close: number): void {
    this.match[open] = close;
    this.match[close] = open;
  }

  /** The token that an offset of the text stands in; -1 where there is none. */
  tokenAt(offset: number): number {
    const at = this.tokenBehind(offset) - 1;
    return at >= 0 && (this.end[at] ?? 0) > offset ? at : -1;
  }

  /** The first token that begins behind an offset. */
  tokenBehind(offset: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.start[middle] ?? 0) > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** The source of a token, of a string without its quotes. */
  textOf(token: number): string {
    return this.text.slice(this.from[token], this.to[token]);
  }

  #grow(): void {
    const size = this.kind.length * 2;
    const kind = new Uint8Array(size);
    kind.set(this.kind);
    this.kind = kind;
    for (const name of columns) {
      if (name === 'kind') continue;
      const grown = column(size);
      grown.set(this[name]);
      this[name] = grown;
    }
    for (const name of sparse) this[name].fill(-1, size / 2);
  }
}

function column(size: number): Int32Array {
  return new Int32Array(size);
}

/** The hash of a word, as the tokenizer computes it on its way. */
export function hashOf(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at++) hash = (Math.imul(hash, 31) + word.charCodeAt(at)) | 0;
  return hash;
}
