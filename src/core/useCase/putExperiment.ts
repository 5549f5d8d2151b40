import type { ExperimentDetail } from '../model/experiment';
import { type Loaded, mapLoaded } from '../store/resource';
import type { State } from '../store/store';

/** The state with an experiment that PostHog just answered: in its details and in the list, where it may be new. */
export function putExperiment(state: State, loaded: Loaded<ExperimentDetail>): State {
  const { value: experiment, loadedMs } = loaded;
  return {
    ...state,
    details: new Map(state.details).set(experiment.id, { state: 'ready', value: experiment, loadedMs }),
    list: mapLoaded(state.list, (list) => {
      const index = list.experiments.findIndex(({ id }) => id === experiment.id);
      const experiments =
        index < 0 ? [experiment, ...list.experiments] : list.experiments.with(index, experiment);
      return { ...list, experiments };
    }),
  };
}
