import { commands, ExtensionMode, type ExtensionContext, type Uri, window } from 'vscode';
import { Accounts } from './core/account/accounts';
import { type Environment, findEnvironmentAccount } from './core/account/environmentAccount';
import { Sessions, type Transports } from './core/account/sessions';
import type { Transport } from './core/api/transport';
import type { Logger } from './core/logger';
import { once } from './shared/once';
import type { SandboxControl } from './sandbox/control';
import { sandboxProjectIds } from './sandbox/keys';
import { type AskWhere, askWhereInDialog } from './ui/askWhere';
import { type Confirm, confirmInDialog } from './ui/confirm';
import { CodeIndex } from './ui/code/codeIndex';
import type { StartWorker } from './ui/code/indexLinks';
import type { EditorParts } from './ui/editor/createEditor';
import { loadEditor } from './ui/editor/loadEditor';
import { guardEarly } from './ui/earlyGuard';
import { createFileStorage } from './ui/fileStorage';
import { contextKeys } from './ui/ids';
import type { OnDemand } from './ui/onDemand';
import { registerOnDemand } from './ui/registerOnDemand';
import { warnUnencrypted } from './ui/session/warnUnencrypted';
import { ExperimentsTree } from './ui/tree/experimentsTree';
import { createExperimentsView } from './ui/tree/experimentsView';

/** What tests inside the editor get, and nobody else. */
export interface TestApi {
  replaceConfirm(confirm: Confirm): void;
  replaceAskWhere(askWhere: AskWhere): void;
  readonly code: CodeIndex;
  /** Loads what editors show, unless it is loaded already. */
  readonly editor: () => Promise<EditorParts>;
  /** As if somebody clicked on such a link outside of the editor. */
  readonly openLink: (uri: Uri) => Promise<unknown>;
  /** Makes the newest sample project slow or fail. */
  readonly sampleControl: () => SandboxControl | undefined;
}

/** Builds and wires everything. Waits for nothing: the first visible view or the first script asks for a session. */
export function activate(context: ExtensionContext): TestApi | undefined {
  const log = window.createOutputChannel('Experiment Lens', { log: true });
  const logger: Logger = log;
  const storage = createFileStorage(context.globalStorageUri, logger);
  const accounts = new Accounts(context, () => findEnvironmentAccount(readEnvironment(), logger), storage);
  let sample: SandboxControl | undefined;
  const sessions = new Sessions(
    accounts,
    lazyTransports(logger, (control) => (sample = control)),
    storage,
    logger,
  );
  const code = new CodeIndex(async (index) => {
    const { followWorkspace } = await import('./ui/code/followWorkspace');
    const startWorker = await findStartWorker(context);
    return followWorkspace({ index, sessions, logger, startWorker });
  }, logger);
  const tree = new ExperimentsTree(sessions, code, logger);
  const view = createExperimentsView(tree, sessions, code, logger);
  let confirm = confirmInDialog;
  let askWhere = askWhereInDialog;
  const editor = once(async (): Promise<EditorParts> => {
    const { createEditor } = await import('./ui/editor/createEditor');
    const { extensionUri, workspaceState } = context;
    return createEditor({ sessions, index: code, logger, extensionUri, memory: workspaceState });
  });
  const onDemand = once(async (): Promise<OnDemand> => {
    const { createOnDemand } = await import('./ui/onDemand');
    const made = createOnDemand(context.extensionUri, code, {
      sessions,
      logger,
      confirm: (question) => confirm(question),
      askWhere: (file) => askWhere(file),
      revealRow: (id) => view.reveal(id),
      memory: context.workspaceState,
      editor,
      showLog: () => log.show(),
    });
    context.subscriptions.push(made);
    return made;
  });

  context.subscriptions.push(
    log,
    accounts,
    sessions.onDidChange(({ kind }) => void commands.executeCommand('setContext', contextKeys.session, kind)),
    warnUnencrypted(sessions, logger),
    sessions,
    code,
    guardEarly(sessions, context.workspaceState),
    tree,
    view,
    loadEditor(editor, sessions, logger),
    ...registerOnDemand(onDemand),
  );

  if (context.extensionMode !== ExtensionMode.Test) return undefined;
  return {
    replaceConfirm: (replacement) => (confirm = replacement),
    replaceAskWhere: (replacement) => (askWhere = replacement),
    code,
    editor,
    openLink: async (uri) => (await onDemand()).openLink(uri),
    sampleControl: () => sample,
  };
}

/** A browser host has no threads. What the finder read is kept for the workspace, or not at all without one. */
async function findStartWorker({ storageUri }: ExtensionContext): Promise<StartWorker | undefined> {
  const { startIndexWorker } = await import('./node/startIndexWorker');
  if (!(startIndexWorker as typeof startIndexWorker | undefined)) return undefined;
  const cacheFolder = storageUri?.scheme === 'file' ? storageUri.fsPath : undefined;
  return async (listener) => startIndexWorker(cacheFolder, listener);
}

/** A browser host has no environment. */
function readEnvironment(): Environment {
  return typeof process === 'undefined' ? {} : process.env;
}

/** The desktop build keeps these parts in files of their own and reads each when it is first needed. */
function lazyTransports(logger: Logger, onSample: (control: SandboxControl) => void): Transports {
  return {
    http: (host, token) =>
      lazily(async () => (await import('./net/axiosTransport')).createAxiosTransport({ host, token })),
    client: async (transport) => (await import('./core/api/createClient')).createClient(transport, logger),
    sample: () => {
      const sandbox = once(async () => {
        const made = (await import('./sandbox/inProcessTransport')).createSample();
        onSample(made.control);
        return made;
      });
      return {
        transport: lazily(async () => (await sandbox()).transport),
        project: { id: sandboxProjectIds.shop, name: 'Fernwood Shop' },
      };
    },
  };
}

function lazily(load: () => Promise<Transport>): Transport {
  const transport = once(load);
  return { send: async (request, signal) => (await transport()).send(request, signal) };
}
