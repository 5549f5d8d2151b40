import type { Reference } from './reference';

/** The reference before or behind a cursor; round the end of the file to the other one. Offsets are UTF-16. */
export function findAdjacent(
  references: readonly Reference[],
  offset: number,
  direction: 'next' | 'previous',
): Reference | undefined {
  return direction === 'next'
    ? (references.find(({ start }) => start > offset) ?? references[0])
    : (references.findLast(({ end }) => end < offset) ?? references.at(-1));
}

/** Whether the key itself stands there, and no name for it. */
export function isLiteral({ key, kind }: Pick<Reference, 'key' | 'kind'>): boolean {
  return key !== undefined && kind !== 'use' && kind !== 'dynamic';
}
