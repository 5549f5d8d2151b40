import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Fault } from '../../src/sandbox/faults';
import { killGroup } from './childProcess';
import { projectRoot } from './paths';

/** A running sandbox server. Disposing it ends it. */
export interface Sandbox extends AsyncDisposable {
  readonly url: string;
  /** What signs the extension in to it without asking. */
  readonly env: Readonly<Record<string, string>>;
  /** Makes requests wait or fail, all of them unless the fault says which. */
  addFault(fault: Fault): Promise<void>;
  /** Ends the server: from now on nobody answers at its address. */
  stop(): Promise<void>;
  /** Starts it anew at the same address, with its sample data as at first. */
  restart(): Promise<void>;
}

/** What the server prints as its first line. */
interface Address {
  readonly url: string;
  readonly apiKey: string;
  readonly projectId: number;
}

interface Server {
  readonly child: ChildProcess;
  readonly address: Address;
}

const startTimeoutMs = 20_000;

export interface SandboxOptions {
  /** How many experiments its project has; without it the sample project's own. */
  readonly experiments?: number;
  /** More of the program's own flags, such as `--era=B`. */
  readonly flags?: readonly string[];
}

/** Starts the sandbox server on a free port. The build group `node` must have been built. */
export async function startSandbox({ experiments, flags: more = [] }: SandboxOptions = {}): Promise<Sandbox> {
  const flags = [...(experiments === undefined ? [] : [`--experiments=${experiments}`]), ...more];
  let server = await startServer('0', flags);
  const { url, apiKey, projectId } = server.address;
  const stop = (): Promise<void> => end(server.child);
  return {
    url,
    env: { POSTHOG_HOST: url, POSTHOG_PERSONAL_API_KEY: apiKey, POSTHOG_PROJECT_ID: String(projectId) },
    addFault: async (fault) => {
      const response = await fetch(`${url}/__sandbox__/faults`, {
        method: 'POST',
        body: JSON.stringify(fault),
      });
      if (!response.ok) throw new Error(`The sandbox takes no such fault: ${await response.text()}`);
    },
    stop,
    restart: async () => {
      await stop();
      server = await startServer(new URL(url).port, flags);
    },
    [Symbol.asyncDispose]: stop,
  };
}

async function startServer(port: string, flags: readonly string[]): Promise<Server> {
  const program = join(projectRoot, 'dist/node/sandboxServer.js');
  const child = spawn(process.execPath, [program, `--port=${port}`, ...flags], {
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const firstLine = once(createInterface({ input: child.stdout }), 'line', {
      signal: AbortSignal.timeout(startTimeoutMs),
    });
    const exited = once(child, 'exit').then(() => {
      throw new Error('The sandbox server ended before it said where it listens.');
    });
    // The loser of the race may still reject, long after anybody waits for it.
    exited.catch(() => {});
    firstLine.catch(() => {});
    const [line] = (await Promise.race([firstLine, exited])) as [string];
    return { child, address: JSON.parse(line) as Address };
  } catch (error) {
    await end(child);
    throw error;
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  killGroup(child);
  await exited;
}
