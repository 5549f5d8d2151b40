import assert from 'node:assert/strict';
import { type MissingStatistic, whyNoStatistic } from '../../../../src/core/experiment/missingStatistic';
import type { MetricType } from '../../../../src/core/model/metric';
import type { VariantResult, VariantSample } from '../../../../src/core/model/metricResult';
import { aSample, aVariantResult } from '../../support/models';

function why(
  baseline: Partial<VariantSample>,
  variant: Partial<VariantResult>,
  type: MetricType = 'mean',
): MissingStatistic {
  const result = aVariantResult({ interval: undefined, ...variant });
  return whyNoStatistic({ baseline: aSample(baseline), variants: [result] }, result, type);
}

const few = ['not-enough-exposures'];
const fewConversions = ['not-enough-metric-data'];

describe('Why there is no statistic: what the server says', () => {
  it('is the fewest exposures, of whom they are', () => {
    assert.deepEqual(
      why({ samples: 41, validationFailures: few }, { samples: 32, validationFailures: few }),
      {
        word: 'notEnoughData',
        short: '32 of 50 exposures (test)',
        sentence: 'Needs 50 exposures per variant (control 41, test 32).',
      },
    );
    assert.equal(
      why({ samples: 12, validationFailures: few }, { samples: 70 }).short,
      '12 of 50 exposures (control)',
    );
  });

  it('names a variant that nobody saw', () => {
    const { short, sentence } = why({ samples: 900 }, { samples: 0, validationFailures: few });
    assert.equal(short, 'no exposures (test)');
    assert.match(sentence, /^test has no exposures/);
  });

  it('is the fewest conversions', () => {
    assert.deepEqual(why({ sum: 9 }, { sum: 3, validationFailures: fewConversions }, 'funnel'), {
      word: 'notEnoughData',
      short: '3 of 5 conversions (test)',
      sentence: 'Needs 5 conversions per variant (control 9, test 3).',
    });
  });

  it('is a baseline of zero', () => {
    const { word, short } = why({ sum: 0, validationFailures: ['baseline-mean-is-zero'] }, {});
    assert.deepEqual([word, short], ['notEnoughData', 'baseline is zero']);
  });

  it("is the baseline's reason where only that fails", () => {
    assert.equal(why({ samples: 3, validationFailures: few }, {}).short, '3 of 50 exposures (control)');
  });

  it('is a word this program does not know, as it came', () => {
    const { word, sentence } = why({}, { validationFailures: ['moon-phase'] });
    assert.deepEqual([word, sentence], ['notEnoughData', 'PostHog computed no statistic: moon-phase.']);
  });
});

describe('Why there is no statistic: what the server does not say', () => {
  const silent: readonly [string, MissingStatistic][] = [
    ['too few outcomes of one kind', why({ sum: 4 }, { sum: 90 }, 'funnel')],
    ['too few outcomes of one kind', why({}, { samples: 100, sum: 97 }, 'funnel')],
    ['no denominator events yet', why({ denominatorSum: 0 }, { denominatorSum: 9 }, 'ratio')],
    ['no denominator events yet', why({ denominatorSum: 9 }, { denominatorSum: 0 }, 'retention')],
    ['baseline is zero', why({ sum: 0 }, {})],
    ['baseline is negative', why({ sum: -5 }, {})],
    ['baseline is negative', why({ sum: 5, denominatorSum: -2 }, { denominatorSum: 3 }, 'ratio')],
    [
      'all values are the same',
      why({ samples: 100, sum: 200, sumSquares: 400 }, { samples: 90, sum: 180, sumSquares: 360 }),
    ],
    [
      'all values are the same',
      why({ samples: 90, sum: 90 }, { samples: 80, sum: 80, method: 'frequentist' }, 'funnel'),
    ],
    ['no result', why({}, {})],
    ['no result', why({ sum: -5 }, { method: 'frequentist' })],
    ['no result', why({ sum: 4 }, { sum: 90, method: 'frequentist' }, 'funnel')],
    ['no result', why({ sumSquares: undefined }, { sumSquares: undefined })],
  ];
  for (const [short, reason] of silent) {
    it(`may be "${short}": ${reason.sentence}`, () => {
      assert.equal(reason.short, short);
      assert.equal(reason.word, 'noResult');
      assert.match(reason.sentence, /^[A-Z].*\.$/);
    });
  }
});
