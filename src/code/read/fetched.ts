import type { Value } from '../facts';
import type { Chain } from './chain';
import type { Cursor } from './cursor';

const fetching = /^(?:Map|Keyword)\.(?:get|fetch!?)\(\)$/;

/** `Map.fetch!(@flags, name)` is any value of `@flags`. */
export function readFetched(cursor: Cursor, chain: Chain): Value | undefined {
  if (!fetching.test(chain.name) || !cursor.word(chain.open + 1).startsWith('@')) return undefined;
  const name = `${cursor.word(chain.open + 1)}[]`;
  return { is: 'name', name, start: cursor.start(chain.first), end: cursor.end(chain.next - 1) };
}
