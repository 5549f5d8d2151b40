import type { IsExcluded } from './excludeGlobs';
import type { FileSource } from './fileSource';
import { Indexer } from './indexer';
import type { IndexLink, IndexListener } from './indexLink';
import type { IndexRoot } from './indexMessages';
import { createSharedSlices } from './slices';

/** Each costs a way to another process or to a server. */
const maxFiles = 10_000;

/** An indexer on this very thread, in slices, for hosts without workers and folders that are on no disk. */
export function createLocalIndex(
  createSource: (root: IndexRoot, isExcluded: IsExcluded) => FileSource,
  listener: IndexListener,
): IndexLink {
  const slices = createSharedSlices();
  const indexer = new Indexer({
    slices,
    maxFiles,
    createSource,
    deliver: async (report) => {
      listener.hear(report);
      if (slices.isOver) await slices.next();
    },
    restore: async () => undefined,
    recall: async () => undefined,
  });
  return {
    send: (request) => indexer.take(request),
    dispose: () => indexer.take({ kind: 'end' }),
  };
}
