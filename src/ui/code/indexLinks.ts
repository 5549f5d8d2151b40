import { Uri } from 'vscode';
import type { IndexLink, IndexListener } from '../../code/index/indexLink';
import type { IndexReport, IndexRequest, IndexRoot, IndexSummary } from '../../code/index/indexMessages';
import { createLocalIndex } from '../../code/index/localIndex';
import type { FlagNames } from '../../code/index/projectConfig';
import { createWorkspaceFileSource } from './workspaceFileSource';

/** Starts the indexer on a thread of its own, for folders on this machine's disk. */
export type StartWorker = (listener: IndexListener) => Promise<IndexLink>;

/** A folder of the workspace as it is told to whoever reads it. */
export interface RootToRead extends IndexRoot {
  readonly uri: Uri;
}

/** What folders are read for. */
export interface Wanted {
  readonly names: FlagNames;
  readonly keys: readonly string[];
}

type Kind = 'worker' | 'local';

/**
 * The indexers of a window: one on a thread for what is on disk, one in slices for everything else. They are heard as
 * one: it is ready when all are.
 */
export class IndexLinks {
  readonly #links = new Map<Kind, Promise<IndexLink>>();
  readonly #summaries = new Map<Kind, IndexSummary>();
  #roots: readonly RootToRead[] = [];
  #isOver = false;

  constructor(
    private readonly startWorker: StartWorker | undefined,
    private readonly hear: (report: IndexReport) => void,
  ) {}

  configure(roots: readonly RootToRead[], { names, keys }: Wanted): void {
    const used = new Set([...this.#links.keys(), ...roots.map((root) => this.#kindOf(root.uri))]);
    this.#roots = roots;
    for (const kind of used) {
      const mine = roots
        .filter((root) => this.#kindOf(root.uri) === kind)
        .map(({ id, uri, excludes }) => ({ id, location: locationOf(uri, kind), excludes }));
      this.#send(kind, { kind: 'configure', options: { roots: mine, names, keys } });
    }
  }

  /** To whom the path belongs. */
  send(path: string, request: IndexRequest): void {
    const root = this.#roots.find(({ id }) => path.startsWith(`${id}/`));
    if (root) this.#send(this.#kindOf(root.uri), request);
  }

  sendAll(request: IndexRequest): void {
    for (const kind of this.#links.keys()) this.#send(kind, request);
  }

  dispose(): void {
    this.#isOver = true;
    for (const link of this.#links.values()) void link.then((started) => started.dispose());
    this.#links.clear();
  }

  #kindOf(uri: Uri): Kind {
    return this.startWorker && uri.scheme === 'file' ? 'worker' : 'local';
  }

  #send(kind: Kind, request: IndexRequest): void {
    const known = this.#links.get(kind);
    const link = known ?? this.#start(kind);
    this.#links.set(kind, link);
    link.then(
      (started) => started.send(request),
      (error: unknown) => this.hear({ kind: 'failed', message: String(error) }),
    );
  }

  async #start(kind: Kind): Promise<IndexLink> {
    const listener: IndexListener = {
      hear: (report) => {
        if (!this.#isOver) this.#hear(kind, report);
      },
      fail: (message) => {
        // Asked again, a new one starts.
        this.#links.delete(kind);
        if (!this.#isOver) this.hear({ kind: 'failed', message });
      },
    };
    if (kind === 'worker' && this.startWorker) return this.startWorker(listener);
    return createLocalIndex(
      ({ location }, isExcluded) => createWorkspaceFileSource(Uri.parse(location, true), isExcluded),
      listener,
    );
  }

  #hear(kind: Kind, report: IndexReport): void {
    if (report.kind !== 'ready') {
      this.hear(report);
      return;
    }
    this.#summaries.set(kind, report.summary);
    const all = [...this.#links.keys()].map((each) => this.#summaries.get(each));
    const known = all.filter((summary) => summary !== undefined);
    if (known.length === all.length) this.hear({ kind: 'ready', summary: known.reduce(together) });
  }
}

function locationOf(uri: Uri, kind: Kind): string {
  return kind === 'worker' ? uri.fsPath : uri.toString();
}

function together(one: IndexSummary, other: IndexSummary): IndexSummary {
  return {
    files: one.files + other.files,
    skipped: {
      folders: one.skipped.folders + other.skipped.folders,
      minified: one.skipped.minified + other.skipped.minified,
      tooLarge: one.skipped.tooLarge + other.skipped.tooLarge,
      unreadable: one.skipped.unreadable + other.skipped.unreadable,
    },
    isCut: one.isCut || other.isCut,
    namesPostHog: one.namesPostHog || other.namesPostHog,
  };
}
