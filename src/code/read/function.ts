import { kinds } from '../token/tokens';
import { bodyBehind, endOfBody } from './body';
import { bindCallback } from './callback';
import type { Cursor } from './cursor';
import { noteDefaults } from './defaults';
import { noteReturn } from './loop';
import { isOfFamily } from './family';
import { getterAround, isArrowAt } from './getter';
import { readConstructor } from './constructor';
import { readParameters } from './parameters';
import type { Reader } from './reader';

const maxHead = 40;
/** Functions of Swift that are called by their type, or by a look into it. */
const unnamed: Readonly<Record<string, string>> = { init: 'constructor', subscript: '[]' };
const notMethods = new Set([
  'if',
  'for',
  'while',
  'switch',
  'catch',
  'with',
  'foreach',
  'lock',
  'using',
  'synchronized',
  'when',
  'function',
  'return',
]);

/** `function name(…)`, `def name(…)`, `func (r *Type) name(…)`, `fun Type.name(…)`. */
export function readFunctionWord(reader: Reader, token: number): void {
  const { cursor, scopes, grammar } = reader;
  let at = token + 1;
  let receiver = '';
  if (cursor.is(at, '*')) at++;
  if (
    grammar.family === 'go' &&
    cursor.is(at, '(') &&
    cursor.match(at) > at &&
    cursor.isWord(cursor.match(at) + 1)
  ) {
    receiver = cursor.word(cursor.match(at) - 1);
    at = cursor.match(at) + 1;
  }
  if (cursor.is(at, '<')) while (at < token + maxHead && !cursor.is(at - 1, '>')) at++;
  while (cursor.isWord(at) && cursor.is(at + 1, '.') && cursor.isWord(at + 2)) at += 2;
  const word = cursor.word(token);
  const special = grammar.family === 'swift' ? unnamed[word] : undefined;
  const named = cursor.isWord(at) && special === undefined;
  const name = named ? cursor.word(at) : (special ?? nameOfValue(cursor, token));
  let open = named ? at + 1 : at;
  if (cursor.is(open, '<')) while (open < at + maxHead && !cursor.is(open - 1, '>')) open++;
  const hasParens = cursor.is(open, '(') && cursor.match(open) > open;
  if (!hasParens && !grammar.isIndented) return;
  if (hasParens) scopes.noteHead(open);
  const dotted = scopes.qualified(token, receiver === '' ? name : `${receiver}.${name}`);
  const parameters = hasParens ? readParameters(cursor, open) : [];
  if (grammar.isIndented) {
    const column = columnOf(cursor, token);
    if (column < 0) return;
    scopes.indent(token, name, true);
    scopes.open(dotted, parameters, cursor.start(token), Number.MAX_SAFE_INTEGER, column);
    return;
  }
  const close = cursor.match(open);
  const body = bodyBehind(cursor, close + 1);
  if (body < 0) return;
  if (cursor.is(body, '{')) scopes.nameBracket(body, name, true);
  noteDefaults(reader, open, dotted);
  scopes.open(dotted, parameters, cursor.start(token), endOfBody(cursor, body));
}

function columnOf(cursor: Cursor, token: number): number {
  for (let at = token; at >= 0 && at > token - 4; at--) {
    if (cursor.isFirstOfLine(at)) return cursor.tokens.column[at] ?? -1;
  }
  return -1;
}

/** `name(…) {`, `name(…): Type {`, `Type name(…) => …`: methods without a word before them. */
export function readPlainMethod(reader: Reader, open: number): void {
  const { cursor, scopes, grammar } = reader;
  const close = cursor.match(open);
  const before = open - 1;
  const nameAt = cursor.is(before, '>') ? beforeTypeParameters(cursor, before) : before;
  if (close < 0 || !cursor.isWord(nameAt) || notMethods.has(cursor.word(nameAt)) || reader.isKeyword(nameAt))
    return;
  if (
    cursor.is(nameAt - 1, '.') ||
    grammar.functionWords.includes(cursor.word(nameAt - 1)) ||
    cursor.word(nameAt - 1) === 'new' ||
    // The head of `extension type const Name(String value) {`.
    (grammar.family === 'dart' &&
      /^(?:type|const)$/.test(cursor.word(nameAt - 1)) &&
      isTypeHead(cursor, nameAt))
  )
    return;
  if (grammar.family === 'dart' && readConstructor(reader, nameAt, open)) return;
  // The head of a class was read with it.
  if (scopes.isHead(open)) return;
  let body = close + 1;
  if (cursor.is(body, ':') && grammar.family === 'script') {
    if (!isMemberPlace(reader, open)) return;
    body = bodyBehind(cursor, body + 1);
    if (body < 0 || !cursor.is(body, '{')) return;
  } else {
    // On a new line `async` begins what follows a call: scripts need no semicolons.
    const clause = cursor.isFirstOfLine(body) ? /^(?:throws|where)$/ : /^(?:async|throws|where)$/;
    if (clause.test(cursor.word(body))) body = bodyBehind(cursor, body);
    if (body < 0) return;
    const isArrowBody = cursor.isPair(body, '=', '>') && grammar.family !== 'script';
    if (!cursor.is(body, '{') && !isArrowBody) return;
  }
  const name = cursor.word(nameAt);
  scopes.noteHead(open);
  if (cursor.is(body, '{')) scopes.nameBracket(body, name === 'constructor' ? '' : name, true);
  const dotted = scopes.qualified(open, name);
  noteDefaults(reader, open, dotted);
  scopes.open(dotted, readParameters(cursor, open), cursor.start(open), endOfBody(cursor, body));
}

function isTypeHead(cursor: Cursor, name: number): boolean {
  return cursor.word(name - 2) === 'extension' || cursor.word(name - 3) === 'extension';
}

function beforeTypeParameters(cursor: Cursor, close: number): number {
  for (let at = close; at > close - 20 && at > 0; at--) if (cursor.is(at, '<')) return at - 1;
  return -1;
}

/** Whether a method may stand here: in a class or an object. */
function isMemberPlace(reader: Reader, token: number): boolean {
  const parent = reader.cursor.parent(token);
  return parent >= 0 && reader.cursor.is(parent, '{');
}

/** Whether this `=` begins an arrow. */
export function isArrow(cursor: Cursor, token: number): boolean {
  return cursor.isPair(token, '=', '>');
}

/** `(a, b) => …`, `a => …`, at its arrow. */
export function readArrow(reader: Reader, arrow: number): void {
  const { cursor, scopes } = reader;
  let last = arrow - 1;
  if (!cursor.is(last, ')') && !(cursor.isWord(last) && isLoneParameter(cursor, last)))
    last = beforeReturnType(cursor, last);
  if (last < 0) return;
  const open = cursor.is(last, ')') ? cursor.match(last) : last;
  // A method of C# or Dart with its expression was read at its parenthesis.
  if (
    open < 0 ||
    (cursor.is(open, '(') &&
      cursor.isWord(open - 1) &&
      !/^(?:async|return|await|of|default|in|case|yield)$/.test(cursor.word(open - 1)))
  )
    return;
  const all = cursor.is(open, '(') ? readParameters(cursor, open) : [{ name: cursor.word(open) }];
  // A provider of Riverpod that is made for what it is called with: `Provider.family((ref, key) => …)`.
  const parameters = isOfFamily(cursor, open) ? all.slice(1) : all;
  let first = open;
  if (cursor.is(first - 1, '>') && !cursor.isPair(first - 2, '=', '>'))
    first = beforeTypeParameters(cursor, first - 1) + 1;
  if (cursor.word(first - 1) === 'async') first--;
  const body = arrow + 2;
  const getter = getterAround(cursor, first);
  const isGetter = isArrowAt(cursor, body) && getterAround(cursor, body) === first;
  const name = isGetter ? '' : nameOfValue(cursor, getter < 0 ? first : getter);
  const inner = cursor.is(body, '(') && cursor.is(body + 1, '{') ? body + 1 : body;
  if (cursor.is(inner, '{')) scopes.nameBracket(inner, name, inner === body);
  if (name !== '') noteDefaults(reader, open, scopes.qualified(open, name));
  scopes.open(scopes.qualified(open, name), parameters, cursor.start(open), endOfBody(cursor, arrow));
  if (!cursor.is(body, '{')) noteReturn(reader, body);
  bindCallback(reader, open, first, parameters);
}

/** Whether the word before an arrow is its only parameter, not the end of a return type. */
function isLoneParameter(cursor: Cursor, token: number): boolean {
  const before = token - 1;
  if (
    cursor.is(before, ':') ||
    cursor.is(before, '.') ||
    cursor.is(before, '|') ||
    cursor.word(before) === 'is' ||
    cursor.word(before) === 'get'
  )
    return false;
  return true;
}

/** What a condition of Blade is called in templates: `Blade::if('feature', fn ($key) => …)`. */
function nameOfDirective(cursor: Cursor, last: number): string | undefined {
  const comma = cursor.word(last) === 'static' ? last - 1 : last;
  const name = comma - 1;
  const isNamed = cursor.is(comma, ',') && cursor.kind(name) === kinds.text && cursor.is(name - 1, '(');
  return isNamed && cursor.word(name - 2) === 'if' ? cursor.tokens.textOf(name) : undefined;
}

/** The parenthesis before a return type: `(key: string): Promise<boolean> =>`. */
function beforeReturnType(cursor: Cursor, last: number): number {
  for (let at = last, steps = 0; at > 0 && steps < 24; steps++) {
    if (cursor.is(at, ':') && cursor.is(at - 1, ')')) return at - 1;
    if (cursor.is(at, ';') || cursor.is(at, '{') || cursor.is(at, '=') || cursor.is(at, '(')) return -1;
    at = cursor.kind(at) === kinds.close && cursor.match(at) >= 0 ? cursor.match(at) - 1 : at - 1;
  }
  return -1;
}

/** The name that the value beginning at `first` is given: `name = …`, `name: …`, `name = useCallback(…`. */
export function nameOfValue(cursor: Cursor, first: number): string {
  let at = first - 1;
  if (cursor.word(at) === 'default') return 'default';
  if (cursor.language.grammar.family === 'php') return nameOfDirective(cursor, at) ?? '';
  for (let steps = 0; steps < 3; steps++) {
    if (cursor.is(at, '=') || cursor.is(at, ':')) {
      return cursor.is(at, ':') ? cursor.word(at - 1) : nameBeforeAssignment(cursor, at - 1);
    }
    // The first argument of what wraps it: `useCallback(`, `memo<Props>(`.
    if (!cursor.is(at, '(')) return '';
    at--;
    if (cursor.is(at, '>')) at = beforeTypeParameters(cursor, at);
    while (cursor.isWord(at) || cursor.is(at, '.')) at--;
  }
  return '';
}

function nameBeforeAssignment(cursor: Cursor, last: number): string {
  if (cursor.language.grammar.family === 'dart') return cursor.word(last);
  let at = last;
  for (let steps = 0; steps < 40 && at >= 0; steps++) {
    if (/^(?:const|let|var|static|readonly|export)$/.test(cursor.word(at - 1))) return cursor.word(at);
    if (cursor.is(at, ';') || cursor.is(at, '{')) break;
    if (cursor.isFirstOfLine(at) || cursor.is(at - 1, '.')) return cursor.word(at);
    at = cursor.kind(at) === kinds.close && cursor.match(at) >= 0 ? cursor.match(at) - 1 : at - 1;
  }
  return cursor.word(last);
}
