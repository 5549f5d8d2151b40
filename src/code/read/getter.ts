import type { Cursor } from './cursor';

/**
 * Stores of Vue give getters arguments by a second arrow: `isOn: (state) => (key) => state.flags[key]` is called
 * `store.isOn('nav')`. The first token of the outer arrow, for the inner one that begins here; -1 for any other.
 */
export function getterAround(cursor: Cursor, inner: number): number {
  const sign = inner - 2;
  if (!cursor.isPair(sign, '=', '>')) return -1;
  const last = sign - 1;
  const first = cursor.is(last, ')') ? cursor.match(last) : last;
  const name = cursor.is(last, ')') ? first + 1 : last;
  const isOnlyOne = name === last || name === last - 1 || cursor.is(name + 1, ':');
  return first >= 0 && cursor.word(name) === 'state' && isOnlyOne ? first : -1;
}

/** Whether the body of an arrow, which begins here, is a second arrow. */
export function isArrowAt(cursor: Cursor, body: number): boolean {
  const close = cursor.is(body, '(') ? cursor.match(body) : body;
  return close >= body && cursor.isPair(close + 1, '=', '>');
}
