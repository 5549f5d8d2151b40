import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { findReferences } from '../../src/code/findReferences';
import { DocumentContext } from '../../src/code/index/documentContext';
import { noNames } from '../../src/code/index/projectConfig';
import { Project } from '../../src/code/project';
import { readFacts } from '../../src/code/readFacts';
import { projectRoot } from '../support/paths';
import { sampleKeys, sampleScript } from './codeSamples';
import { figure, type Figure, time } from './measure';

const run = promisify(execFile);
const probe = join(projectRoot, 'dist/test/bench/finderProbe.js');
const knownKeys = new Set(sampleKeys(350));

/** The finder in one open document: what an editor waits for. */
export async function measureFinder(): Promise<Figure[]> {
  const project = new Project([], { knownKeys });
  const short = sampleScript(2000);
  const long = sampleScript(10_000);
  const plain = short.replace(/.*posthog.*\n/g, '  total += 1;\n').replaceAll('posthog', 'other');
  const many = new Project([], { knownKeys: new Set(sampleKeys(5000)) });
  if (findReferences(plain, 'typescript', 'plain.ts', many).length > 0)
    throw new Error('Found a flag in plain code.');
  return [
    ...(await measureFirst()),
    figure('finder: 2,000 lines of TypeScript', 'ms', await time(60, () => find(short, project), 20), 3),
    figure('finder: 10,000 lines of TypeScript', 'ms', await time(30, () => find(long, project), 10), 6),
    figure(
      'finder: 2,000 lines without a flag, 5,000 keys',
      'ms',
      await time(60, () => findReferences(plain, 'typescript', 'plain.ts', many)),
      0.1,
    ),
    figure('finder: 2,000 lines after an edit, all users', 'ms', await measureEdits(short, 60), 1),
    figure('finder: memory that 10,000 edits leave', 'MB', [await measureGrowth()], 1),
    figure('finder: 1 MB in one line, in an editor', 'ms', await time(3, lookAtHugeLine, 0), 10),
    figure(
      'finder: 1 MB in one line, read all the same in 5 languages',
      'ms',
      await time(3, readHugeLine, 0),
      1000,
    ),
  ];
}

/** A document whose text changes, as an editor holds it: by words that are typed here and there. */
class EditedDocument {
  readonly #context = new DocumentContext();
  #version = 0;

  constructor(private text: string) {
    this.#context.configure(noNames, knownKeys);
  }

  edit(): void {
    const line = this.text.indexOf('\n', (this.#version * 7919) % this.text.length) + 1;
    const word = this.#version % 2 === 0 ? 'x' : ' ';
    this.text = this.text.slice(0, line) + word + this.text.slice(line);
    this.#version++;
  }

  /** What lens, hover, diagnostics and the status bar ask for. */
  ask(): void {
    const { text } = this;
    const asked = { path: 'page.ts', language: 'typescript', version: this.#version, getText: () => text };
    for (let user = 0; user < 4; user++) {
      if (this.#context.referencesIn(this, asked).length === 0) throw new Error('Found no flag.');
    }
  }
}

async function measureEdits(text: string, runs: number): Promise<number[]> {
  const document = new EditedDocument(text);
  const round = async () => {
    document.edit();
    return (await time(1, () => document.ask(), 0))[0] ?? Number.NaN;
  };
  for (let warmUp = 0; warmUp < 20; warmUp++) await round();
  const values: number[] = [];
  for (let edit = 0; edit < runs; edit++) values.push(await round());
  return values;
}

/** The heap that is used after 10,000 edits, less that after the first 100, in megabytes; both after collecting garbage. */
async function measureGrowth(): Promise<number> {
  const document = new EditedDocument(sampleScript(200));
  const used = () => {
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };
  let before = 0;
  for (let edit = 0; edit < 10_000; edit++) {
    document.edit();
    document.ask();
    if (edit === 100) before = used();
  }
  return (used() - before) / 1e6;
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
}

/** The first document in a fresh process, before and after warming up as the extension does. */
async function measureFirst(): Promise<Figure[]> {
  const first = async (...options: string[]) => {
    const { stdout } = await run(process.execPath, [probe, ...options]);
    return JSON.parse(stdout) as First;
  };
  const [cold, warm]: [First[], First[]] = [[], []];
  for (let round = 0; round < 7; round++) {
    cold.push(await first());
    warm.push(await first('warm'));
  }
  const firstMs = (all: readonly First[]) => all.map((each) => each.firstMs);
  return [
    figure('finder: first 2,000 lines of TypeScript, warmed up', 'ms', firstMs(warm), 10),
    figure('finder: first 2,000 lines of TypeScript, not warmed up', 'ms', firstMs(cold)),
    figure(
      'finder: warming up, longest slice',
      'ms',
      warm.map(({ longestMs }) => longestMs),
      10,
    ),
  ];
}

interface First {
  readonly firstMs: number;
  readonly longestMs: number;
}

const hugeLine = 'posthog.isFeatureEnabled("nav") <A x={ '.repeat(25_000);

function lookAtHugeLine(): void {
  const asked = { path: 'page.ts', language: 'typescript', version: 1, getText: () => hugeLine };
  new DocumentContext().referencesIn({}, asked);
}

function readHugeLine(): void {
  for (const language of ['typescriptreact', 'go', 'java', 'dart', 'csharp']) readFacts(hugeLine, language);
}

function find(text: string, project: Project): void {
  if (findReferences(text, 'typescript', 'page.ts', project).length === 0) throw new Error('Found no flag.');
}
