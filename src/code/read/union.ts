import type { Value } from '../facts';
import { kinds } from '../token/tokens';
import type { Cursor } from './cursor';
import { textValue } from './textValue';

/** `'a' | 'b'`: a union of literal types is the list of them. */
export function readUnion(cursor: Cursor, from: number, to: number): Value | undefined {
  const first = cursor.is(from, '|') ? from + 1 : from;
  if (
    cursor.kind(first) !== kinds.text ||
    !(first > from || cursor.is(first + 1, '|')) ||
    cursor.isPair(first + 1, '|', '|')
  )
    return undefined;
  const of: Value[] = [];
  for (let at = first; at < to;) {
    if (cursor.kind(at) === kinds.text) of.push(textValue(cursor, at));
    // `(string & {})` lets other texts in.
    const sign = cursor.behind(at);
    if (sign < to && !cursor.is(sign, '|')) return undefined;
    at = sign + 1;
  }
  return { is: 'list', of };
}
