export interface ScriptToken {
  readonly kind: 'word' | 'string' | 'open' | 'close' | 'other';
  readonly start: number;
  readonly end: number;
}

const space = /\s/;
const wordStart = /[\p{ID_Start}$_#@]/u;
const word = /[\p{ID_Continue}$\u200c\u200d]+/uy;
const number = /\d[\w.]*/y;
/** Words after which a slash begins a regular expression. */
const operators = new Set([
  'return',
  'typeof',
  'case',
  'in',
  'of',
  'do',
  'else',
  'void',
  'delete',
  'await',
  'yield',
]);

/**
 * The tokens of JavaScript or TypeScript, JSX included, without comments and regular expressions. A string token
 * includes its quotes; a template with `${…}` yields the tokens of its expressions instead. Text that does not end as
 * it should (an apostrophe in JSX text, code half typed) costs its own line and no more.
 */
export function* scanScript(text: string): Generator<ScriptToken> {
  /** For each open brace: whether it is the `${` of a template. */
  const braces: boolean[] = [];
  let previous: ScriptToken | undefined;
  let at = 0;
  while (at < text.length) {
    const start = at;
    const char = text[at] ?? '';
    let kind: ScriptToken['kind'] = 'other';
    at++;
    if (space.test(char)) continue;
    if (char === '/') {
      const end = endOfComment(text, start) ?? endOfRegExp(text, start, previous);
      if (end !== undefined) {
        at = end;
        continue;
      }
    } else if (char === '"' || char === "'") {
      const end = endOfString(text, start);
      if (end === undefined) continue;
      at = end;
      kind = 'string';
    } else if (char === '`' || (char === '}' && braces.pop() === true)) {
      const end = endOfTemplate(text, start);
      at = end.at;
      if (end.opens) braces.push(true);
      // The parts of a template with expressions are no strings of their own.
      kind = char === '`' && !end.opens ? 'string' : 'other';
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

/** Undefined when the quote is not closed on its line. */
function endOfString(text: string, start: number): number | undefined {
  const quote = text[start];
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === quote) return at + 1;
    else if (text[at] === '\n') return undefined;
  }
  return undefined;
}

/** From a backtick, or from the brace that ends an expression, to the closing backtick or the next `${`. */
function endOfTemplate(text: string, start: number): { at: number; opens: boolean } {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '`') return { at: at + 1, opens: false };
    else if (text[at] === '$' && text[at + 1] === '{') return { at: at + 2, opens: true };
  }
  return { at: text.length, opens: false };
}

/** Undefined when the slash divides, or is part of a JSX tag. */
function endOfRegExp(text: string, start: number, previous: ScriptToken | undefined): number | undefined {
  if (text[start + 1] === '>' || text[start - 1] === '<' || endsOperand(text, previous)) return undefined;
  let inClass = false;
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at];
    if (char === '\\') at++;
    else if (char === '\n') return undefined;
    else if (char === '[') inClass = true;
    else if (char === ']') inClass = false;
    else if (char === '/' && !inClass) return at + 1;
  }
  return undefined;
}

function endsOperand(text: string, token: ScriptToken | undefined): boolean {
  switch (token?.kind) {
    case 'word':
      return !operators.has(text.slice(token.start, token.end));
    case 'string':
      return true;
    case 'close':
      return text[token.start] !== '}';
    case 'other':
      return /[\d`]/.test(text[token.start] ?? '');
    default:
      return false;
  }
}
