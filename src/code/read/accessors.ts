import type { Cursor } from './cursor';

/** The name of a property of C#, at the end of what stands before its sign: `public static Flag Nav { get; } = …`. */
export function beforeAccessors(cursor: Cursor, last: number): number {
  const open = cursor.is(last, '}') ? cursor.match(last) : -1;
  return open > 0 && cursor.word(open + 1) === 'get' ? open - 1 : last;
}
