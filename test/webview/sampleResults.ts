/** Results as the host would make them, from sums: the real view model draws them up. */
import { toResultsView } from '../../src/core/panelView/resultsView';
import { PostHogError } from '../../src/core/api/errors';
import type { KnownExperiment } from '../../src/core/experiment/concern';
import type { ExperimentDetail } from '../../src/core/model/experiment';
import type { LatestResults, MetricOutcome } from '../../src/core/model/latestResults';
import type { Metric } from '../../src/core/model/metric';
import type { MetricResult, VariantResult, VariantSample } from '../../src/core/model/metricResult';
import type { MetricReading } from '../../src/core/store/metricReading';
import { metricKey, readingKey } from '../../src/core/store/metricReading';
import type { ResultsView } from '../../src/shared/panelResults';
import { aDetail, aSample, aVariantResult } from '../unit/support/models';
import { anOutcome, planOf } from '../unit/support/results';

const dayMs = 24 * 3_600_000;
const hourMs = 3_600_000;

export function sampleMetric(name: string, parts: Partial<Metric> = {}): Metric {
  return {
    uuid: `m-${name}`,
    name,
    type: 'funnel',
    goal: 'increase',
    fingerprint: 'f',
    definition: {
      series: [
        { kind: 'EventsNode', event: 'cart viewed' },
        { kind: 'EventsNode', event: 'order completed' },
      ],
    },
    ...parts,
  };
}

export function sampleOf(
  key: string,
  samples: number,
  sum: number,
  parts: Partial<VariantSample> = {},
): VariantSample {
  return aSample({
    key,
    samples,
    sum,
    sumSquares: sum,
    stepCounts: [Math.round(samples * 0.41), sum],
    ...parts,
  });
}

export function variantOf(
  sample: VariantSample,
  interval: readonly [number, number] | undefined,
  parts: Partial<VariantResult> = {},
): VariantResult {
  const chanceToWin = interval && (interval[0] + interval[1] > 0 ? 0.853 : 0.147);
  return aVariantResult({ ...sample, significant: interval && false, interval, chanceToWin, ...parts });
}

const control = sampleOf('control', 10_021, 1_204);
export const won: MetricResult = {
  baseline: control,
  variants: [
    variantOf(sampleOf('test', 9_987, 1_352), [0.045, 0.2084], { significant: true, chanceToWin: 0.9991 }),
  ],
};
export const lost: MetricResult = {
  baseline: control,
  variants: [
    variantOf(sampleOf('test', 9_987, 1_098), [-0.1553, -0.0145], { significant: true, chanceToWin: 0.009 }),
  ],
};
export const leading: MetricResult = {
  baseline: sampleOf('control', 10_021, 1_204),
  variants: [variantOf(sampleOf('test', 9_987, 1_245), [-0.0421, 0.118])],
};
export const borderline: MetricResult = {
  baseline: sampleOf('control', 10_021, 1_002),
  variants: [
    variantOf(sampleOf('test', 9_987, 1_113), [-0.0132, 0.2412], { significant: true, chanceToWin: 0.96 }),
  ],
};
export const trailing: MetricResult = {
  baseline: control,
  variants: [variantOf(sampleOf('test', 9_987, 1_154), [-0.118, 0.0421])],
};
export const flat: MetricResult = {
  baseline: control,
  variants: [variantOf(sampleOf('test', 9_987, 1_200), [-0.0801, 0.0801], { chanceToWin: 0.5 })],
};
export const tooFew: MetricResult = {
  baseline: sampleOf('control', 41, 4),
  variants: [variantOf(sampleOf('test', 32, 5, { validationFailures: ['not-enough-exposures'] }), undefined)],
};
export const silent: MetricResult = {
  baseline: sampleOf('control', 10_021, 3),
  variants: [variantOf(sampleOf('test', 9_987, 2), undefined)],
};

/** The same users by what each of them spent: there are no steps, and a value is no share. */
export function asMean({ baseline, variants, breakdowns }: MetricResult): MetricResult {
  const spent = <T extends VariantSample>(sample: T): T => ({
    ...sample,
    sum: 400 * sample.sum,
    stepCounts: [],
  });
  return {
    baseline: spent(baseline),
    variants: variants.map(spent),
    breakdowns: breakdowns?.map((each) => ({ ...asMean(each), values: each.values })),
  };
}

export function outcomeOf(
  metric: Metric,
  result: MetricResult | undefined,
  parts: Partial<MetricOutcome> = {},
): MetricOutcome {
  return anOutcome({ metric, result, source: result && 'recalculation', ...parts });
}

export interface ResultsPlan {
  readonly outcomes: readonly MetricOutcome[];
  readonly detail?: Partial<ExperimentDetail>;
  /** By name of the metric. */
  readonly readings?: (nowMs: number) => Readonly<Record<string, MetricReading>>;
  readonly ageMs?: number;
  readonly hidesEarly?: boolean;
  readonly loading?: boolean;
}

/** The results of this plan as they would be known. */
export function latestOf(plan: ResultsPlan, nowMs: number): LatestResults {
  const computedMs = nowMs - (plan.ageMs ?? 2 * hourMs);
  const outcomes = plan.outcomes.map((outcome) => ({
    ...outcome,
    computedMs: outcome.result && computedMs,
    readMs: nowMs,
  }));
  return { experiment: detailOf(outcomes, nowMs, plan.detail), computedMs, outcomes };
}

export function sampleResults(plan: ResultsPlan, nowMs: number): ResultsView | undefined {
  const results = latestOf(plan, nowMs);
  const { experiment, outcomes } = results;
  const known: KnownExperiment = { experiment, detail: experiment, results, hidesEarly: plan.hidesEarly };
  const named = plan.readings?.(nowMs) ?? {};
  const readings = new Map(
    outcomes.flatMap((outcome) => {
      const reading = named[outcome.metric.name];
      return reading ? [[readingKey(experiment.id, metricKey(outcome)), reading] as const] : [];
    }),
  );
  const loaded = { value: results, loadedMs: nowMs - 60_000 };
  return toResultsView(known, {
    verdict: plan.loading ? { state: 'loading', previous: loaded } : { state: 'ready', ...loaded },
    readings,
    nowMs,
    describeError: ({ details }) => details.serverMessage ?? 'PostHog did not answer in time.',
  });
}

function detailOf(
  outcomes: readonly MetricOutcome[],
  nowMs: number,
  parts: Partial<ExperimentDetail> = {},
): ExperimentDetail {
  const ofRole = (role: MetricOutcome['role']) =>
    outcomes.filter((outcome) => outcome.role === role).map(({ metric }) => metric);
  return aDetail({
    startMs: nowMs - 21 * dayMs,
    ...planOf(16_274),
    primaryMetrics: ofRole('primary'),
    secondaryMetrics: ofRole('secondary'),
    ...parts,
  });
}

export function failedWith(serverMessage: string, kind: 'invalid' | 'forbidden' = 'invalid'): PostHogError {
  return new PostHogError(kind, { method: 'POST', template: '/api/projects/:project/query/', serverMessage });
}
