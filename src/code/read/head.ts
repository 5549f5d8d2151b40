import { kinds } from '../token/tokens';
import type { Cursor } from './cursor';

const maxHead = 24;

/** What ends the type of a property or the initial values of a constructor: a brace, an arrow, `;`, `=`, another line. */
export function readEndOfHead(cursor: Cursor, from: number): number {
  let at = from;
  for (let steps = 0; steps < maxHead; steps++) {
    if (cursor.is(at, '{') || cursor.is(at, ';') || cursor.is(at, '=') || cursor.kind(at) === 0) return at;
    if (cursor.kind(at) === kinds.close || (at > from && cursor.isFirstOfLine(at))) return at;
    at = cursor.behind(at);
  }
  return at;
}
