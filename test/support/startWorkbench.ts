import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { killGroup } from './childProcess';
import { installWorkbench } from './installWorkbench';
import { createTemporaryFolder } from './temporaryFolder';
import { withoutAccount } from './withoutAccount';

export type Settings = Readonly<Record<string, unknown>>;

export interface WorkbenchOptions {
  /**
   * The folder of an extension to find installed, as a person would have it. Without it the window's address names an
   * extension in development, for which VS Code's test driver is on, and that shows no notifications.
   */
  readonly installed?: string;
  /** Environment of the server and its extension host, on top of our own. */
  readonly env?: Readonly<Record<string, string>>;
  /** VS Code settings, on top of the quiet ones. */
  readonly settings?: Settings;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  readonly signal?: AbortSignal;
}

export interface WorkbenchTarget {
  /** The folder to open, or the `.code-workspace` file of several. */
  readonly workspace: string;
  /** An extension in development. */
  readonly extensionPath?: string;
  /** A module in its folder that exports `run()`; the extension host runs it and reports its outcome to the page. */
  readonly testsPath?: string;
}

/** A running VS Code server. Disposing it ends its extension hosts too and removes its data. */
export interface Workbench extends AsyncDisposable {
  /** Resolves when the server has ended, whatever the reason. */
  readonly exited: Promise<unknown>;
  /** The address that opens a folder with an extension in development. */
  urlOf(target: WorkbenchTarget): string;
}

/** No welcome page, no chat, no trust question, nothing that calls home. */
export const quietSettings: Settings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'chat.disableAIFeatures': true,
  'security.workspace.trust.enabled': false,
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'git.autoRepositoryDetection': false,
  'remote.autoForwardPorts': false,
  'telemetry.telemetryLevel': 'off',
};

const startTimeoutMs = 60_000;
/** The first lines are enough to read the port and to say why a start failed. */
const enoughOutput = 10_000;

/** Installs the workbench when missing and starts its server on the loopback interface. */
export async function startWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const { node, server } = await installWorkbench(options.signal);
  const folder = await createTemporaryFolder();
  const data = join(folder.path, 'data');
  await mkdir(join(data, 'Machine'), { recursive: true });
  await writeFile(
    join(data, 'Machine/settings.json'),
    JSON.stringify({ ...quietSettings, ...options.settings }),
  );
  const extensions = join(folder.path, 'extensions');
  await mkdir(extensions);
  if (options.installed) await symlink(options.installed, join(extensions, 'installed'), 'dir');

  const args = [
    `--require=${join(__dirname, '../support/endWithParentHook.js')}`,
    server,
    '--host=127.0.0.1',
    `--port=${options.port ?? 0}`,
    '--without-connection-token',
    '--accept-server-license-terms',
    '--telemetry-level=off',
    '--disable-workspace-trust',
    // Without it a released server ignores the extension in development that the page's address names.
    ...(options.installed ? [] : ['--enable-smoke-test-driver']),
    `--user-data-dir=${data}`,
    `--server-data-dir=${join(folder.path, 'server')}`,
    `--extensions-dir=${extensions}`,
  ];
  const child = spawn(node, args, {
    cwd: folder.path,
    env: environment(folder.path, options.env),
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  const stop = async (): Promise<void> => {
    killGroup(child);
    await exited;
    await folder[Symbol.asyncDispose]();
  };

  try {
    const port = await portOf(child, exited, options.signal);
    return { exited, urlOf: (target) => urlOf(port, target), [Symbol.asyncDispose]: stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function environment(temporary: string, extra: WorkbenchOptions['env']): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {
    ...withoutAccount(process.env),
    NO_PROXY: '127.0.0.1,localhost',
    ...extra,
  };
  // In a terminal of VS Code this would send our server to that window.
  delete env['VSCODE_IPC_HOOK_CLI'];
  delete env['NODE_OPTIONS'];
  // Sockets and scratch files go with the rest. Elsewhere such paths get too long for a socket.
  if (process.platform === 'linux') Object.assign(env, { TMPDIR: temporary, XDG_RUNTIME_DIR: temporary });
  return env;
}

/** Reads the port off the server's first lines. */
async function portOf(
  child: ChildProcessByStdio<null, Readable, Readable>,
  exited: Promise<unknown>,
  signal: AbortSignal | undefined,
): Promise<number> {
  signal?.throwIfAborted();
  let output = '';
  const ready = new Promise<number>((resolve) => {
    // Reading goes on after the port is known: a full pipe would stop the server.
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (output.length < enoughOutput) output += text;
      const port = /Server bound to [^:]+:(\d+)[^]*Web UI available/.exec(output)?.[1];
      if (port) resolve(Number(port));
    });
  });
  child.stderr.resume();
  const limit = AbortSignal.timeout(startTimeoutMs);
  const ending = once(signal ? AbortSignal.any([limit, signal]) : limit, 'abort');
  const failed = Promise.race([exited, ending]).then(() => {
    throw new Error(`VS Code's server did not start. It said:\n${output}`);
  });
  return Promise.race([ready, failed]);
}

function urlOf(port: number, { workspace, extensionPath, testsPath }: WorkbenchTarget): string {
  const remote = `vscode-remote://127.0.0.1:${port}`;
  const payload: string[][] = [];
  if (extensionPath) payload.push(['extensionDevelopmentPath', remote + extensionPath]);
  if (testsPath) payload.push(['extensionTestsPath', remote + testsPath]);
  const query = new URLSearchParams({
    [workspace.endsWith('.code-workspace') ? 'workspace' : 'folder']: workspace,
  });
  if (payload.length > 0) query.set('payload', JSON.stringify(payload));
  return `http://127.0.0.1:${port}/?${query.toString()}`;
}
