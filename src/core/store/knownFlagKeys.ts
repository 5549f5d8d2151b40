import { knownExperiments } from './knownExperiments';
import { lastLoaded } from './resource';
import type { State } from './store';

/** Keys of the project's flags as far as they are known: at least those of its experiments. Sorted. */
export function knownFlagKeys(state: Pick<State, 'list' | 'flagKeys'>): readonly string[] {
  const ofExperiments = knownExperiments(state).map(({ flagKey }) => flagKey);
  return [...new Set([...ofExperiments, ...(lastLoaded(state.flagKeys)?.value.keys ?? [])])].toSorted();
}
