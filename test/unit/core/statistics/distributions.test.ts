import { describe, it } from 'mocha';
import { incompleteBeta } from '../../../../src/core/statistics/beta';
import { chiSquaredTail } from '../../../../src/core/statistics/chiSquared';
import { logBeta, logGamma } from '../../../../src/core/statistics/gamma';
import { normalCdf, normalQuantile } from '../../../../src/core/statistics/normal';
import { studentTQuantile, studentTwoSidedP } from '../../../../src/core/statistics/studentT';
import { expectValue } from './expectation';

const probabilities = [1e-12, 1e-6, 0.001, 0.025, 0.2, 0.4999, 0.5, 0.7, 0.95, 0.9995];

describe('gamma and beta functions', () => {
  it('know factorials and half-integers', () => {
    expectValue('ln Γ(11)', logGamma(11), near(Math.log(3628800)));
    expectValue('ln Γ(½)', logGamma(0.5), near(0.5 * Math.log(Math.PI)));
    expectValue('ln B(½, 3)', logBeta(0.5, 3), near(Math.log(16 / 15)));
  });

  it('keep their digits for large arguments', () => {
    // B(a, ½) tends to √(π/a)·(1 + 1/(8a)).
    expectValue('B(1e9, ½)', Math.exp(logBeta(1e9, 0.5)), near(Math.sqrt(Math.PI / 1e9) * (1 + 1 / 8e9)));
  });

  it('agree with polynomials', () => {
    for (const x of [0, 1e-8, 0.1, 0.5, 0.9, 1]) {
      expectValue(`I(${x}; 3, 1)`, incompleteBeta(x, 3, 1), near(x ** 3));
      expectValue(`I(${x}; 2, 2)`, incompleteBeta(x, 2, 2), near(x * x * (3 - 2 * x)));
    }
  });
});

describe('normal distribution', () => {
  it('inverts itself', () => {
    for (const p of probabilities) expectValue(`Φ(Φ⁻¹(${p}))`, normalCdf(normalQuantile(p)), near(p));
  });

  it('keeps its digits in the far tail', () => {
    expectValue('Φ(−37)', normalCdf(-37), near(5.7255712225245e-300));
    expectValue('Φ⁻¹(1e-300)', normalQuantile(1e-300), near(-37.0470962993612));
  });
});

describe("Student's t distribution", () => {
  it('agrees with the closed forms of one and two degrees of freedom', () => {
    for (const t of [0.01, 0.7, 3, 50, 1e6]) {
      expectValue(`P(${t}; 1)`, studentTwoSidedP(t, 1), near((2 / Math.PI) * Math.atan2(1, t)));
      const root = Math.sqrt(2 + t * t);
      expectValue(`P(${t}; 2)`, studentTwoSidedP(-t, 2), near(2 / (root * (root + t))));
    }
  });

  it('tends to the normal distribution', () => {
    const approached = { tol: 1e-10 };
    expectValue('P(2.1; 1e12)', studentTwoSidedP(2.1, 1e12), { rel: 2 * normalCdf(-2.1), ...approached });
    expectValue('t(0.975; 1e12)', studentTQuantile(0.975, 1e12), {
      rel: normalQuantile(0.975),
      ...approached,
    });
  });

  it('inverts itself', () => {
    for (const df of [0.7, 1, 4.3, 30, 998, 20006.4, 1e7]) {
      for (const p of probabilities) {
        const t = studentTQuantile(p, df);
        const tail = 0.5 * studentTwoSidedP(t, df);
        expectValue(`t(${p}; ${df})`, t < 0 ? tail : 1 - tail, near(p));
      }
    }
  });
});

describe('chi-squared distribution', () => {
  it('is exponential with two degrees of freedom and a squared normal with one', () => {
    for (const x of [0.001, 0.5, 2, 9, 300]) {
      expectValue(`Q(${x}; 2)`, chiSquaredTail(x, 2), near(Math.exp(-0.5 * x)));
      expectValue(`Q(${x}; 1)`, chiSquaredTail(x, 1), near(2 * normalCdf(-Math.sqrt(x))));
    }
  });
});

function near(rel: number): { readonly rel: number; readonly tol: number } {
  return { rel, tol: 1e-12 };
}
