import type { Exposures, ExposureReading } from '../../../src/core/model/exposures';
import type { KnownExperiment } from '../../../src/core/experiment/concern';
import type { Experiment, ExperimentDetail } from '../../../src/core/model/experiment';
import type { LatestResults, MetricOutcome } from '../../../src/core/model/latestResults';
import type { VariantResult } from '../../../src/core/model/metricResult';
import { aDetail, aMetric, aResult, aSample, aVariantResult } from './models';

const dayMs = 24 * 3_600_000;
/** Noon here, wherever the test runs: days are those of the reader's time zone. */
export const nowMs = new Date(2026, 2, 11, 12).getTime();
/** Nine days before. */
export const startMs = nowMs - 9 * dayMs;
/** As of this morning. */
export const computedMs = nowMs - 2 * 3_600_000;

export function anOutcome(parts: Partial<MetricOutcome> = {}): MetricOutcome {
  return {
    metric: aMetric(),
    role: 'primary',
    result: aResult({}),
    error: undefined,
    source: 'recalculation',
    computedMs: undefined,
    readMs: undefined,
    isLegacy: false,
    noDays: undefined,
    ...parts,
  };
}

/** Results of an experiment that runs for nine days, without a plan: nothing about them is early. */
export function someResults(
  outcomes: readonly Partial<MetricOutcome>[] = [{}],
  detail: Partial<ExperimentDetail> = {},
): LatestResults {
  return { experiment: aDetail({ startMs, ...detail }), computedMs, outcomes: outcomes.map(anOutcome) };
}

/** The experiment of these results, all of it known. */
export function knownBy(results: LatestResults, row: Partial<Experiment> = {}): KnownExperiment {
  return { experiment: { ...results.experiment, ...row }, detail: results.experiment, results };
}

/** One metric, one variant against `control`. */
export function oneVariant(parts: Partial<VariantResult>): LatestResults {
  return someResults([{ result: aResult(parts) }]);
}

/** Results in which so many users were counted. */
export function counted(
  counts: Readonly<Record<string, number>>,
  detail: Partial<ExperimentDetail> = {},
): LatestResults {
  const [[key, samples] = ['control', 0], ...others] = Object.entries(counts);
  const result = {
    baseline: aSample({ key, samples }),
    variants: others.map(([other, count]) => aVariantResult({ key: other, samples: count })),
  };
  return someResults([{ result }], detail);
}

/** Exposures as PostHog counted them this morning. */
export function someExposures(
  counts: Readonly<Record<string, number>>,
  {
    startMs: launchMs = startMs,
    ...parts
  }: Partial<Exposures> & { readonly startMs?: number | undefined } = {},
): ExposureReading {
  const exposures: Exposures = {
    totals: new Map(Object.entries(counts)),
    several: 0,
    series: [],
    splitPValue: undefined,
    findings: undefined,
    ...parts,
  };
  return { exposures, computedMs, startMs: launchMs };
}

/** What the plan says: so many users, all variants together. */
export function planOf(recommendedSampleSize: number | undefined): Pick<Experiment, 'runningTime'> {
  return {
    runningTime: {
      minimumDetectableEffect: 15,
      recommendedSampleSize,
      recommendedRunningTimeDays: undefined,
      manual: undefined,
    },
  };
}
