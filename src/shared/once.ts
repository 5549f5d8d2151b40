/** Makes a thing when it is first needed, and then gives the same one. */
export function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
