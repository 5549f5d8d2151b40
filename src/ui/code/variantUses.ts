import { Disposable, EventEmitter, FileSystemError, type Uri, workspace } from 'vscode';
import { inBackground } from '../../core/inBackground';
import type { Logger } from '../../core/logger';
import type { VariantBranch, VariantUse } from '../../core/treeView/coverageRow';
import { lineStartsOf, placeOf } from '../../code/index/lineStarts';
import type { CodePlace } from './codeIndex';
import type { DocumentAnalyses } from './documentAnalyses';

/** More files than that are not read for one row of the tree: what they do is said to be unknown. */
const maxFiles = 30;

/** What the code does with the variants of a flag: its files are read again when somebody looks, and kept from then on. */
export class VariantUses {
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #known = new Map<string, VariantUse>();
  /** The places that it was read for, or is being read for. */
  readonly #wanted = new Map<string, string>();
  readonly #listeners;
  #isDisposed = false;

  constructor(
    private readonly analyses: DocumentAnalyses,
    private readonly logger: Logger,
  ) {
    // What was read stays on screen until it is read again.
    const readAgain = (): void => {
      if (this.#wanted.size === 0) return;
      this.#wanted.clear();
      this.#changed.fire();
    };
    this.#listeners = Disposable.from(
      this.#changed,
      workspace.onDidSaveTextDocument(readAgain),
      analyses.onDidChange(readAgain),
    );
  }

  /** What is known of it; undefined while it is being read for the first time. */
  find(key: string, places: readonly CodePlace[]): VariantUse | undefined {
    const basis = places.map(({ uri, line, column }) => `${uri.path}:${line}:${column}`).join('\n');
    if (this.#wanted.get(key) !== basis) {
      this.#wanted.set(key, basis);
      inBackground(this.#read(key, basis, places), 'Reading what code does with variants', this.logger);
    }
    return this.#known.get(key);
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#listeners.dispose();
  }

  async #read(key: string, basis: string, places: readonly CodePlace[]): Promise<void> {
    const reads = places.filter(({ kind }) => kind !== 'definition');
    const byFile = new Map(reads.map(({ uri, path }) => [uri.toString(), { uri, path }]));
    const files = [...byFile.values()];
    const branches: VariantBranch[] = [];
    let unknownReads = 0;
    for (const { uri, path } of files.slice(0, maxFiles)) {
      const use = await this.#readFile(key, uri, path);
      branches.push(...(use?.branches ?? []));
      unknownReads += use?.unknownReads ?? 1;
    }
    if (this.#isDisposed || this.#wanted.get(key) !== basis) return;
    const use = { branches, unknownReads: unknownReads + Math.max(0, files.length - maxFiles) };
    const isSame = JSON.stringify(this.#known.get(key)) === JSON.stringify(use);
    this.#known.set(key, use);
    if (!isSame) this.#changed.fire();
  }

  async #readFile(key: string, uri: Uri, path: string): Promise<VariantUse | undefined> {
    try {
      const { text, references, branches } = await this.analyses.readFile(uri);
      const lineStarts = lineStartsOf(text);
      const own = branches.filter((branch) => branch.key === key);
      const read = new Set(own.map(({ readAt }) => readAt));
      const reads = references.filter((each) => each.key === key && each.kind !== 'definition');
      return {
        branches: own.map(({ outcomes, isNot, start, end }) => {
          const from = placeOf(lineStarts, start);
          const to = placeOf(lineStarts, end);
          const at = { ...from, endLine: to.line, endColumn: to.column };
          return { outcomes, isNot, place: { uri: uri.toString(), path, ...at, kind: 'branch' } };
        }),
        unknownReads: reads.filter(({ start }) => !read.has(start)).length,
      };
    } catch (error) {
      // Deleted in the meantime, or not to be read: its reads are unknown.
      if (error instanceof FileSystemError) return undefined;
      throw error;
    }
  }
}
