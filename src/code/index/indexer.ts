import { contextOf, textOfContext } from './codeContext';
import { createExclusion, type IsExcluded } from './excludeGlobs';
import type { FileSource } from './fileSource';
import { IndexedFiles } from './indexedFiles';
import { IndexedRoot } from './indexedRoot';
import type { IndexOptions, IndexReport, IndexRequest, IndexRoot } from './indexMessages';
import { noNames } from './projectConfig';
import { ReferenceReporter } from './referenceReporter';
import { resolvedResults, type Results } from './results';
import { findKeptResults, keepResults, type KeptResults } from './keptResults';
import type { Slices } from './slices';
import { summarize } from './summarize';

/** What the indexer needs of the place it runs in. */
export interface IndexerHost {
  readonly slices: Slices;
  /** More files than that are not read. */
  readonly maxFiles: number;
  createSource(root: IndexRoot, isExcluded: IsExcluded): FileSource;
  /** Resolves when the report was taken in. */
  deliver(report: IndexReport): Promise<void>;
  /** Puts what was kept of a root into the files; before the root is read for the first time. */
  restore(root: IndexRoot, files: IndexedFiles): Promise<void>;
  /** What was told at last of these roots together, as far as it was kept. */
  recall(roots: readonly IndexRoot[]): Promise<KeptResults | undefined>;
}

/** From so many changes on it is quicker to look at everything: somebody switched branches. */
const manyChanges = 300;
const filesPerProgress = 500;
/** A change makes the telling begin again, but not for ever: builds can write all the time. */
const maxRestarts = 3;

/**
 * Keeps the references of a workspace up to date: reads what changed, resolves all, tells the differences. One piece of
 * work after the other, in slices; a newer request makes what is under way be done again with it.
 */
export class Indexer {
  readonly files = new IndexedFiles();
  readonly #roots = new Map<string, { readonly root: IndexRoot; readonly indexed: IndexedRoot }>();
  readonly #toRestore = new Set<string>();
  readonly #toScan = new Set<string>();
  readonly #toLook = new Set<string>();
  /** Files that matter and whose facts were not read yet. */
  readonly #toRead = new Set<string>();
  readonly #reporter;
  #options: IndexOptions = { roots: [], names: noNames, keys: undefined };
  /** Why a root could not be read, by its id. Each change tries again. */
  readonly #failures = new Map<string, string>();
  #hasNewNames = false;
  #madeWith = '';
  #kept: Promise<KeptResults | undefined> | undefined;
  /** What was told last. */
  #results: Results | undefined;
  /** Counts what makes the references told so far outdated. */
  #wanted = 0;
  #told = 0;
  #restarts = 0;
  #tellsContext = false;
  #isEnded = false;
  #work: Promise<void> | undefined;
  #filesRead = 0;

  constructor(private readonly host: IndexerHost) {
    this.#reporter = new ReferenceReporter(host.slices, (report) => host.deliver(report));
  }

  /** Resolves when nothing is left to do. */
  get settled(): Promise<void> {
    return this.#work ?? Promise.resolve();
  }

  get roots(): readonly IndexRoot[] {
    return this.#options.roots;
  }

  /** All but the files that decides what is found, as text. */
  get madeWith(): string {
    return this.#madeWith;
  }

  /** Words by which all files were judged; none while some are still to be read. */
  get judgedBy(): Iterable<string> {
    return this.#toRead.size > 0 ? [] : this.files.judgedBy;
  }

  /** What is told now, to be kept; undefined while that changes, and while editors hold what is on no disk. */
  keep(): KeptResults | undefined {
    const isSettled = !this.#work && this.#told === this.#wanted && this.#failures.size === 0;
    if (!this.#results || !isSettled || this.files.hasDocuments) return undefined;
    return keepResults(this.#madeWith, this.files, this.#results, this.#reporter.told);
  }

  take(request: IndexRequest): void {
    switch (request.kind) {
      case 'configure':
        this.#configure(request.options);
        break;
      case 'changed':
        for (const path of request.paths) this.#toLook.add(path);
        break;
      case 'document':
        this.files.open(request.path, request.language, request.text);
        break;
      case 'context':
        this.#tellsContext = true;
        break;
      case 'taken':
        return;
      case 'end':
        this.#isEnded = true;
        return;
    }
    this.#wanted++;
    this.#work ??= this.#run().finally(() => (this.#work = undefined));
  }

  #configure(options: IndexOptions): void {
    this.#options = options;
    this.#hasNewNames = true;
    this.files.expect([options.names], options.keys ?? []);
    const open = new Set(options.roots.map(({ id }) => id));
    for (const [id, { indexed }] of this.#roots) {
      if (open.has(id)) continue;
      indexed.close();
      this.#roots.delete(id);
    }
    for (const root of options.roots) {
      const known = this.#roots.get(root.id)?.root;
      if (!known) this.#toRestore.add(root.id);
      if (known && known.excludes.join('\n') === root.excludes.join('\n')) continue;
      const source = this.host.createSource(root, createExclusion(root.excludes));
      const indexed = new IndexedRoot(root.id, source, this.files, this.host.maxFiles);
      this.#roots.set(root.id, { root, indexed });
      this.#toScan.add(root.id);
    }
  }

  async #run(): Promise<void> {
    // Requests that come together are answered together.
    await this.host.slices.next();
    while (!this.#isEnded && this.#told !== this.#wanted) {
      try {
        await this.#bringUpToDate();
      } catch (error) {
        this.#told = this.#wanted;
        await this.host.deliver({ kind: 'failed', message: textOf(error) });
      }
    }
  }

  async #bringUpToDate(): Promise<void> {
    const version = this.#wanted;
    const isWanted = () => !this.#isEnded && (this.#wanted === version || this.#restarts > maxRestarts);
    this.#restarts++;
    await this.#look();
    for (const id of [...this.#toScan, ...this.#failures.keys()]) await this.#scan(id);
    if (this.#isEnded) return;
    if (this.#hasNewNames) await this.#rename();
    if (!isWanted()) return;
    const results = await this.#resolve(isWanted);
    if (!results) return;
    await this.#reporter.tellReferences(results, isWanted);
    if (isWanted() && this.#tellsContext) await this.#reporter.tellContext(results);
    if (!isWanted()) return;
    this.#results = results;
    this.#told = version;
    this.#restarts = 0;
    const [message] = this.#failures.values();
    if (message === undefined) {
      const roots = [...this.#roots.values()].map(({ indexed }) => indexed);
      const found = { files: this.files.entries.size, namesPostHog: results.namesPostHog };
      await this.host.deliver({ kind: 'ready', summary: summarize(roots, found) });
    } else await this.host.deliver({ kind: 'failed', message });
  }

  /** @returns undefined when that was not done to its end */
  async #resolve(isWanted: () => boolean): Promise<Results | undefined> {
    this.#kept ??= this.host.recall(this.#options.roots);
    const kept = findKeptResults(await this.#kept, this.#madeWith, this.files);
    if (kept) return kept;
    return (await this.#readWanted(isWanted)) ? resolvedResults(this.files) : undefined;
  }

  async #look(): Promise<void> {
    const paths = [...this.#toLook];
    this.#toLook.clear();
    for (const path of paths) {
      const id = path.slice(0, path.indexOf('/'));
      const indexed = this.#roots.get(id)?.indexed;
      if (!indexed) continue;
      const need = paths.length > manyChanges ? 'scan' : await indexed.look(path.slice(id.length + 1));
      if (need === 'scan') this.#toScan.add(id);
      if (need !== undefined) this.#hasNewNames = true;
      if (this.host.slices.isOver) await this.host.slices.next();
    }
  }

  async #scan(id: string): Promise<void> {
    this.#toScan.delete(id);
    this.#failures.delete(id);
    const found = this.#roots.get(id);
    if (!found) return;
    const { root, indexed } = found;
    if (this.#toRestore.delete(id)) await this.host.restore(root, this.files);
    const isWanted = () => !this.#isEnded && this.#roots.get(id) === found;
    const onFile = () => {
      this.#filesRead++;
      if (this.#filesRead % filesPerProgress === 0)
        void this.host.deliver({ kind: 'progress', files: this.#filesRead });
    };
    try {
      await indexed.scan({ slices: this.host.slices, isWanted, onFile });
      this.#hasNewNames = true;
    } catch (error) {
      this.#failures.set(id, textOf(error));
    }
  }

  /**
   * Reads whole which files turned out to matter, and which these make matter, until there are no more.
   * @returns whether that was done to its end
   */
  async #readWanted(isWanted: () => boolean): Promise<boolean> {
    for (;;) {
      for (const path of this.files.findWanted()) this.#toRead.add(path);
      if (this.#toRead.size === 0) return true;
      for (const path of this.#toRead) {
        this.#toRead.delete(path);
        await this.#roots.get(path.slice(0, path.indexOf('/')))?.indexed.readWhole(path);
        if (this.host.slices.isOver) await this.host.slices.next();
        if (!isWanted()) return false;
      }
    }
  }

  async #rename(): Promise<void> {
    this.#hasNewNames = false;
    const all = [];
    for (const { indexed } of this.#roots.values()) all.push(await indexed.readNames());
    const context = contextOf(all, this.#options);
    this.#madeWith = textOfContext(context, this.#options);
    this.files.configure(context);
    await this.host.deliver({ kind: 'contextOptions', context });
  }
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
