import { formatAbsoluteChange, formatChange, formatPercent, formatValue } from '../../shared/format';
import type { Difference } from '../../shared/panelSeries';
import type { StatisticsConfig } from '../model/experiment';
import type { MetricType } from '../model/metric';
import type { VariantSample } from '../model/metricResult';

/**
 * What a metric measured in one variant: the average per user for a mean, the share that converted for a funnel, the
 * quotient of both sums for ratio and retention. `12.01%`, `1.53`; a dash where there is nothing to divide by.
 */
export function metricValue(sample: VariantSample, type: MetricType): string {
  const value = valueOf(sample, type);
  return isShare(type) ? formatPercent(100 * value) : formatValue(value);
}

/** What was measured in the baseline and in a variant: `control 12.01% → test 13.54% (+1.52 pp)`. */
export function valueChange(baseline: VariantSample, variant: VariantSample, type: MetricType): string {
  const difference = valueDifference(baseline, variant, type);
  const values = [baseline, variant]
    .map((sample) => `${sample.key} ${metricValue(sample, type)}`)
    .join(' → ');
  return difference === undefined ? values : `${values} (${difference})`;
}

/** `+1.52 pp` between shares, `+0.04` between others; undefined where there is nothing to divide by. */
export function valueDifference(
  baseline: VariantSample,
  variant: VariantSample,
  type: MetricType,
): string | undefined {
  const difference = valueOf(variant, type) - valueOf(baseline, type);
  if (!Number.isFinite(difference)) return undefined;
  return isShare(type) ? `${formatAbsoluteChange(100 * difference)} pp` : formatAbsoluteChange(difference);
}

/** `+12.67%`, where differences are told in the unit of the metric; undefined where there is nothing to divide by. */
export function relativeDifference(
  baseline: VariantSample,
  variant: VariantSample,
  type: MetricType,
): string | undefined {
  const change = valueOf(variant, type) / valueOf(baseline, type) - 1;
  return Number.isFinite(change) ? formatChange(change) : undefined;
}

/** The number behind `metricValue`; not finite where there is nothing to divide by. */
export function valueOf({ sum, samples, denominatorSum }: VariantSample, type: MetricType): number {
  return sum / (type === 'ratio' || type === 'retention' ? (denominatorSum ?? 0) : samples);
}

/** How changes of such a metric are told: an absolute one of a share is one in percentage points, never in percent. */
export function differenceOf(
  { difference }: Pick<StatisticsConfig, 'difference'>,
  type: MetricType,
): Difference {
  return difference === 'absolute' && isShare(type) ? 'points' : difference;
}

function isShare(type: MetricType): boolean {
  return type === 'funnel' || type === 'retention';
}
