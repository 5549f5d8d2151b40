import type { Value } from '../facts';
import type { Chain } from './chain';
import type { Cursor } from './cursor';

const fetching = /^(?:Map|Keyword)\.(?:get|fetch!?)\(\)$/;

/** `Map.fetch!(@flags, name)` is any value of `@flags`, and the one of this name. */
export function readFetched(cursor: Cursor, chain: Chain): Value | undefined {
  const table = chain.open + 1;
  if (!fetching.test(chain.name) || !cursor.word(table).startsWith('@')) return undefined;
  const [start, end] = [cursor.start(chain.first), cursor.end(chain.next - 1)];
  const name = cursor.word(table);
  const any: Value = { is: 'name', name: `${name}[]`, start, end };
  const key = table + 2;
  if (!cursor.is(table + 1, ',') || !cursor.isWord(key)) return any;
  const on: Value = { is: 'name', name: cursor.word(key), start: cursor.start(key), end: cursor.end(key) };
  const held: Value = { is: 'name', name, start, end };
  return {
    is: 'choice',
    of: [any, { is: 'call', name: '[]', given: [{ slot: 0, value: held }], on, start, end }],
  };
}
