import assert from 'node:assert/strict';
import { lensText } from '../../../../src/core/editorView/lensText';
import { rowText } from '../../../../src/core/experiment/rowText';
import type { ExperimentDetail } from '../../../../src/core/model/experiment';
import type { MetricOutcome } from '../../../../src/core/model/latestResults';
import type { VariantResult, VariantSample } from '../../../../src/core/model/metricResult';
import { tooltipLines } from '../../../../src/core/treeView/tooltipLines';
import { aMetric, aSample, aVariantResult } from '../../support/models';
import { knownBy, nowMs, someResults } from '../../support/results';
import { firstMetric, viewResults } from '../../support/viewResults';

interface EdgeCase {
  readonly name: string;
  readonly baseline?: Partial<VariantSample>;
  readonly variant?: Partial<VariantResult>;
  readonly type?: MetricOutcome['metric']['type'];
  readonly detail?: Partial<ExperimentDetail>;
  /** A few words, on the row and on the lens. */
  readonly short: string;
  /** A sentence, in the tooltip and in the panel. */
  readonly sentence: string;
}

const none = { interval: undefined, significant: undefined, chanceToWin: undefined } as const;
const tooFew = ['not-enough-exposures'];

const edgeCases: readonly EdgeCase[] = [
  {
    name: 'fewer exposures than PostHog wants',
    baseline: { samples: 41, validationFailures: tooFew },
    variant: { ...none, samples: 32, validationFailures: tooFew },
    short: '32 of 50 exposures (test)',
    sentence: 'Needs 50 exposures per variant (control 41, test 32).',
  },
  {
    name: 'fewer conversions',
    type: 'funnel',
    variant: { ...none, sum: 3, validationFailures: ['not-enough-metric-data'] },
    short: '3 of 5 conversions (test)',
    sentence: 'Needs 5 conversions per variant (control 103, test 3).',
  },
  {
    name: 'a baseline of zero',
    baseline: { sum: 0, validationFailures: ['baseline-mean-is-zero'] },
    variant: none,
    short: 'baseline is zero',
    sentence: 'The baseline is zero, so a relative change cannot be computed.',
  },
  {
    name: 'a baseline that fails alone, with no word from the variant',
    baseline: { samples: 41, validationFailures: tooFew },
    variant: { ...none, samples: 60 },
    short: '41 of 50 exposures (control)',
    sentence: 'Needs 50 exposures per variant (control 41, test 60).',
  },
  {
    name: 'a Bayesian funnel of few conversions, of which the server says nothing',
    type: 'funnel',
    variant: { ...none, sum: 3 },
    short: 'too few outcomes of one kind',
    sentence: 'Needs 5 that converted and 5 that did not, in each variant.',
  },
  {
    name: 'a Bayesian funnel of few that did not convert',
    type: 'funnel',
    variant: { ...none, sum: 1_006 },
    short: 'too few outcomes of one kind',
    sentence: 'Needs 5 that converted and 5 that did not, in each variant.',
  },
  {
    name: 'a negative baseline',
    baseline: { sum: -20 },
    variant: none,
    short: 'baseline is negative',
    sentence: 'The average of the baseline is negative: the Bayesian engine compares with positive ones.',
  },
  {
    name: 'no variance',
    baseline: { samples: 1_000, sum: 2_000, sumSquares: 4_000 },
    variant: { ...none, samples: 1_000, sum: 2_000, sumSquares: 4_000 },
    short: 'all values are the same',
    sentence: 'All values are the same, so no uncertainty can be computed.',
  },
  {
    name: 'no denominator',
    type: 'ratio',
    variant: { ...none, denominatorSum: 0 },
    short: 'no denominator events yet',
    sentence: 'There are no denominator events yet.',
  },
];

describe('A result that is none says why on every surface', () => {
  for (const { name, short, sentence, detail, ...parts } of edgeCases) {
    it(`with ${name}`, () => {
      const outcome: Partial<MetricOutcome> = {
        metric: aMetric({ type: parts.type ?? 'mean' }),
        result: { baseline: aSample(parts.baseline), variants: [aVariantResult(parts.variant)] },
      };
      const known = knownBy(someResults([outcome], detail));
      assert.ok(rowText(known, nowMs).description.includes(short), rowText(known, nowMs).description);
      assert.ok(
        lensText(known, { others: 0, hasResult: true }, nowMs).includes(short),
        lensText(known, { others: 0, hasResult: true }, nowMs),
      );
      assert.ok(tooltipLines(known, nowMs, undefined).join('\n').includes(sentence));
      const row = firstMetric(viewResults([outcome], { detail: detail ?? {} })).rows[1];
      assert.deepEqual([row?.reason, row?.change, row?.interval, row?.chance], [sentence, '', '', '']);
      assert.doesNotMatch(JSON.stringify(row), /NaN|Infinity|-0\.00/);
    });
  }

  it('names a variant in which nobody was counted', () => {
    const outcome = {
      result: {
        baseline: aSample(),
        variants: [
          aVariantResult({ ...none, key: 'test-b', samples: 0, sum: 0, validationFailures: tooFew }),
        ],
      },
    };
    const row = firstMetric(viewResults([outcome])).rows[1];
    assert.match(row?.reason ?? '', /^test-b has no exposures;/);
    assert.equal(row?.value, '—');
  });
});

describe('A p-value of one', () => {
  it('is normal in a sequential test, and said to be', () => {
    const statistics = { method: 'frequentist', level: 0.95, difference: 'relative' } as const;
    const note = (sequential: boolean) => {
      const detail = { statistics: { ...statistics, baselineVariantKey: undefined, sequential } };
      const variant = aVariantResult({ method: 'frequentist', significant: false, pValue: 1 });
      const shown = viewResults([{ result: { baseline: aSample(), variants: [variant] } }], { detail });
      return [firstMetric(shown).rows[1]?.chance, firstMetric(shown).rows[1]?.chanceNote];
    };
    assert.deepEqual(note(true), ['1.000', 'stays at 1 until evidence accumulates']);
    assert.deepEqual(note(false), ['1.000', undefined]);
  });
});

describe('A p-value of zero', () => {
  it('is a very small one on every surface', () => {
    const variant = aVariantResult({ method: 'frequentist', pValue: 0, chanceToWin: undefined });
    const outcome = { result: { baseline: aSample(), variants: [variant] } };
    assert.equal(firstMetric(viewResults([outcome])).rows[1]?.chance, '< 0.001');
    assert.match(tooltipLines(knownBy(someResults([outcome])), nowMs, undefined).join('\n'), /p < 0\.001/);
  });
});
