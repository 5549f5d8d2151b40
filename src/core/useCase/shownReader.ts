import type { Session } from '../session';
import { findRow } from '../store/knownExperiments';
import { lastLoaded } from '../store/resource';
import { CloserLook } from './closerLook';
import { loadVerdict } from './loadVerdict';

/** PostHog computes once a night. */
const dueAfterMs = 3_600_000;

/**
 * Reads the verdicts of running experiments that somebody has before their eyes, each once an hour at most and one after
 * the other. A failure ends the round.
 */
export class ShownReader {
  readonly #look: CloserLook;
  readonly #triedMs = new Map<number, number>();
  #work: Promise<void> | undefined;
  #wanted: readonly number[] = [];

  constructor(private readonly session: Session) {
    this.#look = new CloserLook(session);
  }

  /** Resolves when all of them are in the store, or their failures are; the newest call decides what is read. */
  read(ids: readonly number[]): Promise<void> {
    this.#wanted = ids;
    this.#work ??= this.#readAll().finally(() => (this.#work = undefined));
    return this.#work;
  }

  async #readAll(): Promise<void> {
    for (let id = this.#findDue(); id !== undefined; id = this.#findDue()) {
      this.#triedMs.set(id, this.session.now());
      if (this.#look.needsReading(id)) await this.#look.read(id, this.session.signal);
      else await loadVerdict(this.session, id, this.session.signal);
      // The next one would meet the same. Another look at another time begins where this one ended.
      const { details, verdicts } = this.session.store.state;
      if ([details.get(id), verdicts.get(id)].some((resource) => resource?.state === 'failed')) return;
    }
  }

  #findDue(): number | undefined {
    const { session } = this;
    const { state } = session.store;
    return this.#wanted.find((id) => {
      const row = findRow(state, id);
      const isRunning = row?.status === 'running' || row?.status === 'exposure_frozen';
      if (!row || !isRunning || row.archived || row.isLegacy) return false;
      const readMs = lastLoaded(state.verdicts.get(id))?.loadedMs ?? -Infinity;
      const lastMs = Math.max(readMs, this.#triedMs.get(id) ?? -Infinity);
      return session.now() - lastMs >= dueAfterMs;
    });
  }
}
