import type { ExperimentDetail } from '../model/experiment';
import { type Loaded, mapLoaded } from '../store/resource';
import type { State } from '../store/store';
import { saysTheSame } from './saysTheSame';

/**
 * The state with an experiment that PostHog just answered: in its details and in the list, where it may be new. The
 * list stays the same object where its row says the same already, so that nothing is drawn anew.
 */
export function putExperiment(state: State, loaded: Loaded<ExperimentDetail>): State {
  const { value: experiment, loadedMs } = loaded;
  return {
    ...state,
    details: new Map(state.details).set(experiment.id, { state: 'ready', value: experiment, loadedMs }),
    list: mapLoaded(state.list, (list) => {
      const index = list.experiments.findIndex(({ id }) => id === experiment.id);
      const row = list.experiments[index];
      if (row && saysTheSame(row, experiment)) return list;
      const experiments = row ? list.experiments.with(index, experiment) : [experiment, ...list.experiments];
      return { ...list, experiments };
    }),
  };
}
