import type { KnownExperiment } from '../experiment/concern';
import type { Experiment } from '../model/experiment';
import { lastLoaded } from './resource';
import type { State } from './store';

/**
 * All that is known of an experiment of the list. What was read whole before its last change is left out, and so are
 * results and exposures of an earlier launch, which say nothing of this one.
 */
export function findKnown({ details, verdicts, exposures }: State, experiment: Experiment): KnownExperiment {
  const detail = lastLoaded(details.get(experiment.id))?.value;
  const results = lastLoaded(verdicts.get(experiment.id))?.value;
  const counted = lastLoaded(exposures.get(experiment.id))?.value;
  return {
    experiment,
    detail: detail?.updatedMs === experiment.updatedMs ? detail : undefined,
    exposures: counted?.startMs === experiment.startMs ? counted : undefined,
    results: results?.experiment.startMs === experiment.startMs ? results : undefined,
  };
}
