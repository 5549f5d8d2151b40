import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { Indexer } from '../code/index/indexer';
import { type IndexRequest, type IndexRoot, isBulky } from '../code/index/indexMessages';
import { Slices } from '../code/index/slices';
import { readCacheFile, writeCacheFile } from './factsCacheFile';
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

const port = parentPort;
const { cacheFolder } = workerData as IndexWorkerData;
const roots = new Map<string, IndexRoot>();
let taken: () => void = () => undefined;
let saving: NodeJS.Timeout | undefined;
/** How often the files had changed when they were kept last. */
let kept = 0;

const indexer = new Indexer({
  slices: new Slices({ sliceMs, now: () => performance.now(), breathe: () => breathe() }),
  maxFiles,
  createSource: (root, isExcluded) => createNodeFileSource(root.location, isExcluded),
  async deliver(report) {
    port?.postMessage(report);
    if (report.kind === 'ready') saveSoon();
    if (isBulky(report)) await new Promise<void>((resolve) => (taken = resolve));
  },
  async restore(root, files) {
    if (roots.get(root.id)?.location === root.location || cacheFolder === undefined) return;
    roots.set(root.id, root);
    const { relevant, entries } = readCacheFile(cacheFileOf(cacheFolder, root));
    files.restore(
      relevant,
      [...entries].map(([path, entry]) => [`${root.id}/${path}`, entry]),
    );
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
  if (indexer.files.changes !== kept) saving ??= setTimeout(save, saveAfterMs);
}

function save(): void {
  clearTimeout(saving);
  saving = undefined;
  if (cacheFolder === undefined || indexer.files.changes === kept) return;
  kept = indexer.files.changes;
  try {
    for (const root of roots.values()) {
      const file = cacheFileOf(cacheFolder, root);
      writeCacheFile(file, indexer.files.relevantWords, entriesOf(root));
    }
  } catch {
    // A full or read-only disk: the next start reads the files again, and that is all.
  }
}

function* entriesOf({ id }: IndexRoot) {
  for (const [path, entry] of indexer.files.entries) {
    if (path.startsWith(`${id}/`)) yield [path.slice(id.length + 1), entry] as const;
  }
}

function cacheFileOf(folder: string, { location }: IndexRoot): string {
  return join(folder, `${createHash('sha256').update(location).digest('hex').slice(0, 16)}.facts`);
}
