import { setImmediate as breathe } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { Indexer } from '../code/index/indexer';
import { type IndexRequest, type IndexRoot, isBulky } from '../code/index/indexMessages';
import { Slices } from '../code/index/slices';
import { CacheFiles } from './cacheFiles';
import { createNodeFileSource } from './nodeFileSource';

/*
 * The indexer on a thread of its own, for folders on disk. Started by startIndexWorker; what it is told and tells is in
 * code/index/indexMessages.
 */

export interface IndexWorkerData {
  /** Where facts are kept over a restart; undefined: nowhere. */
  readonly cacheFolder: string | undefined;
}

/** How long it may not hear: a change that comes meanwhile waits so long. */
const sliceMs = 30;
const maxFiles = 200_000;
/** Files change in bursts; what is lost by being ended before is read again. */
const saveAfterMs = 5_000;
/** Nobody edits in the first seconds, and everything else starts then. */
const prepareAfterMs = 10_000;

const port = parentPort;
const { cacheFolder } = workerData as IndexWorkerData;
const cache = cacheFolder === undefined ? undefined : new CacheFiles(cacheFolder);
let taken: () => void = () => undefined;
let saving: NodeJS.Timeout | undefined;
let preparing: NodeJS.Timeout | undefined;
/** How often the files had changed when they were kept last. */
let keptChanges = 0;
/** What the results were made with that were kept last and still hold. */
let keptWith: string | undefined;

const indexer = new Indexer({
  slices: new Slices({ sliceMs, now: () => performance.now(), breathe: () => breathe() }),
  maxFiles,
  createSource: (root, isExcluded) => createNodeFileSource(root.location, isExcluded),
  async deliver(report) {
    port?.postMessage(report);
    if (report.kind === 'ready') {
      saveSoon();
      // Where only what was kept was told, nothing is resolved yet that the first change needs.
      preparing ??= setTimeout(() => indexer.files.projects.reach(), prepareAfterMs);
    }
    if (isBulky(report)) await new Promise<void>((resolve) => (taken = resolve));
  },
  async restore(root, files) {
    const kept = cache?.findFacts(root.location);
    if (kept) files.restore(root.id, kept);
  },
  async recall(roots) {
    const results = cache?.findResults(locationsOf(roots));
    keptWith = results?.options;
    return results;
  },
});

port?.on('message', (request: IndexRequest) => {
  if (request.kind === 'taken') taken();
  else if (request.kind === 'end') {
    save();
    // This thread alone.
    process.exit();
  } else indexer.take(request);
});

function saveSoon(): void {
  const { files, madeWith } = indexer;
  if (files.changes !== keptChanges || madeWith !== keptWith) saving ??= setTimeout(save, saveAfterMs);
}

function save(): void {
  clearTimeout(saving);
  saving = undefined;
  if (!cache) return;
  const { files, roots, madeWith } = indexer;
  try {
    if (files.changes !== keptChanges) {
      keptChanges = files.changes;
      keptWith = undefined;
      // First of all: what is told was made of the files as they were kept with it, and of no others.
      cache.writeResults(locationsOf(roots), undefined);
      for (const root of roots) cache.writeFacts(root.location, indexer.judgedBy, entriesOf(root));
    }
    const results = madeWith === keptWith ? undefined : indexer.keep();
    if (!results) return;
    cache.writeResults(locationsOf(roots), results);
    keptWith = madeWith;
  } catch {
    // A full or read-only disk: the next start reads the files again, and that is all.
  }
}

function locationsOf(roots: readonly IndexRoot[]): readonly string[] {
  return roots.map(({ location }) => location);
}

function* entriesOf({ id }: IndexRoot) {
  for (const [path, entry] of indexer.files.entries) {
    if (path.startsWith(`${id}/`)) yield [path.slice(id.length + 1), entry] as const;
  }
}
