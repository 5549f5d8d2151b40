import { formatAbsoluteChange } from '../../shared/format';
import type { MetricType } from '../model/metric';
import type { VariantSample } from '../model/metricResult';

/**
 * What a metric measured in one variant: the average per user for a mean, the share that converted for a funnel, the
 * quotient of both sums for ratio and retention. `12.01%`, `1.53`; a dash where there is nothing to divide by.
 */
export function metricValue(sample: VariantSample, type: MetricType): string {
  const value = valueOf(sample, type);
  if (!Number.isFinite(value)) return '—';
  return isShare(type) ? `${(100 * value).toFixed(2)}%` : value.toFixed(2);
}

/** What was measured in the baseline and in a variant: `control 12.01% → test 13.54% (+1.52 pp)`. */
export function valueChange(baseline: VariantSample, variant: VariantSample, type: MetricType): string {
  const difference = valueOf(variant, type) - valueOf(baseline, type);
  const values = [baseline, variant]
    .map((sample) => `${sample.key} ${metricValue(sample, type)}`)
    .join(' → ');
  if (!Number.isFinite(difference)) return values;
  const change = isShare(type)
    ? `${formatAbsoluteChange(100 * difference)} pp`
    : formatAbsoluteChange(difference);
  return `${values} (${change})`;
}

/** The number behind `metricValue`; not finite where there is nothing to divide by. */
export function valueOf({ sum, samples, denominatorSum }: VariantSample, type: MetricType): number {
  return sum / (type === 'ratio' || type === 'retention' ? (denominatorSum ?? 0) : samples);
}

function isShare(type: MetricType): boolean {
  return type === 'funnel' || type === 'retention';
}
