import type { Effect } from './effect';
import { type Moments, varianceOfMean } from './moments';
import { refuseUnless } from './refusal';
import { studentTQuantile, studentTwoSidedP } from './studentT';

export interface FrequentistJudgement {
  readonly estimate: number;
  /** Confidence interval, two-sided. */
  readonly interval: readonly [number, number];
  /** Two-sided. */
  readonly pValue: number;
  readonly significant: boolean;
}

/**
 * Judges an effect by Welch's t-test.
 *
 * @param alpha accepted rate of false signals as a fraction, for example 0.05
 * @throws StatisticsRefusal `invalid-input` unless 0 < alpha < 1
 */
export function judgeFrequentist(
  { estimate, variance }: Effect,
  degreesOfFreedom: number,
  alpha: number,
): FrequentistJudgement {
  refuseUnless(alpha > 0 && alpha < 1, 'invalid-input');
  const standardError = Math.sqrt(variance);
  const halfWidth = -studentTQuantile(0.5 * alpha, degreesOfFreedom) * standardError;
  const pValue = studentTwoSidedP(estimate / standardError, degreesOfFreedom);
  return {
    estimate,
    interval: [estimate - halfWidth, estimate + halfWidth],
    pValue,
    significant: pValue < alpha,
  };
}

/**
 * Welch-Satterthwaite degrees of freedom. PostHog takes them from the means themselves even when it tests their
 * relative difference. Needs two users in each sample and variance in one.
 */
export function welchDegreesOfFreedom(treatment: Moments, baseline: Moments): number {
  const ofTreatment = varianceOfMean(treatment);
  const ofBaseline = varianceOfMean(baseline);
  return (
    (ofTreatment + ofBaseline) ** 2 /
    (ofTreatment ** 2 / (treatment.n - 1) + ofBaseline ** 2 / (baseline.n - 1))
  );
}
