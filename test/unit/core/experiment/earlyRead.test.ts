import assert from 'node:assert/strict';
import { findProgress, isEarly, isStale, progressText } from '../../../../src/core/experiment/earlyRead';
import type { ExperimentDetail } from '../../../../src/core/model/experiment';
import { counted, computedMs, nowMs, planOf, someResults } from '../../support/results';

const dayMs = 24 * 3_600_000;
const frequentist = { method: 'frequentist', level: 0.95, difference: 'relative' } as const;
const statistics = (sequential: boolean | undefined) => ({
  statistics: { ...frequentist, baselineVariantKey: undefined, sequential },
});
const of = (detail: Partial<ExperimentDetail>) => counted({ control: 500, test: 499 }, detail);

describe('An early read', () => {
  it('is one below the planned sample, however old the experiment is', () => {
    assert.equal(isEarly(of(planOf(1_000)), nowMs), true);
    assert.equal(isEarly(of(planOf(999)), nowMs), false);
    assert.equal(isEarly(of({ ...planOf(999), startMs: computedMs - 1 }), nowMs), false);
  });

  it('is one of the first week where nothing was planned', () => {
    for (const plan of [planOf(undefined), planOf(0)]) {
      assert.equal(isEarly(of({ ...plan, startMs: computedMs - 7 * dayMs + 1 }), nowMs), true);
      assert.equal(isEarly(of({ ...plan, startMs: computedMs - 7 * dayMs }), nowMs), false);
    }
  });

  it('is none of a sequential test, which is valid at every look', () => {
    assert.equal(isEarly(of({ ...planOf(1_000), ...statistics(true) }), nowMs), false);
    assert.equal(isEarly(of({ ...planOf(1_000), ...statistics(false) }), nowMs), true);
    assert.equal(isEarly(of({ ...planOf(1_000), ...statistics(undefined) }), nowMs), true);
  });

  it('is measured by the end of an experiment that is over', () => {
    const startMs = nowMs - 100 * dayMs;
    assert.equal(isEarly(of({ startMs, endMs: startMs + 3 * dayMs }), nowMs), true);
  });
});

describe('The progress of a sample', () => {
  it('says what was planned and what is there', () => {
    assert.deepEqual(findProgress(of(planOf(2_000))), { samples: 999, target: 2_000 });
    assert.equal(findProgress(of(planOf(undefined))), undefined);
    assert.equal(findProgress(someResults([{ result: undefined }], planOf(2_000))), undefined);
  });

  it('does not read as reached before it is', () => {
    assert.equal(progressText({ samples: 1_000, target: 2_000 }), '50% of sample');
    assert.equal(progressText({ samples: 9_999, target: 10_000 }), '99% of sample');
    assert.equal(progressText({ samples: 10_000, target: 10_000 }), 'target reached');
    assert.equal(progressText({ samples: 0, target: 10_000 }), '0% of sample');
    assert.equal(progressText(undefined), '');
  });
});

describe('A stale result', () => {
  it('has missed a night', () => {
    const results = someResults();
    assert.equal(isStale(results, computedMs + 36 * 3_600_000), false);
    assert.equal(isStale(results, computedMs + 36 * 3_600_000 + 1), true);
    assert.equal(isStale({ ...results, computedMs: undefined }, nowMs + 99 * dayMs), false);
  });
});
