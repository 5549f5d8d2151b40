import type { MetricType } from '../model/metric';
import type { VariantSample } from '../model/metricResult';

/**
 * What a metric measured in one variant: the average per user for a mean, the share that converted for a funnel, the
 * quotient of both sums for ratio and retention. `12.01%`, `1.53`; a dash where there is nothing to divide by.
 */
export function metricValue(sample: VariantSample, type: MetricType): string {
  const isShare = type === 'funnel' || type === 'retention';
  const isQuotient = type === 'ratio' || type === 'retention';
  const value = sample.sum / (isQuotient ? (sample.denominatorSum ?? 0) : sample.samples);
  if (!Number.isFinite(value)) return '—';
  return isShare ? `${(100 * value).toFixed(2)}%` : value.toFixed(2);
}
