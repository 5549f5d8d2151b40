import { continuedFraction } from './continuedFraction';

/** Stirling's series gives full double precision from here on. */
const stirlingFrom = 10;
const halfLogTwoPi = 0.5 * Math.log(2 * Math.PI);

/** ln Γ(x) for x > 0. */
export function logGamma(x: number): number {
  let product = 1;
  let shifted = x;
  for (; shifted < stirlingFrom; shifted += 1) product *= shifted;
  return (
    (shifted - 0.5) * Math.log(shifted) -
    shifted +
    halfLogTwoPi +
    stirlingRemainder(shifted) -
    Math.log(product)
  );
}

/**
 * ln B(a, b) for a, b > 0. Subtracting two log-gammas would lose the digits of a large argument, and tests have
 * thousands of degrees of freedom, so their large parts are cancelled on paper.
 */
export function logBeta(a: number, b: number): number {
  const [large, small] = a > b ? [a, b] : [b, a];
  if (large < stirlingFrom) return logGamma(large) + logGamma(small) - logGamma(large + small);
  const sum = large + small;
  const logGammaRise =
    (sum - 0.5) * Math.log1p(small / large) +
    small * (Math.log(large) - 1) +
    stirlingRemainder(sum) -
    stirlingRemainder(large);
  return logGamma(small) - logGammaRise;
}

/** Regularized upper incomplete gamma function Q(a, x), a > 0, x ≥ 0. Keeps its relative precision in the far tail. */
export function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? 1 - scale * lowerSeries(a, x) : scale * upperFraction(a, x);
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let step = 1; term > sum * Number.EPSILON; step += 1) {
    term *= x / (a + step);
    sum += term;
  }
  return sum;
}

function upperFraction(a: number, x: number): number {
  return continuedFraction((step) => [step === 1 ? 1 : (step - 1) * (a - step + 1), x + 2 * step - 1 - a]);
}

function stirlingRemainder(x: number): number {
  const square = 1 / (x * x);
  return (
    (1 / 12 -
      square *
        (1 / 360 -
          square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - (square * 691) / 360360))))) /
    x
  );
}
