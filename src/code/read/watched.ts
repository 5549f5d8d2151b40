import type { Cursor } from './cursor';

const watching = /(?:^|\.)(?:verify|when|given)$/;

/**
 * The stand-in of a test that Mockito then calls a method of: `gate` of `verify(gate, never()).isOn("nav")` and of
 * `doReturn(true).when(gate).isOn("nav")`. Undefined for any other call.
 */
export function watchedBy(cursor: Cursor, name: string, open: number): string | undefined {
  const first = open + 1;
  if (cursor.language.grammar.family !== 'jvm' || !cursor.isWord(first)) return undefined;
  const isLone = cursor.is(first + 1, ',') || cursor.is(first + 1, ')');
  const isCalledOn = cursor.is(cursor.match(open) + 1, '.');
  return isLone && isCalledOn && watching.test(name) ? cursor.word(first) : undefined;
}
