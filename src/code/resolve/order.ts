/** The same order whichever came first, and whatever the language of the machine. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** In place. */
export function sortByPath<T>(map: Map<string, T>): Map<string, T> {
  const entries = [...map].toSorted(([a], [b]) => byCodeUnit(a, b));
  map.clear();
  for (const [path, value] of entries) map.set(path, value);
  return map;
}
