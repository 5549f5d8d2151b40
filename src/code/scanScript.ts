export interface ScriptToken {
  readonly kind: 'word' | 'string' | 'open' | 'close' | 'other';
  readonly start: number;
  readonly end: number;
}

const space = /\s/;
const wordStart = /[\p{ID_Start}$_#@]/u;
const word = /[\p{ID_Continue}$\u200c\u200d]+/uy;
const number = /\d[\w.]*/y;
/** Words after which an operand comes: a slash begins a regular expression, a parenthesis calls nothing. */
const operators = new Set([
  'as',
  'await',
  'case',
  'delete',
  'do',
  'else',
  'extends',
  'in',
  'instanceof',
  'of',
  'return',
  'satisfies',
  'throw',
  'typeof',
  'void',
  'yield',
]);

/**
 * The tokens of JavaScript or TypeScript, JSX included, without comments and regular expressions. A string token
 * includes its quotes; a template with `${…}` yields the tokens of its expressions instead. A quote or slash that
 * nothing closes (an apostrophe in JSX text, code half typed) costs its own line and no more. Takes linear time.
 */
export function* scanScript(text: string): Generator<ScriptToken> {
  /** For each open brace: whether it is the `${` of a template. */
  const braces: boolean[] = [];
  /** Up to where a look for the end of such a literal found none: looking again from every quote takes square time. */
  const unclosed = { '"': 0, "'": 0, '/': 0 };
  let previous: ScriptToken | undefined;
  let at = 0;
  while (at < text.length) {
    const start = at;
    const char = text[at] ?? '';
    let kind: ScriptToken['kind'] = 'other';
    at++;
    if (space.test(char)) continue;
    if (char === '/') {
      const comment = endOfComment(text, start);
      if (comment !== undefined) {
        at = comment;
        continue;
      }
      if (start >= unclosed['/'] && !divides(text, start, previous)) {
        const end = closingSlash(text, start);
        if (text[end] === '/') {
          at = end + 1;
          continue;
        }
        unclosed['/'] = end;
      }
    } else if (char === '"' || char === "'") {
      if (start < unclosed[char]) continue;
      const end = closingQuote(text, start);
      if (text[end] !== char) {
        unclosed[char] = end;
        continue;
      }
      at = end + 1;
      kind = 'string';
    } else if (char === '`' || (char === '}' && braces.pop() === true)) {
      const end = endOfTemplate(text, start);
      at = end.at;
      if (end.by === '${') braces.push(true);
      // The parts of a template with expressions are no strings of their own.
      kind = char === '`' && end.by === '`' ? 'string' : 'other';
    } else if (char === '(' || char === '[' || char === '{') {
      if (char === '{') braces.push(false);
      kind = 'open';
    } else if (char === ')' || char === ']' || char === '}') {
      kind = 'close';
    } else if (wordStart.test(char)) {
      word.lastIndex = at;
      at = word.test(text) ? word.lastIndex : at;
      kind = 'word';
    } else {
      number.lastIndex = start;
      if (number.test(text)) at = number.lastIndex;
    }
    previous = { kind, start, end: at };
    yield previous;
  }
}

function endOfComment(text: string, start: number): number | undefined {
  if (text[start + 1] === '/') return endOfLine(text, start);
  if (text[start + 1] !== '*') return undefined;
  const end = text.indexOf('*/', start + 2);
  return end < 0 ? text.length : end + 2;
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

/** Offset of the quote that closes this one, or of the line's end when none does. */
function closingQuote(text: string, start: number): number {
  const quote = text[start];
  let at = start + 1;
  for (; at < text.length && text[at] !== quote && text[at] !== '\n'; at++) {
    if (text[at] === '\\') at++;
  }
  return at;
}

/** From a backtick, or from the brace that ends an expression, to the closing backtick or the next `${`. */
function endOfTemplate(text: string, start: number): { at: number; by: '`' | '${' | undefined } {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '`') return { at: at + 1, by: '`' };
    else if (text[at] === '$' && text[at + 1] === '{') return { at: at + 2, by: '${' };
  }
  return { at: text.length, by: undefined };
}

/** Whether the slash divides, or is part of a JSX tag. */
function divides(text: string, start: number, previous: ScriptToken | undefined): boolean {
  return text[start + 1] === '>' || text[start - 1] === '<' || endsOperand(text, previous);
}

/** Offset of the slash that closes a regular expression, or of the line's end when none does. */
function closingSlash(text: string, start: number): number {
  let inClass = false;
  let at = start + 1;
  for (; at < text.length && text[at] !== '\n'; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '[') inClass = true;
    else if (text[at] === ']') inClass = false;
    else if (text[at] === '/' && !inClass) break;
  }
  return at;
}

function endsOperand(text: string, token: ScriptToken | undefined): boolean {
  switch (token?.kind) {
    case 'word':
      return !isOperator(text, token);
    case 'string':
      return true;
    case 'close':
      return text[token.start] !== '}';
    case 'other':
      return /\d/.test(text[token.start] ?? '') || text[token.end - 1] === '`';
    default:
      return false;
  }
}

/** Whether the word is one of the language's own before an operand; `.of` and `.in` are names of members. */
export function isOperator(text: string, { start, end }: ScriptToken): boolean {
  return text[start - 1] !== '.' && operators.has(text.slice(start, end));
}
