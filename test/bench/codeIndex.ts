import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../support/paths';
import { createTemporaryFolder } from '../support/temporaryFolder';
import { createSampleCode } from './codeSamples';
import type { IndexProbe } from './indexProbe';
import { figure, type Figure } from './measure';

const run = promisify(execFile);
const runs = 5;
const probe = join(projectRoot, 'dist/test/bench/indexProbe.js');
/** One that holds constants which other files use. */
const edited = 'src/area3/flags.ts';

/** Reads generated repositories as the extension does, each time in a fresh process. */
export async function measureCodeIndex(): Promise<Figure[]> {
  const sizes = process.argv.includes('--long') ? [5_000, 50_000] : [5_000];
  const figures: Figure[] = [];
  for (const size of sizes) figures.push(...(await measureSize(size)));
  return figures;
}

async function measureSize(fileCount: number): Promise<Figure[]> {
  await using code = await createTemporaryFolder();
  await using cache = await createTemporaryFolder();
  const sample = createSampleCode(fileCount);
  const folders = new Set(sample.files.map(({ path }) => dirname(path)));
  for (const folder of folders) await mkdir(join(code.path, folder), { recursive: true });
  // What was written a moment ago may change without its time telling, so that it is never kept.
  for (const { path, text } of sample.files) await writeFile(join(code.path, path), text);
  await new Promise((resolve) => setTimeout(resolve, 2_500));

  const first: IndexProbe[] = [];
  const again: IndexProbe[] = [];
  for (let round = 0; round < runs; round++) {
    await rm(cache.path, { recursive: true, force: true });
    first.push(await runProbe([code.path, cache.path]));
    again.push(await runProbe([code.path, cache.path]));
  }
  const changed = await runProbe([code.path, cache.path, edited]);
  const found = first[0]?.references ?? 0;
  if (first.some(({ references }) => references !== found) || again.some((each) => each.references !== found))
    throw new Error('Reading the same code found something else.');
  if (found < sample.reads)
    throw new Error(`Of ${sample.reads} reads and all constants ${found} references were found.`);
  const name = `index of ${fileCount / 1_000},000 files, ${(sample.bytes / 1e6).toFixed(1)} MB`;
  const isFirst = fileCount === 5_000;
  const of = (probes: readonly IndexProbe[], value: (each: IndexProbe) => number) => probes.map(value);
  return [
    figure(
      `${name}: from nothing`,
      'ms',
      of(first, ({ readyMs }) => readyMs),
      isFirst ? 800 : 8_000,
    ),
    figure(
      `${name}: again, unchanged`,
      'ms',
      of(again, ({ readyMs }) => readyMs),
      isFirst ? 150 : 1_500,
    ),
    figure(`${name}: the first change after a restart`, 'ms', [changed.firstEditMs ?? Number.NaN]),
    figure(`${name}: one file of constants changed`, 'ms', [changed.editMs ?? Number.NaN]),
    figure(
      `${name}: memory at its peak`,
      'MB',
      of(first, ({ peakMb }) => peakMb),
      isFirst ? 60 : 600,
    ),
    figure(
      `${name}: memory at rest`,
      'MB',
      of(first, ({ restMb }) => restMb),
    ),
    figure(
      `${name}: longest block of the host`,
      'ms',
      of([...first, ...again], ({ longestBlockMs }) => longestBlockMs),
      10,
    ),
  ];
}

async function runProbe(args: readonly string[]): Promise<IndexProbe> {
  const { stdout } = await run(process.execPath, [probe, ...args]);
  return JSON.parse(stdout) as IndexProbe;
}
