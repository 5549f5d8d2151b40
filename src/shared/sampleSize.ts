/**
 * How many users a test needs, in the way of PostHog's calculator: 16 · variance / difference² in each variant, which
 * finds an effect of that size four times out of five, at 95 %.
 */

/** What a sample size is made of. Variance and baseline are of one user of the baseline. */
export interface SampleBasis {
  readonly baseline: number;
  readonly variance: number;
  readonly variants: number;
}

/**
 * Users that all variants need together.
 * @param effectPercent the smallest relative change worth finding, in percent of the baseline
 * @returns undefined where there is no such number: no effect, no baseline, no variance
 */
export function requiredSample(basis: SampleBasis, effectPercent: number): number | undefined {
  const difference = (effectPercent / 100) * basis.baseline;
  const size = Math.ceil(((16 * basis.variance) / difference ** 2) * basis.variants);
  return Number.isFinite(size) && size > 0 ? size : undefined;
}

/** Whole days until so many users were counted; undefined where nobody comes or the number is not known. */
export function requiredDays(sampleSize: number | undefined, perDay: number | undefined): number | undefined {
  if (sampleSize === undefined || perDay === undefined || !(perDay > 0)) return undefined;
  return Math.ceil(sampleSize / perDay);
}

/** The smallest relative change, in percent, that so many users of all variants together would show. */
export function detectablePercent(basis: SampleBasis, users: number): number | undefined {
  const difference = 4 * Math.sqrt((basis.variance * basis.variants) / users);
  const percent = (100 * difference) / Math.abs(basis.baseline);
  return Number.isFinite(percent) && percent > 0 ? percent : undefined;
}

/** What planning knows metrics as. */
export const planTypes = ['funnel', 'mean_count', 'mean_sum_or_avg', 'ratio', 'retention'] as const;
export type PlanType = (typeof planTypes)[number];

/** Variance of a value from its average alone; undefined where that takes the data of a metric. */
export function assumedVariance(type: PlanType, baseline: number): number | undefined {
  switch (type) {
    case 'funnel':
      return baseline * (1 - baseline);
    case 'mean_count':
      return 2 * baseline;
    case 'mean_sum_or_avg':
      return 0.25 * baseline ** 2;
    case 'ratio':
    case 'retention':
      return undefined;
  }
}
