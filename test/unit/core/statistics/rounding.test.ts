import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { expectedLoss } from '../../../../src/core/statistics/bayesian';
import { adjustedMoments } from '../../../../src/core/statistics/cuped';
import { momentsOf } from '../../../../src/core/statistics/moments';

/** Sums as they come out when equal shares are added up: none of them is a binary fraction. */
function sumsOf(values: readonly number[]): {
  readonly n: number;
  readonly sum: number;
  readonly sumSquares: number;
} {
  let sum = 0;
  let sumSquares = 0;
  for (const value of values) {
    sum += value;
    sumSquares += value * value;
  }
  return { n: values.length, sum, sumSquares };
}

describe('rounding errors', () => {
  it('do not make a variance negative where all values are equal', () => {
    for (let n = 1; n <= 400; n += 1) {
      const { variance } = momentsOf({ type: 'mean', ...sumsOf(Array<number>(n).fill(0.1)) });
      assert.ok(variance >= 0 && variance < 1e-12, `${n} users: ${variance}`);
    }
  });

  it('do not make a variance negative where all ratios are equal', () => {
    for (let n = 2; n <= 400; n += 1) {
      const parts = Array.from({ length: n }, (_, index) => 0.1 * (1 + (index % 7)));
      const denominator = sumsOf(parts);
      const { variance } = momentsOf({
        type: 'ratio',
        ...sumsOf(parts.map((part) => 0.3 * part)),
        denominatorSum: denominator.sum,
        denominatorSumSquares: denominator.sumSquares,
        numeratorDenominatorSumProduct: 0.3 * denominator.sumSquares,
      });
      assert.ok(variance >= 0 && variance < 1e-12, `${n} users: ${variance}`);
    }
  });

  it('do not make a variance negative where the covariate explains everything', () => {
    for (let n = 2; n <= 400; n += 1) {
      const before = sumsOf(Array.from({ length: n }, (_, index) => 0.1 * (1 + (index % 7))));
      const after = { type: 'mean', n, sum: 0.3 * before.sum, sumSquares: 0.09 * before.sumSquares } as const;
      const sample = {
        post: after,
        pre: { type: 'mean', ...before },
        sumProduct: 0.3 * before.sumSquares,
      } as const;
      const { variance } = adjustedMoments(sample, 0.3);
      assert.ok(variance >= 0 && variance < 1e-12, `${n} users: ${variance}`);
    }
  });

  it('do not make an expected loss negative', () => {
    for (let estimate = 0; estimate < 40; estimate += 0.01) {
      const loss = expectedLoss({ estimate, variance: 1 });
      assert.ok(loss.treatment >= 0 && loss.baseline > estimate - 1e-12, `${estimate}: ${loss.treatment}`);
    }
  });
});
