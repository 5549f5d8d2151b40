import type { Cursor } from './cursor';

/**
 * The bracket with the elements of `[]string{'a', 'b'}` (Go), `new[] { 'a' }` (C#), `vec!['a']` (Rust) in [first, to);
 * -1 when there is no such list.
 */
export function typedList(cursor: Cursor, first: number, to: number): number {
  const { family } = cursor.language.grammar;
  if (family !== 'go' && family !== 'rust' && family !== 'dotnet') return -1;
  let open = first + 2;
  if (cursor.is(first, '[') && cursor.match(first) > first) {
    open = cursor.match(first) + 1;
    while (cursor.isWord(open) && open < to) open++;
  } else if (cursor.word(first) !== 'vec' || !cursor.is(first + 1, '!')) return -1;
  return cursor.match(open) > open && cursor.behind(open) === to ? open : -1;
}
