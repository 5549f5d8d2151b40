import type { Method, Sample } from '../core/statistics/compareVariants';
import { compareVariants } from '../core/statistics/compareVariants';
import { type Behaviour, improvisedBehaviour } from './behaviour';
import { breakdownValues } from './breakdown';
import { type Counting, emptySums, stepsOf, type Sums } from './dailySums';
import { canonicalJson, fingerprintSource } from './fingerprint';
import type { JsonObject } from './json';
import { isList, numberIn, objectIn, textIn } from './json';
import type { Failure } from './measureRow';
import { baselineKey, type ExperimentRow } from './project';
import type { SumsCache } from './sumsCache';
import { countingOf, trafficOf } from './traffic';

type MetricType = 'mean' | 'funnel' | 'ratio' | 'retention';

/** Below these PostHog gives no statistics. */
const minimumExposures = 50;
const minimumConversions = 5;

/** Why a metric can have no result, in the server's words; undefined: it has one. */
export function failureOf(row: ExperimentRow, metric: JsonObject): Failure | undefined {
  const told = row.reality.failures.get(textIn(metric, 'uuid') ?? '');
  if (told) return told;
  const baseline = baselineKey(row);
  const hasBaseline = row.flag.variants.some(({ key }) => key === baseline);
  return hasBaseline && !row.excluded_variants?.includes(baseline)
    ? undefined
    : {
        detail:
          'Unable to calculate experiment results from the collected data. ' +
          'This usually resolves once more exposures are recorded.',
        code: 'invalid_input',
      };
}

/**
 * Result of a metric at the end of each day until a moment (the last day perhaps in part), each cumulative from the
 * start, in the form of PostHog's ExperimentQuery answer. The visitors are gone through once and remembered.
 */
export function dailyResults(
  cache: SumsCache,
  row: ExperimentRow,
  metric: JsonObject,
  untilMs: number,
): JsonObject[] {
  const { behaviour, key } = behaviourOf(row, metric);
  const table = cache.sums(trafficOf(row), untilMs, behaviour, key, countingOf(row, metric));
  const days = table[0]?.length ?? 0;
  return Array.from({ length: days }, (_, day) => resultOf(row, metric, (variant) => table[variant]?.[day]));
}

/** The same for the last day alone, with its breakdowns; before the first one, of nobody. */
export function currentResult(
  cache: SumsCache,
  row: ExperimentRow,
  metric: JsonObject,
  untilMs: number,
): JsonObject {
  const { behaviour, key } = behaviourOf(row, metric);
  const lastDay = (counting: Counting): JsonObject => {
    const table = cache.sums(trafficOf(row), untilMs, behaviour, key, counting);
    return resultOf(row, metric, (variant) => table[variant]?.at(-1) ?? emptySums(stepsOf(behaviour)));
  };
  const counting = countingOf(row, metric);
  const values = breakdownValues(metric);
  if (values.length === 0) return lastDay(counting);
  return {
    ...lastDay(counting),
    breakdown_results: values.map((value, group) => {
      const { baseline, variant_results: variants } = lastDay({ ...counting, group });
      return { breakdown_value: [...value], baseline, variants };
    }),
  };
}

/** By uuid, else by being the same metric as one of the experiment's, else made up. */
function behaviourOf(row: ExperimentRow, metric: JsonObject): { behaviour: Behaviour; key: string } {
  const source = fingerprintSource(metric, row);
  const same = [...row.metrics, ...row.metrics_secondary].find(
    (candidate) => fingerprintSource(candidate, row) === source,
  );
  const key = textIn(metric, 'uuid') ?? textIn(same, 'uuid') ?? canonicalJson(metric);
  return { behaviour: row.reality.behaviours.get(key) ?? improvisedBehaviour(metric, key), key };
}

interface Arm {
  readonly key: string;
  readonly sums: Sums;
}

function resultOf(
  row: ExperimentRow,
  metric: JsonObject,
  sumsOf: (variant: number) => Sums | undefined,
): JsonObject {
  const type = typeOf(metric);
  const excluded = row.excluded_variants ?? [];
  const arms = row.flag.variants.flatMap(({ key }, index): Arm[] => {
    const sums = sumsOf(index);
    return sums && !excluded.includes(key) ? [{ key, sums }] : [];
  });
  const baseline = baselineKey(row);
  const control = arms.find((arm) => arm.key === baseline);
  if (!control) throw new Error('Whoever asks has looked for failures first.');
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
          ...judgement(usable ? arm.sums : undefined, control.sums, type, row.stats_config),
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

function baseStats({ key, sums }: Arm, type: MetricType): JsonObject {
  const isRatio = type === 'ratio' || type === 'retention';
  return {
    key,
    number_of_samples: sums.samples,
    sum: sums.sum,
    sum_squares: sums.sumSquares,
    step_counts: type === 'funnel' ? sums.steps : null,
    denominator_sum: isRatio ? sums.events : null,
    denominator_sum_squares: isRatio ? sums.eventSquares : null,
    numerator_denominator_sum_product: isRatio ? sums.product : null,
  };
}

function validationFailures(sums: Sums, type: MetricType, isBaseline: boolean): string[] {
  const counts = type === 'funnel' || type === 'retention';
  return [
    ...(sums.samples < minimumExposures ? ['not-enough-exposures'] : []),
    ...(counts && sums.sum < minimumConversions ? ['not-enough-metric-data'] : []),
    ...(isBaseline && sums.sum === 0 ? ['baseline-mean-is-zero'] : []),
  ];
}

function judgement(
  treatment: Sums | undefined,
  control: Sums,
  type: MetricType,
  config: JsonObject | null,
): JsonObject {
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
  if (type === 'funnel') return isList(metric['series']) ? 'funnel' : 'mean';
  return type === 'ratio' || type === 'retention' ? type : 'mean';
}
