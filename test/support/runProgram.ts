import { endWithParent } from '../../src/node/endWithParent';

/**
 * Runs the program `main`, which returns its exit code, and ends the process with it.
 *
 * The signal aborts when the program is asked to end (Ctrl-C, SIGTERM, terminal closed) or its parent is gone.
 * `main` then disposes what it started and returns. Further requests change nothing: tidying up is short, and Ctrl-C
 * comes twice, from the terminal and from npm.
 */
export function runProgram(main: (signal: AbortSignal) => Promise<number>): void {
  const ending = new AbortController();
  const end = (): void => ending.abort();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, end);
  endWithParent(end);
  // A reader that went away must not keep us from tidying up.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  main(ending.signal).then(
    (exitCode) => process.exit(exitCode),
    (error: unknown) => {
      if (!ending.signal.aborted) console.error(error instanceof Error ? error.message : error);
      process.exit(1);
    },
  );
}

/** Resolves when the signal aborts. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
