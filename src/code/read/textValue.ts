import type { Value } from '../facts';
import type { Cursor } from './cursor';

/** The literal of a string token. */
export function textValue(cursor: Cursor, token: number): Value & { is: 'text' } {
  const { from, to } = cursor.tokens;
  return { is: 'text', text: cursor.tokens.textOf(token), start: from[token] ?? 0, end: to[token] ?? 0 };
}
