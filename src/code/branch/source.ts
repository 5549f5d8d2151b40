import { kinds, type Tokens } from '../token/tokens';

const operators = new Set([
  '===',
  '!==',
  '==',
  '!=',
  '<=',
  '>=',
  '&&',
  '||',
  '??',
  '?.',
  '=>',
  '->',
  ':=',
  '?:',
  '::',
  '&.',
  '<-',
  '+=',
  '-=',
  '.',
  '=',
  '!',
  '?',
  ':',
  ';',
  ',',
  '<',
  '>',
  '+',
  '-',
  '*',
  '/',
  '%',
  '|',
  '&',
  '@',
]);
const longestOperator = 3;

/** How a language marks the code below a condition. */
type Blocks = 'braces' | 'indentation';

const indented = new Set(['python', 'ruby']);

/** Looks around in tokens. Positions are token numbers; -1 and `count` are outside. */
export class Source {
  readonly blocks: Blocks;

  constructor(
    readonly tokens: Tokens,
    readonly language: string,
  ) {
    this.blocks = indented.has(language) ? 'indentation' : 'braces';
  }

  get count(): number {
    return this.tokens.count;
  }

  kindOf(token: number): number {
    return token >= 0 && token < this.count ? (this.tokens.kind[token] ?? 0) : 0;
  }

  parentOf(token: number): number {
    return this.tokens.parent[token] ?? -1;
  }

  /** The other end of a pair; undefined where nothing closes it. */
  matchOf(token: number): number | undefined {
    const match = this.tokens.match[token] ?? -1;
    return match < 0 ? undefined : match;
  }

  /** The column of the first token of a line; undefined for all others. */
  columnOf(token: number): number | undefined {
    const column = this.tokens.column[token] ?? -1;
    return column < 0 ? undefined : column;
  }

  textOf(token: number): string {
    return this.tokens.textOf(token);
  }

  isWord(token: number, words: ReadonlySet<string> | string): boolean {
    if (this.kindOf(token) !== kinds.word) return false;
    const text = this.textOf(token);
    return typeof words === 'string' ? text === words : words.has(text);
  }

  /** A bracket, as code has it: `(`. */
  isBracket(token: number, bracket: string): boolean {
    const kind = this.kindOf(token);
    return (kind === kinds.open || kind === kinds.close) && this.textOf(token) === bracket;
  }

  /** The operator that begins with this token, the longest there is; empty when none does. */
  operatorAt(token: number): string {
    for (let length = longestOperator; length > 0; length--) {
      const text = this.#joined(token, length);
      if (operators.has(text)) return text;
    }
    return '';
  }

  /** The operator that ends with this token. */
  operatorUpTo(token: number): string {
    for (let length = longestOperator; length > 0; length--) {
      const text = this.#joined(token - length + 1, length);
      if (operators.has(text)) return text;
    }
    return '';
  }

  /** What stands behind this token on its own level: brackets and elements are passed over as one. */
  after(token: number): number {
    const kind = this.kindOf(token);
    if (kind === kinds.tag) return this.elementEnd(token) + 1;
    if (kind === kinds.open || kind === kinds.head) return (this.matchOf(token) ?? token) + 1;
    return token + 1;
  }

  before(token: number): number {
    const kind = this.kindOf(token - 1);
    if (kind === kinds.close || kind === kinds.tail) return this.matchOf(token - 1) ?? token - 1;
    return token - 1;
  }

  /** The last token of the element that begins with this tag. */
  elementEnd(tag: number): number {
    let depth = 0;
    for (let at = tag; at < this.count; at++) {
      const kind = this.kindOf(at);
      if (kind === kinds.tag) depth++;
      else if (kind === kinds.endTag) depth--;
      else if (kind === kinds.tagEnd && this.textOf(at).startsWith('/')) depth--;
      else continue;
      if (depth === 0) return at;
    }
    return this.matchOf(tag) ?? tag;
  }

  /** Where the bracket around the token ends; the end of the file at the top. */
  endOfLevel(token: number): number {
    const parent = this.parentOf(token);
    return parent < 0 ? this.count : (this.matchOf(parent) ?? this.count);
  }

  /** The token at an offset of the text. */
  tokenAt(offset: number): number | undefined {
    const at = this.tokens.tokenAt(offset);
    return at < 0 ? undefined : at;
  }

  /** The first token that begins behind an offset. */
  tokenBehind(offset: number): number {
    return this.tokens.tokenBehind(offset);
  }

  /** Whether a statement ends before this token: a line begins that does not go on with the one above. */
  beginsStatement(token: number): boolean {
    if (this.columnOf(token) === undefined) return false;
    const parent = this.parentOf(token);
    if (this.isBracket(parent, '(') || this.isBracket(parent, '[')) return false;
    return (
      !continuing.has(this.operatorAt(token)) && !this.isWord(token, joining) && !this.#goesOn(token - 1)
    );
  }

  #goesOn(token: number): boolean {
    return goingOn.has(this.operatorUpTo(token)) || this.isWord(token, joining);
  }

  #joined(from: number, length: number): string {
    let text = '';
    for (let at = from; at < from + length; at++) {
      if (this.kindOf(at) !== kinds.other) return '';
      if (at > from && this.tokens.start[at] !== this.tokens.end[at - 1]) return '';
      text += this.textOf(at);
    }
    return text;
  }
}

const joining = new Set(['and', 'or', 'not', 'is', 'in']);
/** Between two operands, whichever line they stand on. */
const between = ['&&', '||', '??', '?', ':', '.', '?.', '?:', '===', '!==', '==', '!=', '->', '=>'];
/** A line that begins with one goes on with the line above. */
const continuing = new Set([...between, '&.']);
/** A line that ends with one goes on in the next. */
const goingOn = new Set([...between, '=', ':=', ',', '!', '+']);
