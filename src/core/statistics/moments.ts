import { refuseUnless } from './refusal';
import type { ProportionSample, RatioSample, Sample } from './sample';

/** A sample reduced to what a test needs of it. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  /** Of the value of one user, never negative. */
  readonly variance: number;
}

type ValueSums = Pick<RatioSample, 'n' | 'sum' | 'sumSquares'>;

/**
 * Mean and variance of a sample as PostHog computes them: mean, proportion, or ratio by the delta method.
 *
 * @throws StatisticsRefusal `invalid-input` for sums that cannot be, `denominator-zero`
 */
export function momentsOf(sample: Sample): Moments {
  refuseUnless(sample.n >= 1, 'invalid-input');
  if (sample.type === 'mean') return momentsOfValues(sample);
  if (sample.type === 'proportion') return momentsOfProportion(sample);
  return momentsOfRatio(sample);
}

/** Squared standard error of the mean. */
export function varianceOfMean({ n, variance }: Moments): number {
  return variance / n;
}

/** Sample covariance of two values per user from their sums and the sum of their products; 0 for a single user. */
export function covarianceOf(n: number, sum: number, otherSum: number, sumProduct: number): number {
  return n === 1 ? 0 : (sumProduct - (sum * otherSum) / n) / (n - 1);
}

function momentsOfProportion({ n, sum }: ProportionSample): Moments {
  refuseUnless(sum >= 0 && sum <= n, 'invalid-input');
  const mean = sum / n;
  return { n, mean, variance: mean * (1 - mean) };
}

function momentsOfRatio(sample: RatioSample): Moments {
  const { n, sum, denominatorSum } = sample;
  const numerator = momentsOfValues(sample);
  const denominator = momentsOfValues({
    n,
    sum: denominatorSum,
    sumSquares: sample.denominatorSumSquares,
  });
  refuseUnless(Math.abs(denominator.mean) >= 1e-10, 'denominator-zero');
  const covariance = covarianceOf(n, sum, denominatorSum, sample.numeratorDenominatorSumProduct);
  const mean = sum / denominatorSum;
  const spread = numerator.variance + mean * mean * denominator.variance - 2 * mean * covariance;
  // Where every user has the same ratio, rounding may leave less than nothing.
  return { n, mean, variance: Math.max(0, spread) / denominator.mean ** 2 };
}

function momentsOfValues({ n, sum, sumSquares }: ValueSums): Moments {
  const excess = sumSquares - (sum * sum) / n;
  // Equal values that are no binary fractions leave an excess a rounding error below zero.
  refuseUnless(excess >= -1e-12 * sumSquares, 'invalid-input');
  return { n, mean: sum / n, variance: n === 1 ? 0 : Math.max(0, excess) / (n - 1) };
}
