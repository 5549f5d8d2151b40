import type { Cursor } from './cursor';

const maxTypes = 20;

/** Whether a function of Dart at this parenthesis is what `FutureProvider.family<bool, String>(` is given. */
export function isOfFamily(cursor: Cursor, open: number): boolean {
  if (cursor.language.grammar.family !== 'dart' || !cursor.is(open - 1, '(')) return false;
  let at = open - 2;
  for (let steps = 0; cursor.is(open - 2, '>') && steps < maxTypes && !cursor.is(at, '<'); steps++) at--;
  return cursor.word(cursor.is(at, '<') ? at - 1 : at) === 'family';
}
