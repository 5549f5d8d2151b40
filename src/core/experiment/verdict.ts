/** What a metric says of each variant. The words are the same on every surface. */
import type { Metric } from '../model/metric';
import type { MetricResult, VariantResult } from '../model/metricResult';
import { type MissingStatistic, whyNoStatistic } from './missingStatistic';

/**
 * `won` and `lost` are the server's "significant", good or bad by the metric's goal. `leading` and `trailing` are
 * directions and no findings.
 */
export type VerdictWord =
  | 'won'
  | 'lost'
  | 'leading'
  | 'trailing'
  | 'noDifference'
  | 'notEnoughData'
  | 'noResult';

export interface VariantVerdict {
  readonly variantKey: string;
  readonly word: VerdictWord;
  /** Midpoint of the interval, which is what PostHog calls the change; undefined without an interval. */
  readonly change: number | undefined;
  /** Significant although the interval includes no difference: a chance to win has one tail, an interval two. */
  readonly borderline: boolean;
  /** Why there is no interval. */
  readonly missing: MissingStatistic | undefined;
}

/** A change that rounds to nothing with two decimals of a percent. */
const flatBelow = 0.00005;

export function judgeVariant(
  result: MetricResult,
  variant: VariantResult,
  metric: Pick<Metric, 'goal' | 'type'>,
): VariantVerdict {
  const { key: variantKey, interval, significant } = variant;
  const failures = [...result.baseline.validationFailures, ...variant.validationFailures];
  if (interval === undefined || failures.length > 0) {
    const missing = whyNoStatistic(result, variant, metric.type);
    return { variantKey, word: missing.word, change: undefined, borderline: false, missing };
  }
  const [low, high] = interval;
  const change = (low + high) / 2;
  const good = change > 0 === (metric.goal === 'increase');
  const direction = good ? 'leading' : 'trailing';
  return {
    variantKey,
    // The server's word alone decides. An interval that excludes zero makes nothing significant.
    word: significant ? (good ? 'won' : 'lost') : Math.abs(change) < flatBelow ? 'noDifference' : direction,
    change,
    borderline: significant === true && low <= 0 && high >= 0,
    missing: undefined,
  };
}

/**
 * Every variant but the baseline. The first is the one to show where there is room for one: significant ones go before
 * the others, then the largest change in either direction; those without a statistic come last, in the flag's order.
 */
export function judgeMetric(
  result: MetricResult,
  metric: Pick<Metric, 'goal' | 'type'>,
): readonly VariantVerdict[] {
  return result.variants
    .map((variant) => judgeVariant(result, variant, metric))
    .toSorted((a, b) => rank(a) - rank(b) || Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0));
}

function rank({ word, change }: VariantVerdict): number {
  if (word === 'won' || word === 'lost') return 0;
  return change === undefined ? 2 : 1;
}
