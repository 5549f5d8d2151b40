import { spawn } from 'node:child_process';

/** Whether a window could be shown to a person here. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

/** Opens the address in the person's own browser. Where that fails the printed address remains. */
export function openInBrowser(url: string): void {
  const [command, ...args] = opener(url);
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

function opener(url: string): [string, ...string[]] {
  if (process.platform === 'darwin') return ['open', url];
  if (process.platform === 'win32') return ['explorer', url];
  return ['xdg-open', url];
}
