import { kinds } from '../token/tokens';
import { endOfBody } from './body';
import { readEndOfHead } from './head';
import type { Reader } from './reader';
import { textValue } from './textValue';

/** Languages whose properties may compute what they give, and the word before the name of one. */
export const propertyWords: Readonly<Record<string, string>> = { swift: 'var', dart: 'get' };

/** `var isOn: Bool { … }` of Swift, `bool get isOn => …` of Dart: a function that is named, not called. */
export function readProperty(reader: Reader, word: number): void {
  const { cursor, scopes, grammar } = reader;
  const name = word + 1;
  if (!cursor.isWord(name)) return;
  if (grammar.family === 'swift' && !cursor.is(name + 1, ':')) return;
  const body = readEndOfHead(cursor, name + 1);
  const isArrow = grammar.family === 'dart' && cursor.isPair(body, '=', '>');
  if (!cursor.is(body, '{') && !isArrow) return;
  const dotted = scopes.qualified(word, cursor.word(name));
  // A variable of a function.
  if (scopes.declared(word, cursor.word(name)) !== dotted || !dotted.includes('.')) return;
  const first = isArrow ? body + 2 : cursor.word(body + 1) === 'return' ? body + 2 : body + 1;
  if (cursor.kind(first) === kinds.text && (isArrow || cursor.match(body) === cursor.behind(first)))
    reader.bind(word, dotted, textValue(cursor, first));
  if (!isArrow) scopes.nameBracket(body, cursor.word(name), true);
  scopes.open(dotted, [], cursor.start(word), endOfBody(cursor, body), -1, true);
}

/**
 * `Flag.nav.isOn` that is not called, at its first word: it may be a property that reads the flag.
 * Names of modules and classes around come before, capital as they are.
 */
export function noteRead(reader: Reader, first: number): void {
  const { cursor } = reader;
  if (!isCapital(cursor.word(first))) return;
  let entry = first;
  for (let steps = 0; steps < 4 && isCapital(cursor.word(entry)); steps++) {
    if (!cursor.is(entry + 1, '.') || !cursor.isWord(entry + 2)) return;
    entry += 2;
  }
  const property = entry + 2;
  if (!cursor.is(entry + 1, '.') || !cursor.isWord(property) || cursor.is(property + 1, '(')) return;
  const [from, to] = [cursor.start(first), cursor.end(property)];
  reader.calls.push({ name: cursor.text.slice(from, to), given: [], from, to, isRead: true });
}

function isCapital(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 65 && code <= 90;
}
