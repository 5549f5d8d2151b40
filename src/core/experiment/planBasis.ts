import { assumedVariance, type PlanType } from '../../shared/sampleSize';
import type { Metric } from '../model/metric';
import type { VariantSample } from '../model/metricResult';

/** How PostHog's calculator takes a metric; undefined for metrics it cannot plan with. */
export function planType({ type, definition }: Pick<Metric, 'type' | 'definition'>): PlanType | undefined {
  switch (type) {
    case 'funnel':
    case 'ratio':
    case 'retention':
      return type;
    case 'mean':
      return mathOf(definition['source']) === 'sum' ? 'mean_sum_or_avg' : 'mean_count';
    case 'legacy':
    case 'other':
      return undefined;
  }
}

function mathOf(source: unknown): unknown {
  return typeof source === 'object' && source !== null && 'math' in source ? source.math : undefined;
}

type Sample = Omit<VariantSample, 'key' | 'validationFailures'>;

/** The average of the baseline variant; undefined where there is nothing to divide by. */
export function baselineValue(type: PlanType, sample: Sample): number | undefined {
  const { samples, sum, denominatorSum = 0, stepCounts } = sample;
  const isQuotient = type === 'ratio' || type === 'retention';
  const total = type === 'funnel' ? (stepCounts.at(-1) ?? sum) : sum;
  const value = total / (isQuotient ? denominatorSum : samples);
  return Number.isFinite(value) ? value : undefined;
}

/** The variance that PostHog plans with; undefined where it cannot be told. */
export function baselineVariance(type: PlanType, baseline: number, sample: Sample): number | undefined {
  return type === 'ratio' || type === 'retention'
    ? quotientVariance(sample)
    : assumedVariance(type, baseline);
}

/** Delta method over the whole group: sums divided by their count, and what the server does not send counts as 0. */
function quotientVariance({
  samples,
  sum,
  sumSquares = 0,
  denominatorSum = 0,
  denominatorSumSquares = 0,
  numeratorDenominatorSumProduct = 0,
}: Sample): number | undefined {
  const [mean, divisor] = [sum / samples, denominatorSum / samples];
  const meanVariance = sumSquares / samples - mean ** 2;
  const divisorVariance = denominatorSumSquares / samples - divisor ** 2;
  const covariance = numeratorDenominatorSumProduct / samples - mean * divisor;
  const variance =
    meanVariance / divisor ** 2 +
    (mean ** 2 * divisorVariance) / divisor ** 4 -
    (2 * mean * covariance) / divisor ** 3;
  return denominatorSum > 0 && Number.isFinite(variance) ? variance : undefined;
}
