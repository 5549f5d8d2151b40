import { covarianceOf, type Moments, momentsOf } from './moments';
import { refuseUnless } from './refusal';
import type { MeanSample } from './sample';

/** A mean metric during the experiment and the same users' covariate from before it. */
export interface CovariateSample {
  readonly post: MeanSample;
  /** Of the same n users. */
  readonly pre: MeanSample;
  /** Sum over the users of the one value times the other. */
  readonly sumProduct: number;
}

/** Both variants freed from what the covariate already explained. */
export interface CupedAdjustment {
  readonly theta: number;
  readonly treatment: Moments;
  readonly baseline: Moments;
  /** The unadjusted mean of the baseline, which stays the reference of a relative difference. */
  readonly reference: number;
}

/**
 * Adjusts two variants by CUPED (Deng and others, 2013) with one slope for both.
 *
 * @throws StatisticsRefusal `invalid-input` for sums that cannot be
 */
export function adjustByCovariate(treatment: CovariateSample, baseline: CovariateSample): CupedAdjustment {
  const theta = pooledTheta(treatment, baseline);
  return {
    theta,
    treatment: adjustedMoments(treatment, theta),
    baseline: adjustedMoments(baseline, theta),
    reference: momentsOf(baseline.post).mean,
  };
}

/** Slope of the metric on the covariate over the users of both variants; 0 where the covariate does not vary. */
export function pooledTheta(treatment: CovariateSample, baseline: CovariateSample): number {
  const post = pooled(treatment.post, baseline.post);
  const pre = pooled(treatment.pre, baseline.pre);
  const { variance } = momentsOf(pre);
  if (variance < 1e-10) return 0;
  return covarianceOf(post.n, post.sum, pre.sum, treatment.sumProduct + baseline.sumProduct) / variance;
}

/** Moments of the metric less theta times the covariate. */
export function adjustedMoments({ post, pre, sumProduct }: CovariateSample, theta: number): Moments {
  refuseUnless(post.n === pre.n, 'invalid-input');
  const ofPost = momentsOf(post);
  const ofPre = momentsOf(pre);
  const covariance = covarianceOf(post.n, post.sum, pre.sum, sumProduct);
  const variance = ofPost.variance + theta * theta * ofPre.variance - 2 * theta * covariance;
  // Where the covariate explains everything, rounding may leave less than nothing.
  return { n: post.n, mean: ofPost.mean - theta * ofPre.mean, variance: Math.max(0, variance) };
}

function pooled(one: MeanSample, other: MeanSample): MeanSample {
  return {
    type: 'mean',
    n: one.n + other.n,
    sum: one.sum + other.sum,
    sumSquares: one.sumSquares + other.sumSquares,
  };
}
