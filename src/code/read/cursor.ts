import type { Language } from '../language/language';
import { kinds, type Tokens } from '../token/tokens';

/** Questions about single tokens. A number outside the text is a token of no kind. */
export class Cursor {
  readonly text: string;

  constructor(
    readonly tokens: Tokens,
    readonly language: Language,
  ) {
    this.text = tokens.text;
  }

  kind(token: number): number {
    return token >= 0 && token < this.tokens.count ? (this.tokens.kind[token] ?? 0) : 0;
  }

  /** Whether the token is this punctuation or bracket. */
  is(token: number, char: string): boolean {
    // The comparison that mostly fails comes first: this is asked more often than anything else.
    if (this.tokens.hash[token] !== char.charCodeAt(0)) return false;
    const kind = this.kind(token);
    return kind === kinds.other || kind === kinds.open || kind === kinds.close;
  }

  /** Whether `second` follows `first` at this token without a space: `=>`, `::`, `->`. */
  isPair(token: number, first: string, second: string): boolean {
    return this.is(token, first) && this.is(token + 1, second) && this.start(token + 1) === this.end(token);
  }

  isWord(token: number): boolean {
    return this.kind(token) === kinds.word;
  }

  start(token: number): number {
    return this.tokens.start[token] ?? this.text.length;
  }

  end(token: number): number {
    return this.tokens.end[token] ?? this.text.length;
  }

  match(token: number): number {
    return this.tokens.match[token] ?? -1;
  }

  parent(token: number): number {
    return this.tokens.parent[token] ?? -1;
  }

  /** Whether the token is the first of its line. */
  isFirstOfLine(token: number): boolean {
    return (this.tokens.column[token] ?? -1) >= 0;
  }

  word(token: number): string {
    return this.isWord(token) ? this.tokens.textOf(token) : '';
  }

  /** The token behind this one and all that it opens. */
  behind(token: number): number {
    const kind = this.kind(token);
    const match = kind === kinds.open || kind === kinds.head || kind === kinds.tag ? this.match(token) : -1;
    return (match > token ? match : token) + 1;
  }

  /** The next of these characters that stands in the same bracket as `from`, in [from, to). */
  findBeside(from: number, to: number, chars: string, maxSteps = 400): number {
    let at = from;
    for (let steps = 0; at < to && steps < maxSteps; steps++) {
      const kind = this.kind(at);
      const isSign = kind === kinds.other || kind === kinds.open || kind === kinds.close;
      if (isSign && chars.includes(String.fromCharCode(this.tokens.hash[at] ?? 0))) return at;
      at = this.behind(at);
    }
    return -1;
  }
}
