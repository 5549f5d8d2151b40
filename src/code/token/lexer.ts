import { classes, isWideSpace } from './characters';
import { passComment } from './comment';
import { compile, type Compiled } from './compiled';
import { endOfNumber } from './number';
import { lexElement } from './jsx';
import type { Lexicon } from './lexicon';
import { skipPattern } from './pattern';
import { lexString } from './string';
import { kinds, type Tokens } from './tokens';

/** Deeper nesting of strings in strings, or of markup in code, is read as plain characters. */
const maxDepth = 60;
const closingBrace = 125;
/** As few tokens as let reading begin again close to any place, and as many as make the lines cost nothing. */
const tokensBetween = 50;

/**
 * Reads text into tokens, from left to right, each character a bounded number of times. Nothing that is half typed or
 * no code at all makes it fail: what is not understood becomes punctuation.
 */
export class Lexer {
  readonly text: string;
  at = 0;
  depth = 0;
  /** The innermost open bracket. */
  parent = -1;
  lineStart = 0;
  isLineFresh = true;
  /** For each form of string: up to where a look for its end found none. */
  readonly unclosed = new Map<object, number>();
  /** Asked at each line that begins outside of strings and elements: whether the rest need not be read. */
  isEnough: (() => boolean) | undefined;

  constructor(readonly tokens: Tokens) {
    this.text = tokens.text;
  }

  /**
   * Reads code up to `to`, or behind the closing brace, bracket or parenthesis that nothing in it opened. Brackets inside
   * `base` may be open before.
   */
  code(lexicon: Lexicon, to: number, closer = 0, base = this.parent): boolean {
    const compiled = compile(lexicon);
    /** How many brackets of each form are open: the codes of a pair share all but their lowest bits. */
    const open = [0, 0, 0, 0];
    const { text, tokens } = this;
    for (let at = this.parent; at !== base; at = tokens.parent[at] ?? -1) {
      const form = (tokens.hash[at] ?? 0) >> 5;
      open[form] = (open[form] ?? 0) + 1;
    }
    const table = compiled.classes;
    while (this.at < to) {
      const code = text.charCodeAt(this.at);
      const kind = code < 128 ? table[code] : isWideSpace(code) ? classes.space : classes.letter;
      switch (kind) {
        case classes.space:
          this.at++;
          break;
        case classes.line:
          this.passLine();
          if (this.depth > 0) break;
          if (this.isEnough?.() === true) return false;
          if (tokens.count >= this.#noted + tokensBetween) this.#noteLine();
          break;
        case classes.letter:
          if (code < 128 && compiled.strings[code] && this.#string(compiled, code, to)) break;
          this.#word(compiled, to);
          break;
        case classes.digit:
          this.add(kinds.number, this.at, (this.at = endOfNumber(text, this.at, to)));
          break;
        case classes.open:
          this.parent = this.add(kinds.open, this.at, this.at + 1, code);
          open[code >> 5] = (open[code >> 5] ?? 0) + 1;
          this.at++;
          break;
        case classes.close:
          if ((open[code >> 5] ?? 0) > 0) {
            this.#close(code, open);
          } else if (code === closer) {
            this.parent = base;
            return true;
          } else {
            this.add(kinds.close, this.at, this.at + 1, code);
          }
          this.at++;
          break;
        case classes.special:
          if (this.#string(compiled, code, to) || passComment(this, compiled, code, to)) break;
          if (code === 47 && compiled.lexicon.hasSlashPatterns && skipPattern(this, compiled, to)) break;
          if (code === 60 && compiled.lexicon.hasJsx && this.#element(compiled, to)) break;
          if (code === 10) this.passLine();
          else if (lexicon.end?.charCodeAt(0) === code && text.startsWith(lexicon.end, this.at)) {
            this.parent = base;
            return true;
          } else this.#punctuation(code);
          break;
        default:
          this.#punctuation(code);
      }
    }
    this.parent = base;
    return false;
  }

  /** Text below the line that is read: where it begins and ends. */
  #belowFrom = -1;
  #belowEnd = 0;

  /** Has the lines below this one passed over, through the `label` that one of them begins with. */
  passBelow(label: string, to: number): void {
    const { text, at } = this;
    // Several on a line stand one after the other.
    const isNext = this.#belowFrom > at;
    if (!isNext) this.#belowFrom = text.indexOf('\n', at) + 1 || text.length;
    const line = new RegExp(`^[ \\t]*${label}\\b`, 'gm');
    line.lastIndex = isNext ? this.#belowEnd : this.#belowFrom;
    this.#belowEnd = Math.min(to, line.test(text) ? line.lastIndex : to);
  }

  #noted = 0;

  #noteLine(): void {
    this.#noted = this.tokens.count;
    this.tokens.lines.push(this.at, this.tokens.count, this.parent);
  }

  passLine(): void {
    this.at++;
    this.lineStart = this.at;
    if (this.at === this.#belowFrom) {
      this.passLines(this.at, this.#belowEnd);
      this.at = this.#belowEnd;
    }
    this.isLineFresh = true;
  }

  /** Notes the lines of what was passed over as one piece. */
  passLines(from: number, to: number): void {
    // `lastIndexOf` would look on before `from`: square time in a long line.
    let line = to - 1;
    while (line >= from && this.text.charCodeAt(line) !== 10) line--;
    if (line < from) return;
    this.lineStart = line + 1;
    this.isLineFresh = true;
  }

  add(kind: number, start: number, end: number, hash = 0, from = start, to = end): number {
    const token = this.tokens.add(kind, start, end, from, to, this.parent, hash);
    if (this.isLineFresh) {
      this.tokens.column[token] = start - this.lineStart;
      this.isLineFresh = false;
    }
    return token;
  }

  /** Whether an operand ends with the last token, so that `/` divides and `<` compares. */
  endsOperand(compiled: Compiled): boolean {
    const { tokens } = this;
    const last = tokens.count - 1;
    if (last < 0) return false;
    switch (tokens.kind[last]) {
      case kinds.word:
        return (
          !compiled.operators.has(tokens.hash[last] ?? 0) ||
          this.text.charCodeAt((tokens.start[last] ?? 0) - 1) === 46
        );
      case kinds.text:
      case kinds.number:
      case kinds.tail:
      case kinds.tagEnd:
      case kinds.endTag:
        return true;
      case kinds.close:
        return tokens.hash[last] !== closingBrace;
      default:
        return false;
    }
  }

  #close(code: number, open: number[]): void {
    const { tokens } = this;
    for (;;) {
      const top = this.parent;
      const form = (tokens.hash[top] ?? 0) >> 5;
      this.parent = tokens.parent[top] ?? -1;
      open[form] = (open[form] ?? 0) - 1;
      if (form !== code >> 5) continue;
      tokens.pair(top, this.add(kinds.close, this.at, this.at + 1, code));
      return;
    }
  }

  #word({ classes: table, wordEnds }: Compiled, to: number): void {
    const { text } = this;
    const start = this.at;
    let hash = 0;
    let at = start;
    for (; at < to; at++) {
      const code = text.charCodeAt(at);
      if (code < 128) {
        const kind = table[code];
        if (kind !== classes.letter && kind !== classes.digit) break;
      } else if (isWideSpace(code)) break;
      hash = (Math.imul(hash, 31) + code) | 0;
    }
    if (wordEnds !== '' && at < to && wordEnds.includes(text.charAt(at)) && text[at + 1] !== '=') {
      hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
      at++;
    }
    this.at = at;
    this.add(kinds.word, start, at, hash);
  }

  #string(compiled: Compiled, code: number, to: number): boolean {
    const forms = compiled.strings[code];
    if (!forms) return false;
    for (const form of forms) {
      if (lexString(this, compiled, form, to)) return true;
    }
    return false;
  }

  #element(compiled: Compiled, to: number): boolean {
    if (this.depth >= maxDepth || this.endsOperand(compiled)) return false;
    this.depth++;
    const isElement = lexElement(this, compiled.lexicon, to);
    this.depth--;
    return isElement;
  }

  /** Whether strings with holes may still nest. */
  get mayNest(): boolean {
    return this.depth < maxDepth;
  }

  #punctuation(code: number): void {
    this.add(kinds.other, this.at, this.at + 1, code);
    this.at++;
  }
}
