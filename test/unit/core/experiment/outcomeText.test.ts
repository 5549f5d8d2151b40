import assert from 'node:assert/strict';
import { describeOutcome } from '../../../../src/core/experiment/outcomeText';
import type { ExperimentDetail } from '../../../../src/core/model/experiment';
import type { Metric } from '../../../../src/core/model/metric';
import type { VariantResult } from '../../../../src/core/model/metricResult';
import { aDetail, aMetric, aResult } from '../../support/models';
import { anOutcome, computedMs, nowMs, planOf, someResults } from '../../support/results';

const dayMs = 24 * 3_600_000;
const win = { significant: true, interval: [0.045, 0.2085] } as const;
const loss = { significant: true, interval: [-0.1553, -0.0145] } as const;
const lead = { significant: false, interval: [-0.0721, 0.238] } as const;
const early = planOf(9_924);

function said(
  variants: readonly Partial<VariantResult>[],
  { metric = {}, detail = {} }: { metric?: Partial<Metric>; detail?: Partial<ExperimentDetail> } = {},
  atMs = nowMs,
) {
  const outcome = anOutcome({ metric: aMetric(metric), result: aResult(...variants) });
  return describeOutcome(outcome, someResults([outcome], detail), atMs);
}

describe('A metric in a few words', () => {
  const decrease = { goal: 'decrease' } as const;
  const texts: readonly [string, string, ReturnType<typeof said>][] = [
    ['▲ test won +12.7%', 'test won +12.7% against control', said([win])],
    ['▼ test lost −8.5%', 'test lost −8.5% against control', said([loss])],
    [
      '▲ test won −8.5% (lower is better)',
      'test won −8.5% against control, lower is better',
      said([loss], { metric: decrease }),
    ],
    ['▲ test won +12.7% (early)', 'test won +12.7% against control, early', said([win], { detail: early })],
    [
      '▲ test won +11.4% (borderline)',
      'test won +11.4% against control, borderline',
      said([{ significant: true, interval: [-0.0132, 0.2412] }]),
    ],
    [
      'test leading +8.3% (not significant, early)',
      'test leading +8.3% against control, not significant, early',
      said([lead], { detail: early }),
    ],
    [
      'test trailing +8.3% (not significant, lower is better)',
      'test trailing +8.3% against control, not significant, lower is better',
      said([lead], { metric: decrease }),
    ],
    [
      'no difference yet (early)',
      'no difference yet, early',
      said([{ significant: false, interval: [-0.1, 0.1] }], { metric: decrease, detail: early }),
    ],
    [
      '32 of 50 exposures (test)',
      '32 of 50 exposures (test)',
      said([{ interval: undefined, samples: 32, validationFailures: ['not-enough-exposures'] }], {
        detail: early,
      }),
    ],
    [
      '▲ test won +12.7% (3 d old)',
      'test won +12.7% against control, 3 d old',
      said([win], {}, computedMs + 3 * dayMs),
    ],
  ];
  for (const [text, spoken, outcome] of texts) {
    it(`reads "${text}"`, () => assert.deepEqual([outcome?.text, outcome?.spoken], [text, spoken]));
  }

  it('has a finding where one is significant and the sample is as large as planned', () => {
    assert.equal(said([win])?.finding, 'won');
    assert.equal(said([loss])?.finding, 'lost');
    assert.equal(said([loss], { metric: decrease })?.finding, 'won');
    assert.equal(said([win], { detail: early })?.finding, undefined);
    assert.equal(said([lead])?.finding, undefined);
  });

  it('speaks of the variant that stands out, and counts the others', () => {
    const outcome = said([
      { ...lead, key: 'photo' },
      { ...win, key: 'film' },
      { ...lead, key: 'search' },
    ]);
    assert.deepEqual([outcome?.text, outcome?.otherVariants], ['▲ film won +12.7%', 2]);
  });

  it('names the baseline that the results name', () => {
    const outcome = anOutcome({
      result: { ...aResult(win), baseline: { ...aResult(win).baseline, key: 'today' } },
    });
    assert.equal(
      describeOutcome(outcome, someResults([outcome]), nowMs)?.spoken,
      'test won +12.7% against today',
    );
  });

  it('leaves out the notes that matter least where there is no room, and says them all', () => {
    const outcome = said([{ ...lead, key: 'photograph' }], { metric: decrease, detail: early });
    assert.equal(outcome?.text, 'photograph trailing +8.3% (not significant, early)');
    assert.match(outcome.spoken, /not significant, early, lower is better$/);
  });

  it('keeps the number behind a long key', () => {
    const outcome = said([{ ...win, key: 'a-very-long-key-of-a-variant' }]);
    assert.equal(outcome?.text, '▲ a-very-long-key-of-… won +12.7%');
    assert.ok(outcome.spoken.startsWith('a-very-long-key-of-a-variant won'));
  });

  it('does not write a difference in the unit of the metric as a percentage', () => {
    const statistics = { ...aDetail().statistics, difference: 'absolute' } as const;
    assert.equal(
      said([{ ...win, interval: [1, 2.04] }], { detail: { statistics } })?.text,
      '▲ test won +1.52',
    );
  });

  it('says nothing where nothing was computed, and that it failed where it did', () => {
    const of = (result: undefined, error: string | undefined) =>
      describeOutcome(anOutcome({ result, error }), someResults(), nowMs)?.text;
    assert.equal(of(undefined, undefined), undefined);
    assert.equal(of(undefined, 'Timeout'), 'metric failed');
    assert.equal(said([]), undefined);
  });
});
