import type { Effect } from './effect';
import { normalCdf, normalDensity, normalQuantile } from './normal';
import { refuseUnless } from './refusal';

export interface BayesianJudgement {
  readonly estimate: number;
  /** Credible interval, two-sided. */
  readonly interval: readonly [number, number];
  /** Probability that the treatment lies above the baseline, whichever of the two is the better. */
  readonly chanceToWin: number;
  /** Whether the chance to win lies beyond the level on either side: the interval may then still contain zero. */
  readonly significant: boolean;
}

/**
 * Judges an effect as PostHog's Bayesian engine does.
 *
 * @param level credible level as a fraction, for example 0.95
 * @param prior what was believed before; nothing by default
 * @throws StatisticsRefusal `invalid-input` unless 0 < level < 1
 */
export function judgeBayesian(effect: Effect, level: number, prior?: Effect): BayesianJudgement {
  refuseUnless(level > 0 && level < 1, 'invalid-input');
  const posterior = posteriorOf(effect, prior);
  const chance = chanceToWin(posterior);
  return {
    estimate: posterior.estimate,
    interval: credibleInterval(posterior, level),
    chanceToWin: chance,
    significant: chance > level || chance < 1 - level,
  };
}

/** Normal belief after seeing an effect: the effect itself, or its mean with the prior weighted by precision. */
export function posteriorOf(effect: Effect, prior?: Effect): Effect {
  if (!prior) return effect;
  const variance = 1 / (1 / effect.variance + 1 / prior.variance);
  const estimate = variance * (effect.estimate / effect.variance + prior.estimate / prior.variance);
  return { estimate, variance };
}

/** Probability, under a normal belief, that the treatment lies above the baseline, or below it if lower is better. */
export function chanceToWin({ estimate, variance }: Effect, lowerIsBetter = false): number {
  const z = estimate / Math.sqrt(variance);
  return normalCdf(lowerIsBetter ? -z : z);
}

/** Central interval that holds a normal belief with the given probability (0 to 1). */
export function credibleInterval({ estimate, variance }: Effect, level: number): readonly [number, number] {
  const halfWidth = normalQuantile(0.5 + 0.5 * level) * Math.sqrt(variance);
  return [estimate - halfWidth, estimate + halfWidth];
}

/** What choosing either variant is expected to cost against the better one, in the unit of the effect. */
export function expectedLoss({ estimate, variance }: Effect): {
  readonly treatment: number;
  readonly baseline: number;
} {
  const deviation = Math.sqrt(variance);
  const z = estimate / deviation;
  // The mean of the positive part of a normal variable; rounding may take it below zero where it is tiny.
  const loss = (score: number) => Math.max(0, deviation * (score * normalCdf(score) + normalDensity(score)));
  return { treatment: loss(-z), baseline: loss(z) };
}
