import { readFactsCache, writeFactsCache } from '../../../src/code/index/factsCache';
import type { FileSource, FoundFile } from '../../../src/code/index/fileSource';
import { Indexer } from '../../../src/code/index/indexer';
import type {
  CodeReference,
  IndexOptions,
  IndexReport,
  IndexRoot,
  IndexSummary,
} from '../../../src/code/index/indexMessages';
import type { KeptResults } from '../../../src/code/index/keptResults';
import { noNames } from '../../../src/code/index/projectConfig';
import { Slices } from '../../../src/code/index/slices';

type Files = Readonly<Record<string, string>>;

/** What an index leaves behind for the next one. */
export interface Left {
  readonly facts: string;
  readonly results: KeptResults | undefined;
}

interface TestOptions {
  readonly maxFiles?: number;
  readonly left?: Left;
}

/** An index of files in memory. Its first root is `0`. */
export class TestIndex {
  readonly reads: string[] = [];
  /** Files whose references were told, in order. */
  readonly told: string[] = [];
  readonly contextPaths: string[] = [];
  summary: IndexSummary | undefined;
  failure: string | undefined;
  failing: string | undefined;
  readonly #indexer: Indexer;
  readonly #disks = new Map<string, Map<string, { text: string; modifiedMs: number }>>();
  readonly #references = new Map<string, readonly CodeReference[]>();
  #options: IndexOptions = { roots: [], names: noNames, keys: undefined };
  #clock = 0;

  constructor(files: Files, { maxFiles = 1_000, left }: TestOptions) {
    this.#indexer = new Indexer({
      slices: new Slices({ sliceMs: 0, now: () => 0, breathe: () => Promise.resolve() }),
      maxFiles,
      createSource: (root, isExcluded) => this.#source(root, isExcluded),
      deliver: async (report) => this.#hear(report),
      restore: async ({ id }, known) => {
        if (left && id === '0') known.restore(id, readFactsCache(left.facts));
      },
      recall: async () => left?.results,
    });
    this.addRoot('0', files);
  }

  /** As if it ended here. */
  leave(): Left {
    const entries = [...this.#indexer.files.entries].map(([path, entry]) => [path.slice(2), entry] as const);
    const facts = [...writeFactsCache(this.#indexer.judgedBy, entries, Number.MAX_VALUE)].join('');
    return { facts, results: this.#indexer.keep() };
  }

  settled(): Promise<void> {
    return this.#indexer.settled;
  }

  /** `file:line key kind`; those of the first root without its name. */
  lines(): readonly string[] {
    return [...this.#references]
      .flatMap(([path, references]) =>
        references.map(({ line, key, kind }) => `${path.replace(/^0\//, '')}:${line + 1} ${key} ${kind}`),
      )
      .toSorted();
  }

  /** @param others what is told of as well, or instead when it is a folder of the file */
  write(path: string, text: string, ...others: readonly string[]): void {
    this.#disk('0').set(path, { text, modifiedMs: ++this.#clock });
    const isMoved = others.some((other) => path.startsWith(`${other}/`));
    this.#tell(isMoved ? others : [path, ...others]);
  }

  /** @param as the folder that is told of instead */
  remove(path: string, as = path): void {
    this.#disk('0').delete(path);
    this.#tell([as]);
  }

  type(path: string, text: string | undefined): void {
    this.#indexer.take({ kind: 'document', path: `0/${path}`, language: 'typescript', text });
  }

  configure(parts: Partial<IndexOptions>): void {
    this.#options = { ...this.#options, ...parts };
    this.#indexer.take({ kind: 'configure', options: this.#options });
  }

  addRoot(id: string, files: Files): void {
    const disk = this.#disk(id);
    for (const [path, text] of Object.entries(files)) disk.set(path, { text, modifiedMs: ++this.#clock });
    this.configure({ roots: [...this.#options.roots, { id, location: id, excludes: [] }] });
  }

  removeRoot(id: string): void {
    this.configure({ roots: this.#options.roots.filter((root) => root.id !== id) });
  }

  exclude(glob: string): void {
    this.configure({ roots: this.#options.roots.map((root) => ({ ...root, excludes: [glob] })) });
  }

  askContext(): void {
    this.#indexer.take({ kind: 'context' });
  }

  end(): void {
    this.#indexer.take({ kind: 'end' });
  }

  #disk(id: string) {
    const known = this.#disks.get(id) ?? new Map<string, { text: string; modifiedMs: number }>();
    this.#disks.set(id, known);
    return known;
  }

  #tell(paths: readonly string[]): void {
    this.#indexer.take({ kind: 'changed', paths: paths.map((path) => `0/${path}`) });
  }

  #source({ id }: IndexRoot, isExcluded: (path: string) => boolean): FileSource {
    const disk = this.#disk(id);
    const isOut = (path: string) =>
      path.split('/').some((_, at, parts) => isExcluded(parts.slice(0, at + 1).join('/')));
    const found = (path: string): FoundFile | undefined => {
      const file = disk.get(path);
      return file && !isOut(path)
        ? { path, bytes: file.text.length, modifiedMs: file.modifiedMs }
        : undefined;
    };
    return {
      list: (wants) => {
        if (this.failing !== undefined) throw new Error(this.failing);
        return [...disk.keys()].filter(wants).flatMap((path) => found(path) ?? []);
      },
      find: (path) => ([...disk.keys()].some((each) => each.startsWith(`${path}/`)) ? 'folder' : found(path)),
      read: (path) => {
        this.reads.push(path);
        return disk.get(path)?.text;
      },
    };
  }

  #hear(report: IndexReport): void {
    switch (report.kind) {
      case 'references':
        for (const [path, references] of report.files) {
          this.told.push(path);
          this.#references.set(path, references);
        }
        break;
      case 'contextFiles':
        this.contextPaths.push(...report.files.map(([path]) => path));
        break;
      case 'ready':
        this.summary = report.summary;
        this.failure = undefined;
        break;
      case 'failed':
        this.failure = report.message;
        break;
      case 'progress':
      case 'contextOptions':
        break;
    }
  }
}

export function createIndexer(files: Files, options: TestOptions = {}): TestIndex {
  return new TestIndex(files, options);
}

/** Code that names one flag: its constant, a use of that, and a call by itself. */
export const flags = `export const FLAG_NAV = 'new-nav';`;
export const use = `import { FLAG_NAV } from './flags';\nposthog.isFeatureEnabled(FLAG_NAV);`;
export const call = `posthog.isFeatureEnabled('new-nav');`;

/** `file:line key kind`, of all files. */
export const said = async (index: TestIndex) => {
  await index.settled();
  return index.lines();
};
