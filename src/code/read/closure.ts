import { endOfBody } from './body';
import { bindCallback } from './callback';
import { isOfFamily } from './family';
import { nameOfValue } from './function';
import { readParameters } from './parameters';
import { kinds } from '../token/tokens';
import type { Reader } from './reader';

/** `(ref, key) async { … }` of Dart, at its parenthesis: a function without a name before it. */
export function readClosure(reader: Reader, open: number): void {
  const { cursor, scopes } = reader;
  const before = cursor.kind(open - 1);
  const close = cursor.match(open);
  if (close <= open + 1 || before === kinds.close || cursor.is(open - 1, '>')) return;
  if (before === kinds.word && cursor.word(open - 1) !== 'return') return;
  const body = cursor.word(close + 1) === 'async' ? close + 2 : close + 1;
  if (!cursor.is(body, '{')) return;
  const all = readParameters(cursor, open);
  const parameters = isOfFamily(cursor, open) ? all.slice(1) : all;
  const name = nameOfValue(cursor, open);
  scopes.noteHead(open);
  scopes.nameBracket(body, name, true);
  scopes.open(scopes.qualified(open, name), parameters, cursor.start(open), endOfBody(cursor, body));
  bindCallback(reader, open, open, parameters);
}
