import assert from 'node:assert/strict';
import {
  judgeMetric,
  judgeVariant,
  type VariantVerdict,
  type VerdictWord,
} from '../../../../src/core/experiment/verdict';
import type { VariantResult } from '../../../../src/core/model/metricResult';
import { everyDouble } from '../../support/doubles';
import { aResult, aSample, aVariantResult } from '../../support/models';

const up = { goal: 'increase', type: 'funnel' } as const;
const down = { goal: 'decrease', type: 'funnel' } as const;

function judge(parts: Partial<VariantResult>, metric: typeof up | typeof down = up): VariantVerdict {
  const variant = aVariantResult(parts);
  return judgeVariant(aResult(variant), variant, metric);
}

describe('The verdict of a variant', () => {
  const words: readonly [VerdictWord, Partial<VariantResult>][] = [
    ['won', { significant: true, interval: [0.045, 0.2085] }],
    ['lost', { significant: true, interval: [-0.1553, -0.0145] }],
    ['leading', { significant: false, interval: [-0.0721, 0.238] }],
    ['trailing', { significant: false, interval: [-0.238, 0.0721] }],
    ['noDifference', { significant: false, interval: [-0.02, 0.02009] }],
    ['notEnoughData', { interval: undefined, validationFailures: ['not-enough-exposures'] }],
    ['noResult', { interval: undefined }],
  ];
  for (const [word, parts] of words) {
    it(`can be "${word}"`, () => assert.equal(judge(parts).word, word));
  }

  it('turns round with the goal, and says nothing else then', () => {
    const opposite: Readonly<Record<VerdictWord, VerdictWord>> = {
      won: 'lost',
      lost: 'won',
      leading: 'trailing',
      trailing: 'leading',
      noDifference: 'noDifference',
      notEnoughData: 'notEnoughData',
      noResult: 'noResult',
    };
    for (const low of everyDouble(2_000).filter((value) => Math.abs(value) < 1e6)) {
      for (const significant of [true, false, undefined]) {
        const parts = { significant, interval: [low, low + 0.1] as const };
        const one = judge(parts, up);
        const other = judge(parts, down);
        assert.equal(other.word, opposite[one.word], `${low} ${significant}`);
        assert.deepEqual({ ...other, word: one.word }, one);
      }
    }
  });

  it("is significant by the server's word alone", () => {
    assert.equal(judge({ significant: true, interval: [-0.0132, 0.2412] }).word, 'won');
    assert.equal(judge({ significant: false, interval: [0.01, 0.2] }).word, 'leading');
    assert.equal(judge({ significant: undefined, interval: [0.01, 0.2] }).word, 'leading');
  });

  it('is borderline where the interval includes no difference all the same', () => {
    assert.equal(judge({ significant: true, interval: [-0.0132, 0.2412] }).borderline, true);
    assert.equal(judge({ significant: true, interval: [0, 0.2] }).borderline, true);
    assert.equal(judge({ significant: true, interval: [0.001, 0.2] }).borderline, false);
    assert.equal(judge({ significant: false, interval: [-0.1, 0.2] }).borderline, false);
  });

  it('takes the middle of the interval for the change', () => {
    assert.equal(judge({ interval: [0.25, 0.75] }).change, 0.5);
    assert.equal(judge({ interval: undefined }).change, undefined);
  });

  it("is the baseline's where that cannot be compared with, whatever the variant says", () => {
    const variant = aVariantResult({ significant: true, interval: [0.1, 0.2] });
    const baseline = aSample({ validationFailures: ['baseline-mean-is-zero'], sum: 0 });
    const verdict = judgeVariant({ baseline, variants: [variant] }, variant, up);
    assert.equal(verdict.word, 'notEnoughData');
    assert.equal(verdict.missing?.sentence, 'The baseline is zero, so a relative change cannot be computed.');
  });
});

describe('The variants of a metric', () => {
  const order = (...variants: readonly Partial<VariantResult>[]) =>
    judgeMetric(aResult(...variants), up).map(({ variantKey }) => variantKey);

  it('begin with the significant ones, then the largest change in either direction, then those without any', () => {
    assert.deepEqual(
      order(
        { key: 'none', interval: undefined },
        { key: 'large', significant: false, interval: [0.1, 0.9] },
        { key: 'down', significant: false, interval: [-1, -0.9] },
        { key: 'small win', significant: true, interval: [0.01, 0.02] },
        { key: 'loss', significant: true, interval: [-0.3, -0.1] },
      ),
      ['loss', 'small win', 'down', 'large', 'none'],
    );
  });

  it('keep the order of the flag where they are alike', () => {
    assert.deepEqual(order({ key: 'b' }, { key: 'a' }, { key: 'c' }), ['b', 'a', 'c']);
    assert.deepEqual(order(), []);
  });
});
