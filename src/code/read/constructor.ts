import { endOfBody } from './body';
import { readEndOfHead } from './head';
import { readParameters } from './parameters';
import type { Reader } from './reader';

/**
 * `const Gate({required this.flag});`, `Gate(this._flags) : super(…) { … }` of Dart, called as its class.
 * @returns whether it is one
 */
export function readConstructor(reader: Reader, name: number, open: number): boolean {
  const { cursor, scopes } = reader;
  const around = scopes.prefixOf(open);
  const own = around.slice(around.lastIndexOf('.') + 1);
  if (own === '' || cursor.word(name) !== own || cursor.is(name - 1, '=')) return false;
  const behind = cursor.match(open) + 1;
  const hasHead = cursor.is(behind, ':') || cursor.is(behind, ';') || cursor.is(behind, '{');
  if (!hasHead) return false;
  scopes.noteHead(open);
  const body = cursor.is(behind, ':') ? readEndOfHead(cursor, behind + 1) : behind;
  const hasBody = cursor.is(body, '{');
  if (hasBody) scopes.nameBracket(body, '', true);
  const to = hasBody ? endOfBody(cursor, body) : cursor.end(body);
  const parameters = readParameters(cursor, open);
  reader.known.add('widget');
  for (const each of parameters) if ('name' in each) reader.known.add(each.name);
  scopes.open(`${around}.constructor`, parameters, cursor.start(open), to);
  return true;
}
