import { Disposable, type Uri, workspace } from 'vscode';
import { createSharedSlices } from '../../code/index/slices';
import { warmUp } from '../../code/warmUp';
import type { Sessions } from '../../core/account/sessions';
import { inBackground } from '../../core/inBackground';
import type { Logger } from '../../core/logger';
import type { Session } from '../../core/session';
import { knownFlagKeys } from '../../core/store/knownFlagKeys';
import { loadFlagKeys } from '../../core/useCase/loadFlagKeys';
import type { CodeIndex, IndexFeeder } from './codeIndex';
import { DocumentAnalyses } from './documentAnalyses';
import { IndexLinks, type RootToRead, type StartWorker } from './indexLinks';
import { changesIndex, excludesOf, flagNames, isIndexOn } from './indexSettings';
import { VariantUses } from './variantUses';
import { watchDocuments } from './watchDocuments';
import { watchFiles } from './watchFiles';

export interface WorkspaceOptions {
  readonly index: CodeIndex;
  readonly sessions: Sessions;
  readonly logger: Logger;
  /** Undefined where there are no threads. */
  readonly startWorker: StartWorker | undefined;
}

/**
 * Feeds the index: reads the workspace while somebody is signed in and the index is switched on, and follows what
 * changes in it. Without either nothing is read, watched or kept. Resolves once documents are read fast.
 */
export async function followWorkspace({
  index,
  sessions,
  logger,
  startWorker,
}: WorkspaceOptions): Promise<IndexFeeder> {
  const analyses = new DocumentAnalyses(index);
  const variants = new VariantUses(analyses, logger);
  let reading: Reading | undefined;
  const follow = () => {
    const session = sessions.current;
    const isWanted = session !== undefined && isIndexOn() && (workspace.workspaceFolders?.length ?? 0) > 0;
    if (isWanted && reading?.session === session) {
      reading.configure();
      return;
    }
    reading?.dispose();
    reading = undefined;
    index.reset();
    analyses.configure(flagNames(), new Set(session ? knownFlagKeys(session.store.state) : []));
    if (isWanted) reading = new Reading(session, { index, analyses, logger, startWorker });
  };
  const listeners = Disposable.from(
    sessions.onDidChange(follow),
    workspace.onDidChangeWorkspaceFolders(follow),
    workspace.onDidChangeConfiguration((event) => {
      if (changesIndex(event)) follow();
    }),
  );
  follow();
  await warmUp(createSharedSlices());
  return {
    analyses,
    variants,
    dispose: () => {
      reading?.dispose();
      variants.dispose();
      analyses.dispose();
      listeners.dispose();
    },
  };
}

/** The workspace as one session reads it. */
class Reading {
  readonly #links: IndexLinks;
  readonly #listeners;
  /** The same number for the same folder as long as the window lives. */
  readonly #ids = new Map<string, string>();
  #keys: readonly string[] = [];

  constructor(
    readonly session: Session,
    private readonly options: Omit<WorkspaceOptions, 'sessions'> & { readonly analyses: DocumentAnalyses },
  ) {
    const { index, analyses, logger, startWorker } = options;
    this.#links = new IndexLinks(startWorker, (report) => {
      index.hear(report);
      analyses.hear(report);
    });
    const unsubscribe = session.store.subscribe(() => {
      if (!isSame(this.#keys, knownFlagKeys(session.store.state))) this.configure();
    });
    this.#listeners = Disposable.from(
      this.#links,
      new Disposable(unsubscribe),
      watchFiles((uris) => this.#tellChanged(uris)),
      watchDocuments((document, text) => {
        const path = index.pathOf(document.uri);
        if (path === undefined) return;
        this.#links.send(path, { kind: 'document', path, language: document.languageId, text });
      }),
      analyses.onDidNeedContext(() => this.#links.sendAll({ kind: 'context' })),
    );
    index.hear({ kind: 'progress', files: 0 });
    this.configure();
    if (analyses.needsContext) this.#links.sendAll({ kind: 'context' });
    inBackground(loadFlagKeys(session, session.signal), 'Reading the keys of the flags', logger);
  }

  /** Tells what to read, and by which keys and names. Only what differs from before is done. */
  configure(): void {
    const folders = workspace.workspaceFolders ?? [];
    const roots = folders.map((folder): RootToRead & { readonly name: string } => ({
      id: this.#idOf(folder.uri),
      uri: folder.uri,
      location: '',
      excludes: excludesOf(folder),
      name: folder.name,
    }));
    const isAlone = folders.length === 1;
    this.options.index.setRoots(
      new Map(roots.map(({ id, uri, name }) => [id, { uri, name: isAlone ? undefined : name }])),
    );
    this.#keys = knownFlagKeys(this.session.store.state);
    this.#links.configure(roots, { names: flagNames(), keys: this.#keys });
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  #tellChanged(uris: readonly Uri[]): void {
    const paths = uris.flatMap((uri) => this.options.index.pathOf(uri) ?? []);
    const first = paths[0];
    if (first === undefined) return;
    for (const id of new Set(paths.map((path) => path.slice(0, path.indexOf('/'))))) {
      const mine = paths.filter((path) => path.startsWith(`${id}/`));
      this.#links.send(`${id}/`, { kind: 'changed', paths: mine });
    }
  }

  #idOf(uri: Uri): string {
    const key = uri.toString();
    const known = this.#ids.get(key) ?? String(this.#ids.size);
    this.#ids.set(key, known);
    return known;
  }
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((each, at) => each === others[at]);
}
