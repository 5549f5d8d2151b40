import * as v from 'valibot';
import type { MetricBreakdown, MetricResult, VariantResult } from '../../model/metricResult';
import {
  maybe,
  maybeBoolean,
  maybeList,
  maybeNumber,
  maybeRecord,
  maybeText,
  maybeTextList,
  readRows,
} from './tolerant';

const interval = maybe(v.tuple([v.number(), v.number()]));

const wireSample = v.object({
  key: v.string(),
  number_of_samples: v.number(),
  sum: v.number(),
  sum_squares: maybeNumber,
  denominator_sum: maybeNumber,
  denominator_sum_squares: maybeNumber,
  numerator_denominator_sum_product: maybeNumber,
  step_counts: v.fallback(v.array(v.number()), []),
  validation_failures: maybeTextList,
});

const wireVariantResult = v.object({
  ...wireSample.entries,
  method: maybeText,
  significant: maybeBoolean,
  chance_to_win: maybeNumber,
  credible_interval: interval,
  p_value: maybeNumber,
  confidence_interval: interval,
});

const wireResult = v.object({
  baseline: wireSample,
  variant_results: v.array(wireVariantResult),
  breakdown_results: maybeList,
});

/** Of one value of a breakdown. A property that a user does not have is null. */
const wireBreakdown = v.object({
  breakdown_value: v.array(v.nullable(v.union([v.string(), v.number(), v.boolean()]))),
  baseline: wireSample,
  variants: v.array(wireVariantResult),
});

/** The retired engine: no baseline, each variant's own value instead of a change (recorded up to June 2025). */
const wireLegacyResult = v.object({ variants: v.array(v.unknown()), probability: maybeRecord });

export interface ReadResult {
  readonly result: MetricResult | undefined;
  readonly isLegacy: boolean;
  /** Said in words, when the value is a result of no known form. */
  readonly error: string | undefined;
}

/** A result of one metric as days, recalculations and queries carry it; null means that nothing was computed. */
export function readMetricResult(value: unknown): ReadResult {
  const parsed = v.safeParse(wireResult, value);
  if (parsed.success) return { result: toResult(parsed.output), isLegacy: false, error: undefined };
  const isNothing = value === null || value === undefined;
  const isLegacy = v.is(wireLegacyResult, value) && !hasBaseline(value);
  const error = isNothing || isLegacy ? undefined : 'The result came in a form that cannot be read.';
  return { result: undefined, isLegacy, error };
}

/** Present answers may carry a null `variants` of old beside their baseline. */
function hasBaseline(value: object): boolean {
  return 'baseline' in value && value.baseline !== null;
}

function toResult(wire: v.InferOutput<typeof wireResult>): MetricResult {
  const breakdowns = readRows(wireBreakdown, wire.breakdown_results).rows;
  return {
    baseline: toSample(wire.baseline),
    variants: wire.variant_results.map(toVariantResult),
    ...(breakdowns.length > 0 && { breakdowns: breakdowns.map(toBreakdown) }),
  };
}

function toBreakdown(wire: v.InferOutput<typeof wireBreakdown>): MetricBreakdown {
  return {
    values: wire.breakdown_value.map((value) => (value === null ? '(none)' : String(value))),
    baseline: toSample(wire.baseline),
    variants: wire.variants.map(toVariantResult),
  };
}

function toSample(wire: v.InferOutput<typeof wireSample>) {
  return {
    key: wire.key,
    samples: wire.number_of_samples,
    sum: wire.sum,
    sumSquares: wire.sum_squares,
    denominatorSum: wire.denominator_sum,
    denominatorSumSquares: wire.denominator_sum_squares,
    numeratorDenominatorSumProduct: wire.numerator_denominator_sum_product,
    stepCounts: wire.step_counts,
    validationFailures: wire.validation_failures,
  };
}

function toVariantResult(wire: v.InferOutput<typeof wireVariantResult>): VariantResult {
  return {
    ...toSample(wire),
    method: wire.method === 'bayesian' || wire.method === 'frequentist' ? wire.method : undefined,
    significant: wire.significant,
    interval: wire.credible_interval ?? wire.confidence_interval,
    chanceToWin: wire.chance_to_win,
    pValue: wire.p_value,
  };
}
