import type { Skipped } from './fileSource';
import type { IndexedRoot } from './indexedRoot';
import type { IndexSummary } from './indexMessages';

/** What was read of all folders, in numbers. */
export function summarize(
  roots: readonly IndexedRoot[],
  found: Pick<IndexSummary, 'files' | 'namesPostHog'>,
): IndexSummary {
  const sum = (of: keyof Skipped) => roots.reduce((total, { skipped }) => total + skipped[of], 0);
  return {
    ...found,
    skipped: {
      folders: sum('folders'),
      minified: sum('minified'),
      tooLarge: sum('tooLarge'),
      unreadable: sum('unreadable'),
    },
    isCut: roots.some(({ isCut }) => isCut),
  };
}
