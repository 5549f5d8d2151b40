import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { IndexLink, IndexListener } from '../code/index/indexLink';
import { type IndexReport, type IndexRequest, isBulky } from '../code/index/indexMessages';
import type { IndexWorkerData } from './indexWorker';

/** New objects are few and live long: a small nursery costs no time and spares memory. */
const resourceLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 1024 };
/** What it has to keep is written by then. */
const patienceMs = 2_000;

/**
 * Starts the indexer on a thread of its own.
 * @param cacheFolder where facts are kept over a restart
 */
export function startIndexWorker(cacheFolder: string | undefined, listener: IndexListener): IndexLink {
  const workerData: IndexWorkerData = { cacheFolder };
  const worker = new Worker(join(__dirname, 'indexWorker.js'), { workerData, resourceLimits });
  let isOver = false;
  const send = (request: IndexRequest) => worker.postMessage(request);
  worker.on('message', (report: IndexReport) => {
    if (isOver) return;
    listener.hear(report);
    // Not before other work had its turn.
    if (isBulky(report)) setImmediate(() => send({ kind: 'taken' }));
  });
  worker.on('error', (error) => {
    if (!isOver) listener.fail(error instanceof Error ? error.message : String(error));
    isOver = true;
  });
  worker.unref();
  return {
    send,
    dispose: () => {
      if (isOver) return;
      isOver = true;
      send({ kind: 'end' });
      const timer = setTimeout(() => void worker.terminate(), patienceMs);
      timer.unref();
      worker.on('exit', () => clearTimeout(timer));
    },
  };
}
