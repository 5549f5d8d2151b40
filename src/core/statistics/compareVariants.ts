import { type BayesianJudgement, judgeBayesian } from './bayesian';
import { type Difference, effectBetween } from './effect';
import { type FrequentistJudgement, judgeFrequentist, welchDegreesOfFreedom } from './frequentist';
import { type Moments, momentsOf } from './moments';
import { refuseUnless, StatisticsRefusal } from './refusal';
import type { Sample } from './sample';
import { judgeSequential } from './sequential';

export type { Difference, Sample };

/** Levels and alphas are fractions. With `sequentialTuning` (users of both samples) the test is valid at every look. */
export type Method =
  | { readonly kind: 'bayesian'; readonly level: number }
  | { readonly kind: 'frequentist'; readonly alpha: number; readonly sequentialTuning?: number };

/** Fractions of the baseline's mean for a relative difference, the metric's unit for an absolute one. */
export interface Comparison {
  readonly estimate: number;
  readonly interval: readonly [number, number];
  readonly significant: boolean;
  /** Bayesian only: probability that the treatment lies above the baseline, whatever the goal of the metric is. */
  readonly chanceToWin?: number;
  /** Frequentist only, two-sided. */
  readonly pValue?: number;
}

/** PostHog's engine asks a Bayesian proportion for as many successes and as many failures in each sample. */
const minimumOutcomes = 5;
/** PostHog's engine asks a t-test for as many users in each sample. */
const minimumUsers = 5;

/** Compares a variant with the baseline as PostHog does; undefined where PostHog would give no interval. */
export function compareVariants(
  treatment: Sample,
  baseline: Sample,
  method: Method,
  difference: Difference = 'relative',
): Comparison | undefined {
  try {
    return compareOrRefuse(treatment, baseline, method, difference);
  } catch (error) {
    if (error instanceof StatisticsRefusal) return undefined;
    throw error;
  }
}

/**
 * The same for a caller who wants to say why there is no result.
 *
 * @throws StatisticsRefusal with the reason where PostHog would give no interval
 */
export function compareOrRefuse(
  treatment: Sample,
  baseline: Sample,
  method: Method,
  difference: Difference = 'relative',
): Comparison {
  refuseUnless(treatment.type === baseline.type, 'mixed-types');
  return method.kind === 'bayesian'
    ? compareBayesian(treatment, baseline, method.level, difference)
    : compareFrequentist(momentsOf(treatment), momentsOf(baseline), method, difference);
}

function compareBayesian(
  treatment: Sample,
  baseline: Sample,
  level: number,
  difference: Difference,
): BayesianJudgement {
  const ofTreatment = momentsOf(treatment);
  const ofBaseline = momentsOf(baseline);
  refuseUnless(difference === 'absolute' || ofBaseline.mean > 0, 'baseline-not-positive');
  refuseUnless(hasBothOutcomes(treatment) && hasBothOutcomes(baseline), 'too-few-outcomes');
  return judgeBayesian(effectBetween(ofTreatment, ofBaseline, difference), level);
}

function compareFrequentist(
  treatment: Moments,
  baseline: Moments,
  { alpha, sequentialTuning }: Extract<Method, { kind: 'frequentist' }>,
  difference: Difference,
): FrequentistJudgement {
  refuseUnless(Math.min(treatment.n, baseline.n) >= minimumUsers, 'too-few-samples');
  const effect = effectBetween(treatment, baseline, difference);
  return sequentialTuning === undefined
    ? judgeFrequentist(effect, welchDegreesOfFreedom(treatment, baseline), alpha)
    : judgeSequential(effect, treatment.n + baseline.n, { alpha, tuning: sequentialTuning });
}

function hasBothOutcomes(sample: Sample): boolean {
  return sample.type !== 'proportion' || Math.min(sample.sum, sample.n - sample.sum) >= minimumOutcomes;
}
