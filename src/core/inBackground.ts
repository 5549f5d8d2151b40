import { isAbort } from './isAbort';
import type { Logger } from './logger';

/**
 * Lets work go on that nobody waits for. What can fail in it is told elsewhere (in the store, by a command); what
 * should not fail at all leaves a line in the log.
 */
export function inBackground(work: Promise<unknown>, what: string, logger: Logger): void {
  work.catch((error: unknown) => {
    if (!isAbort(error)) logger.warn(`${what} failed: ${String(error)}`);
  });
}
