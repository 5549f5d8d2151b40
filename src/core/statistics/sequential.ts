import type { Effect } from './effect';
import type { FrequentistJudgement } from './frequentist';
import { refuseUnless } from './refusal';

/**
 * Parameters of an always-valid test: alpha is the accepted rate of false signals over all looks together (a fraction),
 * tuning the number of users, over both samples, at which the interval is tightest.
 */
export interface SequentialOptions {
  readonly alpha: number;
  readonly tuning: number;
}

/**
 * Judges an effect so that it may be looked at any number of times: asymptotic confidence sequence and e-value of
 * Waudby-Smith and others, "Time-uniform central limit theory and asymptotic confidence sequences" (2023).
 *
 * @param n users of both samples together
 * @throws StatisticsRefusal `invalid-input` unless 0 < alpha < 1 and tuning > 0
 */
export function judgeSequential(effect: Effect, n: number, options: SequentialOptions): FrequentistJudgement {
  const halfWidth = sequentialHalfWidth(effect.variance * n, n, options);
  const pValue = sequentialPValue(effect, n, options);
  return {
    estimate: effect.estimate,
    interval: [effect.estimate - halfWidth, effect.estimate + halfWidth],
    pValue,
    significant: pValue < options.alpha,
  };
}

/**
 * ρ of the mixture, chosen for the tightest interval at the tuned number of users.
 *
 * @throws StatisticsRefusal `invalid-input` unless 0 < alpha < 1 and tuning > 0
 */
export function sequentialRho({ alpha, tuning }: SequentialOptions): number {
  refuseUnless(alpha > 0 && alpha < 1 && tuning > 0, 'invalid-input');
  const evidence = -2 * Math.log(alpha);
  return Math.sqrt((evidence + Math.log1p(evidence)) / tuning);
}

/** Half of the interval's width, given the variance of one user's value. */
export function sequentialHalfWidth(variancePerUser: number, n: number, options: SequentialOptions): number {
  const rho = sequentialRho(options);
  const k = n * rho * rho + 1;
  const logEvidence = 0.5 * Math.log(k) - Math.log(options.alpha);
  return (Math.sqrt(variancePerUser) * Math.sqrt(2 * k * logEvidence)) / (n * rho);
}

/** One over the e-value, at most 1: it stays 1 until evidence has gathered. */
export function sequentialPValue(
  { estimate, variance }: Effect,
  n: number,
  options: SequentialOptions,
): number {
  const rho = sequentialRho(options);
  const k = n * rho * rho + 1;
  // The e-value itself overflows for strong effects, its logarithm does not.
  const logEValue = (rho * rho * estimate * estimate * n) / variance / (2 * k) - 0.5 * Math.log(k);
  return Math.min(1, Math.exp(-logEValue));
}
