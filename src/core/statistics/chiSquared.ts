import { upperGamma } from './gamma';

/** Probability that a chi-squared variable exceeds x ≥ 0; precise in the far tail. */
export function chiSquaredTail(x: number, degreesOfFreedom: number): number {
  return upperGamma(0.5 * degreesOfFreedom, 0.5 * x);
}
