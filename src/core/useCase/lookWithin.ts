import { sleep } from '../api/sleep';
import { inBackground } from '../inBackground';
import type { Logger } from '../logger';
import type { Session } from '../session';
import type { CloserLook } from './closerLook';

/** Somebody who waits for an answer longer than that is told what is known already. */
const patienceMs = 1_500;

/**
 * Reads what a closer look at an experiment needs, and waits for it a moment: what takes longer goes on alone. Never
 * rejects, failures stand in the store.
 * @param signal aborts when nobody waits any more: the reading ends, too
 */
export async function lookWithin(
  look: CloserLook,
  session: Session,
  id: number,
  { signal, logger }: { readonly signal: AbortSignal; readonly logger: Logger },
): Promise<void> {
  if (!look.needsReading(id)) return;
  const read = look.read(id, AbortSignal.any([signal, session.signal]));
  inBackground(read, 'Reading an experiment', logger);
  const patience = new AbortController();
  const settled = read.then(noop, noop);
  await Promise.race([settled, sleep(patienceMs, patience.signal).catch(noop)]);
  patience.abort();
}

function noop(): void {
  // The outcome stands in the store.
}
