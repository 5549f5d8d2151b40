import { EventEmitter, Uri } from 'vscode';
import type { CodeReference, IndexReport, IndexSummary } from '../../code/index/indexMessages';
import { ReferenceTable } from '../../code/index/referenceTable';
import type { Logger } from '../../core/logger';
import { inBackground } from '../../core/inBackground';
import type { VariantUse } from '../../core/treeView/coverageRow';
import type { DocumentAnalyses } from './documentAnalyses';
import type { VariantUses } from './variantUses';

export type CodeIndexState =
  /** Nobody asked yet, or there is nothing to look at: no folder, no account, switched off. */
  | { readonly kind: 'idle' }
  /** What is found so far may lack something. */
  | { readonly kind: 'scanning'; readonly files: number }
  | { readonly kind: 'ready'; readonly summary: IndexSummary }
  | { readonly kind: 'failed'; readonly message: string };

/** One place in the code of the workspace. Lines and UTF-16 columns from 0. */
export interface CodePlace extends CodeReference {
  readonly uri: Uri;
  /** For people: below its folder, with the folder's name in front when there are several. */
  readonly path: string;
}

/** What reads the workspace and tells the index, loaded when somebody needs it. */
export interface IndexFeeder {
  readonly analyses: DocumentAnalyses;
  readonly variants: VariantUses;
  dispose(): void;
}

export interface IndexRootUri {
  readonly uri: Uri;
  /** Shown before the path. */
  readonly name: string | undefined;
}

/**
 * Where the code of the workspace reads which flag. Knows nothing before somebody needs it, and is fed from then on;
 * everything it says is what is known at the moment.
 */
export class CodeIndex {
  readonly #changed = new EventEmitter<void>();
  /** References or state are others than before. */
  readonly onDidChange = this.#changed.event;
  readonly #table = new ReferenceTable();
  #roots: ReadonlyMap<string, IndexRootUri> = new Map();
  #state: CodeIndexState = { kind: 'idle' };
  #feeder: Promise<IndexFeeder> | undefined;
  #analyses: DocumentAnalyses | undefined;
  #variants: VariantUses | undefined;
  #isDisposed = false;

  constructor(
    private readonly load: (index: CodeIndex) => Promise<IndexFeeder>,
    private readonly logger: Logger,
  ) {}

  get state(): CodeIndexState {
    return this.#state;
  }

  /** Somebody shows what the index knows: it is read, and kept up to date from then on. */
  need(): void {
    if (this.#feeder || this.#isDisposed) return;
    this.#feeder = this.load(this).then((feeder) => {
      this.#analyses = feeder.analyses;
      this.#variants = feeder.variants;
      feeder.variants.onDidChange(() => this.#changed.fire());
      this.#changed.fire();
      return feeder;
    });
    inBackground(this.#feeder, 'Looking through the code', this.logger);
  }

  /** What open documents read, by their text of now; undefined until the finder is loaded, which `need` begins. */
  get analyses(): DocumentAnalyses | undefined {
    return this.#analyses;
  }

  /** Places that name a flag, by file and line. */
  placesOf(key: string): readonly CodePlace[] {
    return this.#table.ofKey(key).flatMap(({ path, reference }) => this.#placeAt(path, reference) ?? []);
  }

  countOf(key: string): number {
    return this.#table.ofKey(key).length;
  }

  /** Whether a constant is known to hold the key. */
  isDefined(key: string): boolean {
    return this.#table.ofKey(key).some(({ reference }) => reference.kind === 'definition');
  }

  /** What the code does with the variants of a flag; undefined before it was read, which this begins. */
  variantsOf(key: string): VariantUse | undefined {
    return this.#variants?.find(key, this.placesOf(key));
  }

  /** References in a file as it was read last; also those whose key only the running program knows. */
  referencesIn(uri: Uri): readonly CodeReference[] {
    const path = this.pathOf(uri);
    return path === undefined ? [] : this.#table.inFile(path);
  }

  /** Every key that the code names. */
  keys(): Iterable<string> {
    return this.#table.keys();
  }

  /** `<id of the root>/<path below it>`; undefined outside the workspace. */
  pathOf(uri: Uri): string | undefined {
    for (const [id, { uri: root }] of this.#roots) {
      const isBelow = uri.scheme === root.scheme && uri.authority === root.authority;
      const folder = root.path.endsWith('/') ? root.path : `${root.path}/`;
      if (isBelow && uri.path.startsWith(folder)) return `${id}/${uri.path.slice(folder.length)}`;
    }
    return undefined;
  }

  /** The feeder's alone. */
  setRoots(roots: ReadonlyMap<string, IndexRootUri>): void {
    this.#roots = roots;
  }

  /** The feeder's alone: forgets everything. */
  reset(): void {
    this.#table.clear();
    this.#become({ kind: 'idle' });
  }

  /** The feeder's alone. */
  hear(report: IndexReport): void {
    switch (report.kind) {
      case 'progress':
        this.#become({ kind: 'scanning', files: report.files });
        break;
      case 'references':
        this.#table.put(report.files);
        this.#changed.fire();
        break;
      case 'ready':
        this.#become({ kind: 'ready', summary: report.summary });
        break;
      case 'failed':
        this.#become({ kind: 'failed', message: report.message });
        break;
      case 'contextOptions':
      case 'contextFiles':
        break;
    }
  }

  dispose(): void {
    this.#isDisposed = true;
    const disposeFeeder = async () => (await this.#feeder)?.dispose();
    inBackground(disposeFeeder(), 'Ending the look through the code', this.logger);
    this.#changed.dispose();
  }

  #become(state: CodeIndexState): void {
    const isSame = state.kind === this.#state.kind && state.kind !== 'scanning' && state.kind !== 'failed';
    this.#state = state;
    if (!isSame) this.#changed.fire();
  }

  #placeAt(path: string, reference: CodeReference): CodePlace | undefined {
    const id = path.slice(0, path.indexOf('/'));
    const below = path.slice(id.length + 1);
    const root = this.#roots.get(id);
    if (!root) return undefined;
    const shown = root.name === undefined ? below : `${root.name}/${below}`;
    return { ...reference, uri: Uri.joinPath(root.uri, below), path: shown };
  }
}
