import type { KnownExperiment } from '../experiment/concern';
import type { Experiment, ExperimentDetail } from '../model/experiment';
import type { ExposureReading } from '../model/exposures';
import type { LatestResults } from '../model/latestResults';
import { lastLoaded, type Resource } from './resource';
import type { State } from './store';

/** What was read about one experiment. */
export interface ReadExperiment {
  readonly detail?: Resource<ExperimentDetail> | undefined;
  readonly results?: Resource<LatestResults> | undefined;
  readonly exposures?: Resource<ExposureReading> | undefined;
  /** Metrics that are being read by themselves, by `readingKey`. */
  readonly readings?: State['readings'];
  /** Of the project. */
  readonly timeZone?: string | undefined;
  /** Early results are to be folded away. */
  readonly hidesEarly?: boolean;
}

/** All that is known of an experiment of the list. */
export function findKnown(
  { details, verdicts, exposures, earlyResults, timeZone }: State,
  experiment: Experiment,
): KnownExperiment {
  const { id } = experiment;
  return toKnown(experiment, {
    detail: details.get(id),
    results: verdicts.get(id),
    exposures: exposures.get(id),
    timeZone,
    hidesEarly: hidesEarly(earlyResults, id),
  });
}

/**
 * All that is known of an experiment. What was read whole before its last change is left out, and so are results and
 * exposures of an earlier launch, which say nothing of this one.
 */
export function toKnown(experiment: Experiment, read: ReadExperiment): KnownExperiment {
  const detail = lastLoaded(read.detail)?.value;
  const results = lastLoaded(read.results)?.value;
  const exposures = lastLoaded(read.exposures)?.value;
  return {
    experiment,
    detail: detail?.updatedMs === experiment.updatedMs ? detail : undefined,
    results: results?.experiment.startMs === experiment.startMs ? results : undefined,
    exposures: exposures?.startMs === experiment.startMs ? exposures : undefined,
    ...(read.timeZone !== undefined && { timeZone: read.timeZone }),
    ...(read.hidesEarly && { hidesEarly: true }),
  };
}

export function hidesEarly({ hidden, revealed }: State['earlyResults'], id: number): boolean {
  return hidden && !revealed.has(id);
}
