import type { Session } from '../session';
import { findRow } from '../store/knownExperiments';
import { lastLoaded } from '../store/resource';
import { loadExperiment } from './loadExperiment';
import { loadVerdict } from './loadVerdict';

/**
 * Reads what a closer look at an experiment shows beyond its row: metrics, and the newest results of one that was
 * launched. A reading that failed is tried again when the list was read after it, which is what Retry does.
 */
export class CloserLook {
  /** When the list was read that was on screen at the last attempt, by experiment. */
  readonly #triedWithListMs = new Map<number, number>();

  constructor(private readonly session: Session) {}

  /** Whether something is to be read: nothing was, or PostHog changed the experiment since. */
  needsReading(id: number): boolean {
    return this.#needsDetail(id) || this.#needsResults(id);
  }

  /** Resolves when it is in the store or the failure is. */
  async read(id: number, signal: AbortSignal): Promise<void> {
    const [needsResults, needsDetail] = [this.#needsResults(id), this.#needsDetail(id)];
    this.#triedWithListMs.set(id, this.#listMs());
    if (needsDetail) await loadExperiment(this.session, id, signal);
    const isKnown = this.session.store.state.details.get(id)?.state === 'ready';
    if (needsResults && isKnown) await loadVerdict(this.session, id, signal);
  }

  #needsDetail(id: number): boolean {
    const detail = this.session.store.state.details.get(id);
    switch (detail?.state) {
      case undefined:
      case 'idle':
        return true;
      case 'loading':
        return false;
      case 'failed':
        return this.#listIsNewer(id);
      case 'ready':
        return detail.value.updatedMs !== this.#row(id)?.updatedMs;
    }
  }

  #needsResults(id: number): boolean {
    const row = this.#row(id);
    // Results of the retired engine tell no change against a baseline.
    if (row?.startMs === undefined || row.isLegacy) return false;
    const { details, verdicts } = this.session.store.state;
    const state = verdicts.get(id)?.state ?? 'idle';
    if (state === 'ready' || state === 'loading') return false;
    const hasFailed = state === 'failed' || details.get(id)?.state === 'failed';
    return !hasFailed || this.#listIsNewer(id);
  }

  #listIsNewer(id: number): boolean {
    return this.#listMs() > (this.#triedWithListMs.get(id) ?? -Infinity);
  }

  #listMs(): number {
    return lastLoaded(this.session.store.state.list)?.loadedMs ?? 0;
  }

  #row(id: number) {
    return findRow(this.session.store.state, id);
  }
}
