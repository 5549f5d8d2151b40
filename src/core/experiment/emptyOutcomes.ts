import type { ExperimentDetail } from '../model/experiment';
import type { MetricOutcome } from '../model/latestResults';
import { metricsInRole } from './allMetrics';

/** All metrics of an experiment, without results. */
export function emptyOutcomes(experiment: ExperimentDetail): readonly MetricOutcome[] {
  return metricsInRole(experiment).map((each) => ({
    ...each,
    result: undefined,
    error: undefined,
    source: undefined,
    computedMs: undefined,
    readMs: undefined,
    isLegacy: false,
    noDays: undefined,
  }));
}
