import type { Session } from '../session';
import type { EarlyResults } from '../store/store';

/** Folds results before the planned sample away, or shows them all, as the user has set it. */
export function guardEarlyResults({ store }: Session, guard: EarlyResults): void {
  store.update((state) => ({ ...state, earlyResults: guard }));
}

/** Shows the early results of one experiment from now on. */
export function revealEarlyResults({ store }: Session, id: number): void {
  store.update((state) => {
    const { earlyResults } = state;
    return { ...state, earlyResults: { ...earlyResults, revealed: new Set([...earlyResults.revealed, id]) } };
  });
}
