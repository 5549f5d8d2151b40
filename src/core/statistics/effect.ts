import { type Moments, varianceOfMean } from './moments';
import { refuseUnless } from './refusal';

/** Relative differences are fractions of the baseline's mean (0.12 is +12 %), absolute ones in the metric's unit. */
export type Difference = 'relative' | 'absolute';

/** How far the treatment lies above the baseline, and the variance of that estimate. */
export interface Effect {
  readonly estimate: number;
  readonly variance: number;
}

/**
 * Difference of two means, its variance by the delta method and above zero.
 *
 * @param reference what a relative difference is a fraction of
 * @throws StatisticsRefusal `baseline-zero`, `no-variance`
 */
export function effectBetween(
  treatment: Moments,
  baseline: Moments,
  difference: Difference,
  reference = baseline.mean,
): Effect {
  const scale = difference === 'relative' ? reference : 1;
  const slope = difference === 'relative' ? treatment.mean / scale : 1;
  refuseUnless(Number.isFinite(slope), 'baseline-zero');
  const estimate = (treatment.mean - baseline.mean) / scale;
  const variance = (varianceOfMean(treatment) + slope * slope * varianceOfMean(baseline)) / (scale * scale);
  refuseUnless(variance > 0, 'no-variance');
  return { estimate, variance };
}
