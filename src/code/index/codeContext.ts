import type { RootNames } from './indexedRoot';
import type { CodeContext, IndexOptions } from './indexMessages';

/** What decides besides files, by what the files of each root are called. */
export function contextOf(roots: readonly RootNames[], { names, keys }: IndexOptions): CodeContext {
  return {
    options: {
      pathAliases: roots.flatMap(({ pathAliases }) => pathAliases),
      packages: roots.flatMap(({ packages }) => packages),
      ...(keys && { knownKeys: new Set(keys) }),
    },
    names,
    namesByFolder: new Map(roots.flatMap(({ namesByFolder }) => [...namesByFolder])),
  };
}

/** All that decides besides files, as text. */
export function textOfContext(
  { options, names, namesByFolder }: CodeContext,
  { roots, keys }: IndexOptions,
): string {
  const { pathAliases, packages } = options;
  const places = roots.map(({ id, location }) => [id, location]);
  return JSON.stringify([places, pathAliases, packages, keys, names, [...namesByFolder]]);
}
