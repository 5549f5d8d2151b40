import assert from 'node:assert/strict';
import {
  assumedVariance,
  detectablePercent,
  planTypes,
  requiredDays,
  requiredSample,
} from '../../../src/shared/sampleSize';

const basis = { baseline: 0.12, variance: 0.12 * 0.88, variants: 2 };

describe('The sample size', () => {
  it('is four times as large for half the effect', () => {
    const [whole, half] = [requiredSample(basis, 20), requiredSample(basis, 10)];
    assert.ok(whole !== undefined && half !== undefined);
    assert.ok(Math.abs(half / whole - 4) < 0.01);
  });

  it('and the effect it shows belong together', () => {
    for (const percent of [0.5, 3, 30, 250]) {
      const size = requiredSample(basis, percent) ?? 0;
      const shown = detectablePercent(basis, size) ?? 0;
      assert.ok(shown <= percent && shown > percent * 0.8, `${percent} ${shown}`);
    }
  });

  it('is the same for a baseline below zero', () => {
    const negative = { ...basis, baseline: -basis.baseline };
    assert.equal(requiredSample(negative, 10), requiredSample(basis, 10));
    assert.equal(detectablePercent(negative, 500), detectablePercent(basis, 500));
  });

  it('is none where the numbers make no sense', () => {
    for (const odd of [0, Number.NaN, Number.POSITIVE_INFINITY]) {
      assert.equal(requiredSample({ ...basis, baseline: odd }, 10), undefined);
      assert.equal(requiredSample(basis, odd), undefined);
      assert.equal(requiredSample({ ...basis, variance: odd }, 10), undefined);
      assert.equal(detectablePercent({ ...basis, variance: odd }, 100), undefined);
    }
    assert.equal(detectablePercent(basis, 0), undefined);
    assert.equal(detectablePercent({ ...basis, baseline: 0 }, 100), undefined);
    assert.equal(requiredDays(100, -1), undefined);
  });

  it('takes data for ratios and retention alone', () => {
    const unknown = planTypes.filter((type) => assumedVariance(type, 0.5) === undefined);
    assert.deepEqual(unknown, ['ratio', 'retention']);
  });
});
