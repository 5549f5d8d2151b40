import { formatCount } from '../../shared/format';
import type { EarlyDays } from '../../shared/panelSeries';
import type { ExperimentDetail } from '../model/experiment';
import type { MetricResult } from '../model/metricResult';
import { settledAfterDays } from './earlyRead';
import { minExposures } from './missingStatistic';
import { unitOf } from './wording';

type DayResults = readonly (MetricResult | undefined)[];

/**
 * How many of the first days are too early to read: below the planned sample of all variants together, and without a
 * plan in the first week. Undefined where none is. The days are cumulative, so it never is early again.
 */
export function findEarlyDays(experiment: ExperimentDetail, results: DayResults): EarlyDays | undefined {
  if (isSequential(experiment) || results.length === 0) return undefined;
  const target = experiment.runningTime.recommendedSampleSize;
  if (target === undefined || !(target > 0)) {
    return { days: Math.min(settledAfterDays, results.length), reason: 'in the first week' };
  }
  const reached = results.findIndex((result) => result !== undefined && samplesOf(result) >= target);
  if (reached === 0) return undefined;
  const reason = `below the planned ${formatCount(target)} ${unitOf(experiment)}`;
  return { days: reached < 0 ? results.length : reached, reason };
}

/** Whether the test is valid at every look. */
export function isSequential({ statistics }: ExperimentDetail): boolean {
  return statistics.method === 'frequentist' && statistics.sequential === true;
}

/** How many of the first days have a variant below the exposures that PostHog wants of each. */
export function countSparseDays(results: DayResults): number {
  return (
    results.findLastIndex(
      (result) =>
        result !== undefined &&
        [result.baseline, ...result.variants].some(({ samples }) => samples < minExposures),
    ) + 1
  );
}

function samplesOf({ baseline, variants }: MetricResult): number {
  return [baseline, ...variants].reduce((total, { samples }) => total + samples, 0);
}
