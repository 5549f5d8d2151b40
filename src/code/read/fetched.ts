import type { Value } from '../facts';
import type { Chain } from './chain';
import type { Cursor } from './cursor';

const fetching = /^(?:Map|Keyword)\.(?:get|fetch!?)\(\)$/;
/** Tables of keys are constants, or are called after what they hold. */
const table = /(?:^|\.)(?:[A-Z][A-Z\d_]+|\w*(?:[fF]lags|[fF]eatures|[eE]xperiments|[kK]eys))$/;

/**
 * `Map.fetch!(@flags, name)`, `FLAGS[name]`, `FLAGS.fetch(name)`: any value of the table, and the one of this name.
 * Undefined for anything else.
 */
export function readFetched(cursor: Cursor, chain: Chain): Value | undefined {
  const [start, end] = [cursor.start(chain.first), cursor.end(chain.next - 1)];
  if (fetching.test(chain.name)) {
    const first = chain.open + 1;
    const name = cursor.word(first);
    if (!name.startsWith('@')) return undefined;
    return lookedUp(cursor, name, cursor.is(first + 1, ',') ? first + 2 : -1, start, end);
  }
  const open = cursor.match(chain.next - 1);
  if (open !== chain.next - 3) return undefined;
  const name = chain.name.replace(/(?:\[\]|\.fetch\(\))$/, '');
  const isTable = name !== chain.name && table.test(name);
  return isTable && cursor.isWord(open + 1) ? lookedUp(cursor, name, open + 1, start, end) : undefined;
}

function lookedUp(cursor: Cursor, name: string, key: number, start: number, end: number): Value {
  const any: Value = { is: 'name', name: `${name}[]`, start, end };
  if (key < 0 || !cursor.isWord(key)) return any;
  const on: Value = { is: 'name', name: cursor.word(key), start: cursor.start(key), end: cursor.end(key) };
  const held: Value = { is: 'name', name, start, end };
  return {
    is: 'choice',
    of: [any, { is: 'call', name: '[]', given: [{ slot: 0, value: held }], on, start, end }],
  };
}
