import type { Experiment } from '../model/experiment';
import { lastLoaded } from './resource';
import type { State } from './store';

/** The experiments of the newest list there is, however old; none when none was read yet. */
export function knownExperiments({ list }: Pick<State, 'list'>): readonly Experiment[] {
  return lastLoaded(list)?.value.experiments ?? none;
}

/** The row of an experiment in that list. */
export function findRow(state: Pick<State, 'list'>, id: number): Experiment | undefined {
  return knownExperiments(state).find((experiment) => experiment.id === id);
}

/** The same each time: who compares lists sees that nothing changed. */
const none: readonly Experiment[] = [];
