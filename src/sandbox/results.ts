import type { Method, Sample } from '../core/statistics/compareVariants';
import { compareVariants } from '../core/statistics/compareVariants';
import { improvisedBehaviour } from './behaviour';
import { type Sums, dailySums } from './dailySums';
import type { JsonObject } from './json';
import { isList, numberIn, objectIn, textIn } from './json';
import type { Traffic } from './population';
import { baselineKey, type ExperimentRow } from './project';
import { dayMs, startOfDayMs } from './time';

type MetricType = 'mean' | 'funnel' | 'ratio';

/** Below these PostHog gives no statistics. */
const minimumExposures = 50;
const minimumConversions = 5;

/** Everyone the experiment meets; one day for each day since its start. */
export function trafficOf(row: ExperimentRow): Traffic {
  const { reality, start_date: startMs } = row;
  const untilMs = reality.exposureEndMs ?? Infinity;
  const exposedDays = startMs === null ? 0 : Math.ceil((untilMs - startOfDayMs(startMs)) / dayMs);
  return {
    seed: reality.seed,
    perDay: reality.perDay,
    shares: row.flag.variants.map((variant) => variant.rollout_percentage),
    exposedDays,
  };
}

/**
 * Result of a metric for each of the first `days` days, each cumulative from the start, in the form of
 * PostHog's ExperimentQuery answer. Costs one pass over the experiment's visitors.
 */
export function dailyResults(row: ExperimentRow, metric: JsonObject, days: number): unknown[] {
  const uuid = textIn(metric, 'uuid') ?? '';
  const behaviour = row.reality.behaviours.get(uuid) ?? improvisedBehaviour(metric, uuid);
  const table = dailySums(trafficOf(row), days, behaviour, uuid);
  const excluded = row.excluded_variants ?? [];
  const baseline = baselineKey(row);
  const keys = row.flag.variants.map((variant) => variant.key);
  const type = typeOf(metric);
  return Array.from({ length: days }, (_, day) => {
    const arms = keys.flatMap((key, index) => {
      const sums = table[index]?.[day];
      return sums && !excluded.includes(key) ? [{ key, sums }] : [];
    });
    return dayResult(arms, baseline, type, row.stats_config);
  });
}

interface Arm {
  readonly key: string;
  readonly sums: Sums;
}

function dayResult(arms: readonly Arm[], baseline: string, type: MetricType, config: JsonObject | null) {
  const control = arms.find((arm) => arm.key === baseline);
  if (!control) return null;
  const controlFailures = validationFailures(control.sums, type, true);
  return {
    baseline: { ...baseStats(control, type), validation_failures: controlFailures },
    variant_results: arms
      .filter((arm) => arm !== control)
      .map((arm) => {
        const failures = validationFailures(arm.sums, type, false);
        const usable = controlFailures.length === 0 && failures.length === 0;
        return {
          ...baseStats(arm, type),
          validation_failures: failures,
          ...judgement(usable ? arm.sums : undefined, control.sums, type, config),
        };
      }),
    kind: null,
    insight: null,
    probability: null,
    significant: null,
    p_value: null,
    credible_intervals: null,
  };
}

function baseStats({ key, sums }: Arm, type: MetricType) {
  const ratio = type === 'ratio';
  return {
    key,
    number_of_samples: sums.samples,
    sum: sums.sum,
    sum_squares: sums.sumSquares,
    step_counts: type === 'funnel' ? sums.steps : null,
    denominator_sum: ratio ? sums.events : null,
    denominator_sum_squares: ratio ? sums.eventSquares : null,
    numerator_denominator_sum_product: ratio ? sums.product : null,
  };
}

function validationFailures(sums: Sums, type: MetricType, isBaseline: boolean): string[] {
  return [
    ...(sums.samples < minimumExposures ? ['not-enough-exposures'] : []),
    ...(type === 'funnel' && sums.sum < minimumConversions ? ['not-enough-metric-data'] : []),
    ...(isBaseline && sums.sum === 0 ? ['baseline-mean-is-zero'] : []),
  ];
}

function judgement(treatment: Sums | undefined, control: Sums, type: MetricType, config: JsonObject | null) {
  const method = methodOf(config);
  const difference = textIn(objectIn(config, method.kind), 'difference_type');
  const comparison =
    treatment &&
    compareVariants(
      sampleOf(treatment, type),
      sampleOf(control, type),
      method,
      difference === 'ABSOLUTE' ? 'absolute' : 'relative',
    );
  const significant = comparison?.significant ?? null;
  const interval = comparison?.interval ?? null;
  return method.kind === 'bayesian'
    ? {
        method: method.kind,
        significant,
        chance_to_win: comparison?.chanceToWin ?? null,
        credible_interval: interval,
      }
    : {
        method: method.kind,
        significant,
        p_value: comparison?.pValue ?? null,
        confidence_interval: interval,
      };
}

function sampleOf(sums: Sums, type: MetricType): Sample {
  const { samples: n, sum, sumSquares } = sums;
  if (type === 'funnel') return { type: 'proportion', n, sum };
  if (type === 'mean') return { type: 'mean', n, sum, sumSquares };
  return {
    type: 'ratio',
    n,
    sum,
    sumSquares,
    denominatorSum: sums.events,
    denominatorSumSquares: sums.eventSquares,
    numeratorDenominatorSumProduct: sums.product,
  };
}

/** Missing or unknown method means Bayesian, as on the server. */
function methodOf(config: JsonObject | null): Method {
  const options = objectIn(config, 'frequentist');
  if (textIn(config, 'method') !== 'frequentist') {
    return { kind: 'bayesian', level: numberIn(objectIn(config, 'bayesian'), 'ci_level') ?? 0.95 };
  }
  const alpha = numberIn(options, 'alpha') ?? 0.05;
  return options?.['sequential_testing_enabled'] === true
    ? {
        kind: 'frequentist',
        alpha,
        sequentialTuning: numberIn(options, 'sequential_tuning_parameter') ?? 5000,
      }
    : { kind: 'frequentist', alpha };
}

function typeOf(metric: JsonObject): MetricType {
  const type = textIn(metric, 'metric_type');
  return type === 'funnel' && isList(metric['series']) ? 'funnel' : type === 'ratio' ? 'ratio' : 'mean';
}
