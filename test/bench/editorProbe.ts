// A program of its own, on a twin of the vscode module: prints what editors cost, as JSON.
import { createClient } from '../../src/core/api/createClient';
import type { Transport } from '../../src/core/api/transport';
import { createSession } from '../../src/core/session';
import { loadFlagKeys } from '../../src/core/useCase/loadFlagKeys';
import { refreshExperiments } from '../../src/core/useCase/refreshExperiments';
import { knownExperiments } from '../../src/core/store/knownExperiments';
import { createSandbox } from '../../src/sandbox/inProcessTransport';
import { CodeIndex } from '../../src/ui/code/codeIndex';
import { DocumentAnalyses } from '../../src/ui/code/documentAnalyses';
import { createEditor } from '../../src/ui/editor/createEditor';
import { MemoryMemento } from '../unit/support/memoryAccounts';
import { MemoryStorage } from '../unit/support/memoryStorage';
import { createEditedDocument, sourceOf } from './editedDocument';
import { time } from './measure';

export interface EditorProbe {
  readonly finderMs: readonly number[];
  /** All providers, once the finder has read the text. */
  readonly providersMs: readonly number[];
  readonly lensMs: readonly number[];
  readonly lenses: number;
  readonly links: number;
  readonly requests: { readonly typing: number; readonly moving: number; readonly hovering: number };
}

type Provide = (...args: unknown[]) => unknown;
type Provider = Readonly<Record<string, Provide | undefined>>;
interface Twin {
  readonly providers: readonly Provider[];
  readonly changedText: { fire(event: unknown): void };
  readonly visibleTextEditors: object[];
}

const runs = 40;
const silent = { info: () => undefined, debug: () => undefined, warn: () => undefined };

/** What waits for a pause in the typing runs when the benchmark says that there is one. */
const waiting = new Map<unknown, () => void>();
const realSetTimeout = globalThis.setTimeout;
function holdTimers(): void {
  const hold = (work: () => void, ms?: number): unknown => {
    if (ms === undefined || ms < 50) return realSetTimeout(work, ms);
    const timer = {};
    waiting.set(timer, work);
    return timer;
  };
  const drop = (timer: unknown): void => {
    if (!waiting.delete(timer)) clearRealTimeout(timer as NodeJS.Timeout);
  };
  const clearRealTimeout = globalThis.clearTimeout;
  Object.assign(globalThis, { setTimeout: hold, clearTimeout: drop });
}
function pause(): void {
  const due = [...waiting.values()];
  waiting.clear();
  for (const work of due) work();
}

async function main(): Promise<EditorProbe> {
  const { twin } = require('vscode') as { readonly twin: Twin };
  const sandbox = createSandbox({ experiments: 120 });
  let requests = 0;
  const counting: Transport = {
    send: (request, signal) => {
      requests++;
      return sandbox.transport.send(request, signal);
    },
  };
  const session = createSession(
    {
      accountId: 'bench',
      projectId: sandbox.projectId,
      webUrl: undefined,
      client: createClient(counting, silent),
      storage: new MemoryStorage(),
      now: Date.now,
    },
    sandbox.projectName,
  );
  await refreshExperiments(session, session.signal);
  await loadFlagKeys(session, session.signal);
  const keys = knownExperiments(session.store.state).map(({ flagKey }) => flagKey);

  let analyses: DocumentAnalyses | undefined;
  const index = new CodeIndex(async (made) => {
    analyses = new DocumentAnalyses(made);
    const never = {
      find: () => undefined,
      onDidChange: () => ({ dispose: () => undefined }),
      dispose: () => undefined,
    };
    return { analyses, variants: never as never, dispose: () => undefined };
  }, silent);
  const sessions = { current: session, onDidChange: () => ({ dispose: () => undefined }) };
  const memory = new MemoryMemento();
  const options = { sessions: sessions as never, index, logger: silent, memory, extensionUri: {} as never };
  createEditor(options);
  index.need();
  await settled();
  analyses?.configure({ flagFunctions: [], clientNames: [] }, new Set(keys));

  const document = createEditedDocument(sourceOf(keys));
  twin.visibleTextEditors.push({ document, viewColumn: 1, setDecorations: () => undefined });
  holdTimers();
  const token = {
    isCancellationRequested: false,
    onCancellationRequested: () => ({ dispose: () => undefined }),
  };
  const provided = (name: string, ...args: unknown[]): readonly object[] =>
    twin.providers.flatMap((provider) => (provider[name]?.(...args) as object[] | undefined) ?? []);
  const show = (): { readonly lenses: readonly object[]; readonly links: readonly object[] } => {
    twin.changedText.fire({ document, contentChanges: [] });
    const lenses = provided('provideCodeLenses', document, token);
    // As many as a screen holds are resolved.
    for (const lens of lenses.slice(0, 50)) provided('resolveCodeLens', lens, token);
    const links = provided('provideDocumentLinks', document, token);
    pause();
    return { lenses, links };
  };

  const finderMs: number[] = [];
  const providersMs: number[] = [];
  const beforeTyping = requests;
  for (let run = -20; run < runs; run++) {
    document.edit();
    const start = performance.now();
    analyses?.referencesIn(document as never);
    analyses?.branchesIn(document as never);
    const read = performance.now();
    show();
    if (run < 0) continue;
    finderMs.push(read - start);
    providersMs.push(performance.now() - read);
  }
  await settled();
  const typing = requests - beforeTyping;
  const { lenses, links } = show();
  const lensMs = await time(runs, () => {
    for (const lens of lenses.slice(0, 50)) provided('resolveCodeLens', lens, token);
  });
  const beforeMoving = requests;
  for (let line = 0; line < 2_000; line += 10)
    provided('provideDefinition', document, { line, character: 12 }, token);
  await settled();
  const moving = requests - beforeMoving;
  const place = document.positionAt(document.getText().indexOf(keys[0] ?? '') + 1);
  const hover = async (): Promise<void> => {
    provided('provideHover', document, place, token);
    await settled();
  };
  await hover();
  const beforeHovering = requests;
  await hover();
  const hovering = requests - beforeHovering;
  return {
    finderMs,
    providersMs,
    lensMs,
    lenses: lenses.length,
    links: links.length,
    requests: { typing, moving, hovering },
  };
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
}

void main().then((probe) => {
  console.log(JSON.stringify(probe));
  process.exit();
});
