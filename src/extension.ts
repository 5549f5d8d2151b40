import { commands, ExtensionMode, type ExtensionContext, window } from 'vscode';
import { Accounts } from './core/account/accounts';
import { type Environment, findEnvironmentAccount } from './core/account/environmentAccount';
import { Sessions, type Transports } from './core/account/sessions';
import { lazyClient } from './core/api/lazyClient';
import type { Transport } from './core/api/transport';
import type { Logger } from './core/logger';
import { once } from './shared/once';
import { sandboxProjectIds } from './sandbox/keys';
import { registerCommands } from './ui/commands/registerCommands';
import { type Confirm, confirmInDialog } from './ui/confirm';
import { FlagCodeLens } from './ui/editor/flagCodeLens';
import { createFileStorage } from './ui/fileStorage';
import { contextKeys } from './ui/ids';
import { Panels } from './ui/panel/panels';
import { warnUnencrypted } from './ui/session/warnUnencrypted';
import { ExperimentsTree } from './ui/tree/experimentsTree';
import { createExperimentsView } from './ui/tree/experimentsView';

/** What tests inside the editor get, and nobody else. */
export interface TestApi {
  replaceConfirm(confirm: Confirm): void;
}

/** Builds and wires everything. Waits for nothing: the first visible view or the first script asks for a session. */
export function activate(context: ExtensionContext): TestApi | undefined {
  const log = window.createOutputChannel('Experiment Lens', { log: true });
  const logger: Logger = log;
  const storage = createFileStorage(context.globalStorageUri, logger);
  const accounts = new Accounts(context, () => findEnvironmentAccount(readEnvironment(), logger), storage);
  const sessions = new Sessions(accounts, lazyTransports(logger), storage, logger);
  const panels = new Panels(context.extensionUri, sessions, logger);
  const tree = new ExperimentsTree(sessions, logger);
  let confirm = confirmInDialog;

  context.subscriptions.push(
    log,
    accounts,
    sessions.onDidChange(({ kind }) => void commands.executeCommand('setContext', contextKeys.session, kind)),
    warnUnencrypted(sessions, logger),
    sessions,
    panels,
    tree,
    createExperimentsView(tree, sessions, logger),
    new FlagCodeLens(sessions, logger),
    ...registerCommands({
      sessions,
      panels,
      logger,
      confirm: (question) => confirm(question),
      showLog: () => log.show(),
    }),
  );

  if (context.extensionMode !== ExtensionMode.Test) return undefined;
  return { replaceConfirm: (replacement) => (confirm = replacement) };
}

/** A browser host has no environment. */
function readEnvironment(): Environment {
  return typeof process === 'undefined' ? {} : process.env;
}

/** The desktop build keeps these parts in files of their own and reads each at the first request that needs it. */
function lazyTransports(logger: Logger): Transports {
  return {
    http: (host, token) =>
      lazily(async () => (await import('./net/axiosTransport')).createAxiosTransport({ host, token })),
    client: (transport) => {
      const load = async () => (await import('./core/api/createClient')).createClient(transport, logger);
      return lazyClient(once(load));
    },
    sample: () => {
      const sandbox = once(async () => (await import('./sandbox/inProcessTransport')).createSandbox({}));
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
