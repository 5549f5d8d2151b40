// A program of its own: reads a folder as the extension does and prints what that took, as JSON.
// `node indexProbe.js <folder> <folder of the cache> [file to edit]`
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IndexListener } from '../../src/code/index/indexLink';
import type { IndexReport } from '../../src/code/index/indexMessages';
import type * as door from '../../src/node/startIndexWorker';
import { sampleKeys } from './codeSamples';

export interface IndexProbe {
  readonly readyMs: number;
  /** From a change on disk being told to all references being told: of the first one, and of the median of more. */
  readonly firstEditMs: number | undefined;
  readonly editMs: number | undefined;
  readonly references: number;
  readonly files: number;
  /** Of the whole process, above what it had before. */
  readonly peakMb: number;
  readonly restMb: number;
  /** The longest that the thread of the extension host was kept from other work. */
  readonly longestBlockMs: number;
}

const { startIndexWorker } = require(join(__dirname, '../../startIndexWorker.js')) as typeof door;
const megabyte = 1024 * 1024;
const manyFiles = 10_000;
const rss = () => process.memoryUsage.rss() / megabyte;
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function main([folder = '', cacheFolder = '', edited]: readonly string[]): Promise<IndexProbe> {
  await sleep(300);
  const before = rss();
  let peak = before;
  let longestBlockMs = 0;
  let last = performance.now();
  const watch = setInterval(() => {
    const now = performance.now();
    longestBlockMs = Math.max(longestBlockMs, now - last - 1);
    last = now;
    peak = Math.max(peak, rss());
  }, 1);
  const counts = new Map<string, number>();
  let files = 0;
  let ready: () => void = () => undefined;
  const listener: IndexListener = {
    hear(report: IndexReport) {
      if (report.kind === 'references')
        for (const [path, references] of report.files) counts.set(path, references.length);
      if (report.kind === 'failed') throw new Error(report.message);
      if (report.kind !== 'ready') return;
      ({ files } = report.summary);
      ready();
    },
    fail(message) {
      throw new Error(message);
    },
  };
  const timed = async (work: () => void) => {
    const start = performance.now();
    const done = new Promise<void>((resolve) => (ready = resolve));
    work();
    await done;
    return performance.now() - start;
  };
  const names = { flagFunctions: [], clientNames: [] };
  const roots = [{ id: '0', location: folder, excludes: [] }];
  let link: ReturnType<typeof startIndexWorker> | undefined;
  const readyMs = await timed(() => {
    link = startIndexWorker(cacheFolder, listener);
    link.send({ kind: 'configure', options: { roots, names, keys: sampleKeys(350) } });
  });
  const edits: number[] = [];
  const edit = async (file: string, at: number) => {
    // A key that other files read by its constant is another one each time.
    const text = readFileSync(file, 'utf8').replace(/flag0: '[^']*'/, `flag0: 'edited-${at}'`);
    writeFileSync(file, text);
    return timed(() => link?.send({ kind: 'changed', paths: [`0/${edited}`] }));
  };
  if (edited !== undefined) for (let at = 0; at < 12; at++) edits.push(await edit(join(folder, edited), at));
  const [firstEditMs, ...more] = edits;
  const editMs = more.toSorted((a, b) => a - b)[more.length >> 1];
  await sleep(500);
  clearInterval(watch);
  const restMb = rss() - before;
  // Of very many files more is to be kept than whoever ends it waits for.
  if (files > manyFiles) await kept(cacheFolder);
  link?.dispose();
  await sleep(1_000);
  const references = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return { readyMs, firstEditMs, editMs, references, files, peakMb: peak - before, restMb, longestBlockMs };
}

async function kept(cacheFolder: string): Promise<void> {
  while (!readdirSync(cacheFolder).some((name) => name.endsWith('.results'))) await sleep(200);
}

void main(process.argv.slice(2)).then((probe) => console.log(JSON.stringify(probe)));
