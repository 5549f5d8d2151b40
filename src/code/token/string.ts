import { lexMarkup } from './markup';
import type { Compiled } from './compiled';
import type { Lexer } from './lexer';
import type { StringForm } from './lexicon';
import { markupOf } from '../language/markups';
import { kinds } from './tokens';

const closers: Readonly<Record<string, number>> = { '{': 125, '(': 41, '[': 93 };
const openers: Readonly<Record<string, number>> = { '}': 123, ')': 40, ']': 91, '>': 60 };
const name = /[A-Za-z_]\w*(?:(?:\.|->|\?\.)[A-Za-z_]\w*)*/y;

/** Reads one string of this form where it begins here. False when it does not, or when nothing closes it on its line. */
export function lexString(lexer: Lexer, compiled: Compiled, form: StringForm, to: number): boolean {
  const { text, at } = lexer;
  let close: string;
  let from: number;
  if (typeof form.open === 'string') {
    if (!text.startsWith(form.open, at)) return false;
    close = form.close as string;
    from = at + form.open.length;
  } else {
    form.open.lastIndex = at;
    const match = form.open.exec(text);
    if (!match) return false;
    close = typeof form.close === 'string' ? form.close : form.close(match);
    from = at + match[0].length;
  }
  if (form.isBelow || close === '') {
    lexer.add(kinds.number, at, from);
    lexer.at = from;
    if (form.isBelow) lexer.passBelow(close, to);
    return true;
  }
  // Looking again for what is known not to come takes square time.
  if (at < (lexer.unclosed.get(form) ?? 0)) return false;
  const { hole, hasNamedHoles } = form;
  const reader = new StringReader(text, form, close, to);
  const first = reader.next(from);
  if (first.end < 0) {
    if (!form.isMultiline) {
      lexer.unclosed.set(form, first.stop);
      return false;
    }
    first.end = to;
  }
  if (form.isList) {
    lexList(lexer, at, from, first.end, Math.min(to, first.end + close.length));
    return true;
  }
  if (first.isHole && (hole !== undefined || hasNamedHoles) && lexer.mayNest) {
    lexHoles(lexer, compiled, form, reader, at, from, first.end);
    return true;
  }
  if (form.markup !== undefined) {
    lexer.at = from;
    lexMarkup(lexer, markupOf(form.markup), first.isHole ? from : first.end);
    lexer.at = Math.min(to, first.end + close.length);
    return true;
  }
  const end = first.isHole ? reader.last(first.end) : first.end;
  const behind = Math.min(to, end + close.length);
  if (form.isOpaque) lexer.add(kinds.number, at, behind);
  else lexer.add(kinds.text, at, behind, 0, from, end);
  lexer.at = behind;
  if (form.isMultiline) passLines(lexer, at, behind);
  return true;
}

/** What follows on the last line of a string of several lines is not the first of its line. */
function passLines(lexer: Lexer, from: number, to: number): void {
  lexer.passLines(from, to);
  lexer.isLineFresh = false;
}

/** Words between `from` and `end` as the elements of a list; a letter behind its end says what they are made. */
function lexList(lexer: Lexer, start: number, from: number, end: number, behind: number): void {
  const { text, tokens } = lexer;
  const outer = lexer.parent;
  const open = lexer.add(kinds.open, start, from, 91);
  lexer.parent = open;
  const item = /\S+/g;
  item.lastIndex = from;
  for (let match = item.exec(text), last = -1; match && match.index < end; match = item.exec(text)) {
    const to = Math.min(end, item.lastIndex);
    if (last >= 0) lexer.add(kinds.other, last, last + 1, 44);
    lexer.add(match[0].includes('#{') ? kinds.number : kinds.text, match.index, to);
    last = to;
  }
  lexer.parent = outer;
  lexer.at = /[a-z]/.test(text.charAt(behind)) ? behind + 1 : behind;
  tokens.pair(open, lexer.add(kinds.close, end, lexer.at, 93));
  passLines(lexer, start, lexer.at);
}

function lexHoles(
  lexer: Lexer,
  compiled: Compiled,
  form: StringForm,
  reader: StringReader,
  start: number,
  from: number,
  firstHole: number,
): void {
  const { text, tokens } = lexer;
  const { hole } = form;
  const outer = lexer.parent;
  const head = lexer.add(kinds.head, start, firstHole, 0, from, firstHole);
  lexer.parent = head;
  lexer.depth++;
  let at = firstHole;
  for (;;) {
    const isBraced = hole !== undefined && text.startsWith(hole, at);
    if (isBraced) {
      lexer.at = at + hole.length;
      lexer.code(compiled.lexicon, reader.to, closers[hole.at(-1) ?? ''] ?? 125);
      lexer.at = Math.min(reader.to, lexer.at + 1);
    } else {
      lexer.at = at + 1;
      name.lastIndex = lexer.at;
      const end = name.test(text) ? Math.min(name.lastIndex, reader.to) : lexer.at;
      lexer.code(namedHole, end);
    }
    const part = lexer.at;
    const next = reader.next(part);
    const end = next.end < 0 ? (form.isMultiline ? reader.to : next.stop) : next.end;
    if (next.isHole) {
      lexer.add(kinds.middle, part, end, 0, part, end);
      at = end;
      continue;
    }
    lexer.parent = outer;
    const behind = Math.min(reader.to, next.end < 0 ? end : end + reader.close.length);
    tokens.pair(head, lexer.add(kinds.tail, part, behind, 0, part, end));
    lexer.at = behind;
    lexer.depth--;
    if (form.isMultiline) passLines(lexer, start, behind);
    return;
  }
}

/** Between `$` and the end of `$name` there are names and dots only. */
const namedHole = { lineComments: [], blockComments: [], strings: [] };

interface Stop {
  /** Offset of the closing delimiter or of the hole; -1 when the text or the line ends before. */
  end: number;
  readonly isHole: boolean;
  /** Where the look ended. */
  readonly stop: number;
}

class StringReader {
  readonly #quote: number;
  readonly #hole: number;
  /** The bracket that `close` closes, where these nest, and how many are open. */
  readonly #opener: number;
  #open = 0;

  constructor(
    readonly text: string,
    readonly form: StringForm,
    readonly close: string,
    readonly to: number,
  ) {
    this.#quote = close.charCodeAt(0);
    this.#opener = form.nests ? (openers[close] ?? -1) : -1;
    this.#hole = form.hole !== undefined ? form.hole.charCodeAt(0) : form.hasNamedHoles ? 36 : -1;
  }

  /** The next hole or the end, from `at`. */
  next(at: number): Stop {
    return this.#read(at, true);
  }

  /** The end, holes being text: for strings nested too deep. */
  last(at: number): number {
    const { end, stop } = this.#read(at, false);
    return end < 0 ? stop : end;
  }

  #read(from: number, findHoles: boolean): Stop {
    const { text, form, close, to } = this;
    const hasEscape = form.escape === 'backslash';
    let at = from;
    for (; at < to; at++) {
      const code = text.charCodeAt(at);
      if (code === 123 && form.hole === '{' && text.charCodeAt(at + 1) === 123) {
        // `{{` is a brace of the text.
        at++;
        continue;
      }
      if (findHoles && code === this.#hole && this.#isHole(at)) return { end: at, isHole: true, stop: at };
      if (code === this.#opener) this.#open++;
      else if (code === this.#quote && text.startsWith(close, at)) {
        if (this.#open > 0) this.#open--;
        else if (form.escape === 'double' && text.startsWith(close, at + close.length))
          at += close.length * 2 - 1;
        else return { end: at, isHole: false, stop: at };
      } else if (code === 92 && hasEscape) {
        // In `\\{{` of Python the braces are as ever.
        if (form.hole !== '{' || text.charCodeAt(at + 1) !== 123) at++;
      } else if (code === 10 && !form.isMultiline) break;
    }
    return { end: -1, isHole: false, stop: Math.min(at, to) };
  }

  #isHole(at: number): boolean {
    const { text, form } = this;
    if (form.hole !== undefined && text.startsWith(form.hole, at)) return true;
    const code = text.charCodeAt(at + 1);
    return (
      form.hasNamedHoles === true && ((code >= 65 && code < 91) || (code >= 97 && code < 123) || code === 95)
    );
  }
}
