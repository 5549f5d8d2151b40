import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { StatisticsRefusal } from '../../../../src/core/statistics/refusal';
import { type Expectation, expectValue } from './expectation';
import { goldenFormulas, type GoldenInputs } from './goldenFormulas';
import goldenVectors from './goldenVectors.json';

interface GoldenVector<Formula extends keyof GoldenInputs = keyof GoldenInputs> {
  readonly id: string;
  readonly fn: Formula;
  readonly input: GoldenInputs[Formula];
  readonly expect: 'error' | Readonly<Record<string, Expectation>>;
  /** The public test of PostHog that asserts these numbers, or how they were computed. */
  readonly source: string;
}

const rows: readonly unknown[] = goldenVectors;
const vectors = rows.filter(isGoldenVector);

/** Stands here so that a vector that is lost, or whose formula nobody knows, does not go unnoticed. */
const expectedCounts: Readonly<Record<keyof GoldenInputs, number>> = {
  stat: 8,
  ratioValue: 1,
  effect: 2,
  welchDf: 1,
  ttest: 5,
  seqRho: 3,
  seqP: 2,
  seqHalfwidth: 1,
  seqTest: 4,
  seqOrder: 1,
  seqVsFixed: 1,
  bayes: 11,
  posterior: 2,
  chanceToWin: 2,
  credibleInterval: 1,
  risk: 1,
  covariance: 1,
  cupedAdjustGroup: 2,
  cupedTheta: 2,
  cuped: 1,
  cupedTtest: 1,
  cupedBayes: 1,
  cupedStddev: 2,
  normCdf: 6,
  normQuantile: 5,
  tTwoSidedP: 5,
  tQuantile: 4,
  chi2Sf: 6,
};

describe('golden vectors', () => {
  it('are all there, once', () => {
    const counts: Record<string, number> = {};
    for (const { fn } of vectors) counts[fn] = (counts[fn] ?? 0) + 1;
    assert.deepEqual(counts, expectedCounts);
    assert.equal(new Set(vectors.map(({ id }) => id)).size, rows.length);
  });

  for (const vector of vectors) it(vector.id, () => check(vector));
});

function check<Formula extends keyof GoldenInputs>(vector: GoldenVector<Formula>): void {
  const compute = () => goldenFormulas[vector.fn](vector.input);
  if (vector.expect === 'error') {
    assert.throws(compute, StatisticsRefusal);
    return;
  }
  const outcomes = compute();
  const expectations = Object.entries(vector.expect);
  assert.ok(expectations.length > 0);
  for (const [name, expected] of expectations) expectValue(name, outcomes[name], expected);
}

function isGoldenVector(row: unknown): row is GoldenVector {
  return typeof row === 'object' && row !== null && 'fn' in row && String(row.fn) in goldenFormulas;
}
