import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { findReferences } from '../../src/code/findReferences';
import { DocumentContext } from '../../src/code/index/documentContext';
import { noNames } from '../../src/code/index/projectConfig';
import { Project } from '../../src/code/project';
import { readFacts } from '../../src/code/readFacts';
import { sampleKeys } from './codeSamples';
import { figure, type Figure, time } from './measure';

const knownKeys = new Set(sampleKeys(350));

/** The finder in one open document: what an editor waits for. */
export async function measureFinder(): Promise<Figure[]> {
  const project = new Project([], { knownKeys });
  const short = sampleScript(2000);
  const long = sampleScript(10_000);
  const cold = await time(1, () => find(short, project), 0);
  const plain = short.replace(/.*posthog.*\n/g, '  total += 1;\n').replaceAll('posthog', 'other');
  const many = new Project([], { knownKeys: new Set(sampleKeys(5000)) });
  if (findReferences(plain, 'typescript', 'plain.ts', many).length > 0)
    throw new Error('Found a flag in plain code.');
  return [
    figure('finder: 2,000 lines of TypeScript, first call', 'ms', cold, 10),
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
    figure('finder: 1 MB in one line of half-typed tags', 'ms', await time(3, readHugeLine, 0), 1000),
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
  for (let run = 0; run < runs; run++) values.push(await round());
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

function readHugeLine(): void {
  const text = 'posthog.isFeatureEnabled("nav") <A x={ '.repeat(25_000);
  for (const language of ['typescriptreact', 'go', 'java', 'dart', 'csharp']) readFacts(text, language);
}

function find(text: string, project: Project): void {
  if (findReferences(text, 'typescript', 'page.ts', project).length === 0) throw new Error('Found no flag.');
}

/** A PostHog call each 35 lines or so, and about 39 bytes a line. */
function sampleScript(lines: number): string {
  const line = (at: number) => {
    if (at % 35 === 0) return `  if (posthog.isFeatureEnabled('flag-${at}')) show(${at}, 'value-${at}');`;
    if (at % 7 === 0)
      return `  const value${at} = compute(a${at}, { x: ${at}, y: 'text' }).map((item) => item.name);`;
    return at % 5 === 0 ? `  // a comment about line ${at}` : `  total += values[${at}] * factor; // note`;
  };
  const body = Array.from({ length: lines - 4 }, (_, at) => line(at)).join('\n');
  return `import posthog from 'posthog-js';\nexport function main(values: number[], factor: number) {\n  let total = 0;\n${body}\n}\n`;
}
