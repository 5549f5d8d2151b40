import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from './childProcess';
import { projectRoot } from './paths';
import { quietSettings, type Settings } from './startWorkbench';
import { createTemporaryFolder } from './temporaryFolder';

export interface DesktopOptions {
  /** The `code` command. */
  readonly code: string;
  readonly workspace: string;
  readonly env: Readonly<Record<string, string>>;
  readonly settings: Settings;
  readonly signal: AbortSignal;
}

/** Opens desktop VS Code with settings and extensions of its own. Resolves when its window is closed or the signal aborts. */
export async function runDesktop({ code, workspace, env, settings, signal }: DesktopOptions): Promise<void> {
  await using folder = await createTemporaryFolder();
  const data = join(folder.path, 'data');
  await mkdir(join(data, 'User'), { recursive: true });
  await writeFile(join(data, 'User/settings.json'), JSON.stringify({ ...quietSettings, ...settings }));
  const args = [
    '--new-window',
    '--wait',
    '--disable-workspace-trust',
    '--skip-welcome',
    '--skip-release-notes',
    `--user-data-dir=${data}`,
    `--extensions-dir=${join(folder.path, 'extensions')}`,
    `--extensionDevelopmentPath=${projectRoot}`,
    // Electron refuses to sandbox for root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    workspace,
  ];
  await runCommand(code, args, { env: { ...process.env, ...env }, signal, graceMs: 0 });
  // `code` has handed the window to a process of its own, which is known by its data folder alone.
  if (process.platform !== 'win32') await runCommand('pkill', ['-f', '--', data]);
}
