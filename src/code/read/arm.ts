import { kinds } from '../token/tokens';
import type { Reader } from './reader';
import { textValue } from './textValue';

/** Methods that give the key of an entry. */
const keyMethods = /(?:^|\.)(?:as_str|as_ref|to_str|key|flag_key|name|slug|id|value)$/;

/** `Flag::Nav => "nav"` in a method that gives the key of an entry, at the arrow. */
export function readArm(reader: Reader, arrow: number): void {
  const { cursor, scopes } = reader;
  const method = scopes.innermost?.name ?? '';
  const text = arrow + 2;
  if (cursor.kind(text) !== kinds.text || !keyMethods.test(method) || !cursor.isPair(arrow - 3, ':', ':'))
    return;
  const root = cursor.word(arrow - 4);
  const container = root === 'Self' ? method.slice(0, method.lastIndexOf('.')) : root;
  if (container === '') return;
  const name = `${container}.${cursor.word(arrow - 1)}`;
  reader.bind(arrow - 1, name, textValue(cursor, text), { isEntry: true });
}
