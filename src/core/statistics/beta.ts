import { continuedFraction } from './continuedFraction';
import { logBeta } from './gamma';

/**
 * Regularized incomplete beta function Iₓ(a, b) for a, b > 0 and 0 ≤ x ≤ 1. Keeps its relative precision where it is
 * tiny.
 *
 * @param complement 1 − x, to be given where the caller knows it more precisely than a subtraction from one would
 */
export function incompleteBeta(x: number, a: number, b: number, complement = 1 - x): number {
  if (x <= 0) return 0;
  if (complement <= 0) return 1;
  // The continued fraction converges quickly below the mean of the distribution and slowly above it.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(complement, b, a, x);
  const logX = x > 0.5 ? Math.log1p(-complement) : Math.log(x);
  const logComplement = x > 0.5 ? Math.log(complement) : Math.log1p(-x);
  const scale = Math.exp(a * logX + b * logComplement - logBeta(a, b));
  return scale * betaFraction(x, complement, a, b);
}

/**
 * DiDonato and Morris, ACM Transactions on Mathematical Software 18 (1992), the fraction of their BFRAC. Holding x and
 * its complement apart keeps it precise for the thousands of degrees of freedom of a test.
 */
function betaFraction(x: number, complement: number, a: number, b: number): number {
  const lead = a * complement - b * x + 1;
  return continuedFraction((step) => {
    const m = step - 1;
    if (m === 0) return [1, (a * lead) / (a + 1)];
    const at = a + 2 * m;
    const turn = m * (b - m) * x;
    return [
      ((a + m - 1) * (a + b + m - 1) * turn * x) / (at - 1) ** 2,
      m + turn / (at - 1) + ((a + m) * (lead + m * (2 - x))) / (at + 1),
    ];
  });
}
