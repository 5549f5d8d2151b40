import { incompleteBeta } from './beta';
import { logBeta } from './gamma';
import { normalQuantile } from './normal';
import { refuseUnless } from './refusal';

/**
 * Probability that Student's t with the given degrees of freedom (any positive number) lies at least as far from zero
 * as t. Precise in the far tail, where 2·(1 − cdf) would come out as exactly 0.
 */
export function studentTwoSidedP(t: number, degreesOfFreedom: number): number {
  const total = degreesOfFreedom + t * t;
  return incompleteBeta(degreesOfFreedom / total, 0.5 * degreesOfFreedom, 0.5, (t * t) / total);
}

/**
 * The t below which Student's t lies with the given probability.
 *
 * @throws StatisticsRefusal `invalid-input` unless 0 < probability < 1 and degreesOfFreedom > 0
 */
export function studentTQuantile(probability: number, degreesOfFreedom: number): number {
  refuseUnless(probability > 0 && probability < 1 && degreesOfFreedom > 0, 'invalid-input');
  if (probability === 0.5) return 0;
  if (probability > 0.5) return -studentTQuantile(1 - probability, degreesOfFreedom);
  let distance = guessDistance(probability, degreesOfFreedom);
  // On logarithmic scales the tail is concave, so Newton's method finds the root from any distance above zero.
  for (let step = 0, change = 1; step < 20 && Math.abs(change) > 1e-9; step += 1) {
    const tail = 0.5 * studentTwoSidedP(distance, degreesOfFreedom);
    change = (Math.log(tail / probability) * tail) / (distance * density(distance, degreesOfFreedom));
    distance *= Math.exp(change);
  }
  return -distance;
}

/** Two terms of the Cornish-Fisher expansion about the normal quantile. */
function guessDistance(tail: number, degreesOfFreedom: number): number {
  const z = -normalQuantile(tail);
  const square = z * z;
  const first = (square + 1) / (4 * degreesOfFreedom);
  const second = ((5 * square + 16) * square + 3) / (96 * degreesOfFreedom * degreesOfFreedom);
  return z * (1 + first + second);
}

function density(t: number, degreesOfFreedom: number): number {
  const exponent = -0.5 * (degreesOfFreedom + 1) * Math.log1p((t * t) / degreesOfFreedom);
  return Math.exp(exponent - logBeta(0.5 * degreesOfFreedom, 0.5)) / Math.sqrt(degreesOfFreedom);
}
