import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Ends the command and all it started. */
  readonly signal?: AbortSignal;
  /** How long the command may tidy up when it is ended. Default: 10 seconds. */
  readonly graceMs?: number;
}

export interface RunResult {
  /** 0 is success; -1 when a signal ended the command. */
  readonly exitCode: number;
  /** Both streams, in the order they came. */
  readonly output: string;
}

/** How long output may still come after the end of the command. */
const lastOutputMs = 1_000;

const onPosix = process.platform !== 'win32';

/** Runs a command to its end. Rejects only when it cannot be started. */
export async function runCommand(
  command: string,
  args: readonly string[],
  { cwd, env, signal, graceMs = 10_000 }: RunOptions = {},
): Promise<RunResult> {
  signal?.throwIfAborted();
  const child = spawn(command, args, { cwd, env, detached: onPosix, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const stop = (): void => {
    child.kill('SIGTERM');
    setTimeout(() => killGroup(child), graceMs).unref();
  };
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const closed = once(child, 'close');
    closed.catch(() => {});
    const [exitCode] = (await once(child, 'exit')) as [number | null];
    // What the command left behind may hold its output open.
    killGroup(child);
    await Promise.race([closed, sleep(lastOutputMs)]);
    return { exitCode: exitCode ?? -1, output };
  } finally {
    child.stdout.destroy();
    child.stderr.destroy();
    signal?.removeEventListener('abort', stop);
  }
}

/** Ends at once a process that was spawned detached, and all its descendants. */
export function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (!onPosix) {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Nothing of the group is left.
  }
}
