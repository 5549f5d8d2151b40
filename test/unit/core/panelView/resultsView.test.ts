import assert from 'node:assert/strict';
import type { MetricOutcome } from '../../../../src/core/model/latestResults';
import type { VariantResult } from '../../../../src/core/model/metricResult';
import { toResultsView } from '../../../../src/core/panelView/resultsView';
import type { MetricReading } from '../../../../src/core/store/metricReading';
import { aDraft, aFlag, aMetric, aResult, aSample } from '../../support/models';
import { computedMs, nowMs, planOf } from '../../support/results';
import { firstMetric, metricsOf, type ResultsCase, viewResults as view } from '../../support/viewResults';

const dayMs = 24 * 3_600_000;
const win = { significant: true, interval: [0.045, 0.2084], chanceToWin: 0.9991 } as const;
const loss = { significant: true, interval: [-0.1553, -0.0145], chanceToWin: 0.009 } as const;
const lead = { significant: false, interval: [-0.0721, 0.238], chanceToWin: 0.853 } as const;

const rowOf = (
  variant: Partial<VariantResult>,
  parts: Partial<MetricOutcome> = {},
  options: ResultsCase = {},
) => {
  const row = firstMetric(view([{ result: aResult(variant), ...parts }], options)).rows[1];
  assert.ok(row);
  return row;
};

describe('The results of the panel', () => {
  it('have the baseline first, and each other variant with all that belongs to its number', () => {
    const [baseline, test] = firstMetric(view([{ result: aResult(win) }])).rows;
    assert.deepEqual([baseline?.isBaseline, baseline?.value, baseline?.change], [true, '0.10', '']);
    assert.deepEqual(
      [
        test?.change,
        test?.interval,
        test?.difference,
        test?.chance,
        test?.verdict,
        test?.tone,
        test?.samples,
      ],
      ['+12.67%', '[4.50%, 20.84%]', '+0.03', '> 99.9%', 'won', 'won', '1,009'],
    );
  });

  it('name the chance by what was computed, with the real level', () => {
    const statistics = { method: 'bayesian', level: 0.9, difference: 'relative' } as const;
    const set = { ...statistics, baselineVariantKey: undefined, sequential: undefined };
    const bayesian = view([{ result: aResult(win) }], { detail: { statistics: set } });
    assert.deepEqual(
      [bayesian.chanceTitle, bayesian.intervalTitle],
      ['Chance to win vs control', '90% credible interval'],
    );
    const computed = view([{ result: aResult({ ...win, method: 'frequentist' }) }], {
      detail: { statistics: set },
    });
    assert.deepEqual([computed.chanceTitle, computed.intervalTitle], ['p-value', '90% confidence interval']);
  });

  it('take the chance from the other side where lower is better, and say how likely a loss is one', () => {
    const metric = aMetric({ goal: 'decrease' });
    const won = rowOf(loss, { metric });
    assert.deepEqual([won.verdict, won.tone, won.chance, won.change], ['won', 'won', '99.1%', '−8.49%']);
    const lost = rowOf(loss);
    assert.deepEqual(
      [lost.tone, lost.chance, lost.chanceNote],
      ['lost', '0.90%', '99.1% chance that it is worse'],
    );
  });

  it('mark what is early, borderline or old', () => {
    assert.deepEqual(rowOf(win, {}, { detail: planOf(4_100) }).marks, ['early']);
    assert.deepEqual(rowOf({ ...win, interval: [-0.0132, 0.2412] }).marks, ['borderline']);
    assert.deepEqual(rowOf(win, {}, { atMs: computedMs + 3 * dayMs }).marks, ['3 d old']);
  });

  it('colour nothing while something is wrong with the experiment', () => {
    const row = rowOf(win, {}, { detail: { flag: aFlag({ active: false }) } });
    assert.deepEqual([row.verdict, row.tone], ['won', 'open']);
  });

  it('are none of a draft', () => {
    const sources = {
      verdict: undefined,
      readings: new Map<string, MetricReading>(),
      nowMs,
      describeError: () => '',
    };
    assert.equal(toResultsView({ experiment: aDraft() }, sources), undefined);
  });

  it('share one axis, on which one huge interval flattens none of the others', () => {
    const huge = aMetric({ uuid: 'huge' });
    const shown = view([
      { result: aResult(win) },
      { result: aResult(lead), metric: aMetric({ uuid: 'b' }) },
      { result: aResult(loss), metric: aMetric({ uuid: 'c' }) },
      { result: aResult({ ...lead, interval: [-9, 12] }), metric: huge },
    ]);
    const limits = metricsOf(shown).map(({ axis }) => axis?.limit ?? 0);
    assert.equal(new Set(limits).size, 1);
    assert.ok((limits[0] ?? 0) < 2, `${limits[0]}`);
    const ticks = metricsOf(shown)[0]?.axis?.ticks ?? [];
    assert.deepEqual(
      ticks.map(({ at }) => Number(at.toFixed(9))),
      ticks
        .map(({ at }) => Number((-at).toFixed(9)))
        .toReversed()
        .map((at) => at + 0),
    );
  });

  it('have an axis each where they are differences in units of their own, shares in percentage points', () => {
    const statistics = { method: 'bayesian', level: 0.95, difference: 'absolute' } as const;
    const detail = { statistics: { ...statistics, baselineVariantKey: undefined, sequential: undefined } };
    const funnel = aMetric({ type: 'funnel' });
    const shown = view(
      [
        { result: aResult({ ...win, interval: [0.0054, 0.025] }), metric: funnel },
        { result: aResult({ ...win, interval: [1, 12.4] }), metric: aMetric({ uuid: 'b' }) },
      ],
      { detail },
    );
    const [share, average] = metricsOf(shown);
    assert.notEqual(share?.axis?.limit, average?.axis?.limit);
    assert.deepEqual([share?.rows[1]?.change, share?.rows[1]?.interval], ['+1.52 pp', '[0.54 pp, 2.50 pp]']);
    assert.equal(average?.rows[1]?.change, '+6.70');
    // The other way to tell a change is then the relative one.
    assert.equal(shown.differenceTitle, 'Relative');
    assert.match(share?.rows[1]?.difference ?? '', /^[+−][\d.]+%$/);
  });

  it('tell the steps of a funnel by their names', () => {
    const metric = aMetric({ type: 'funnel', definition: { series: [{ event: 'cart' }, { name: 'Paid' }] } });
    const result = { ...aResult(win), baseline: aSample({ samples: 200, stepCounts: [100, 25, 5] }) };
    const shown = firstMetric(view([{ metric, result }]));
    assert.deepEqual(shown.steps, ['cart', 'Paid', 'Step 3']);
    assert.deepEqual(shown.rows[0]?.steps, ['100 (50.0%)', '25 (12.5%)', '5 (2.5%)']);
  });

  it('tell each value of a breakdown', () => {
    const breakdowns = [{ values: ['iPhone', 'Berlin'], ...aResult(lead) }];
    const [value] = firstMetric(view([{ result: { ...aResult(win), breakdowns } }])).breakdowns;
    assert.deepEqual([value?.value, value?.rows[1]?.verdict], ['iPhone, Berlin', 'leading, not significant']);
  });

  it('note comparisons, who is left out, and that there is nothing to decide by', () => {
    const { notes } = view([{ role: 'secondary', result: aResult(win, { ...lead, key: 'b' }) }], {
      detail: { holdout: { id: 1, name: 'Q3' }, excludedVariants: ['old'] },
    });
    assert.deepEqual(notes, [
      'There is no primary metric to decide by.',
      '2 comparisons, none corrected: some may be significant by chance.',
      'old is excluded from the analysis.',
      'The users of the holdout Q3 are not in the results.',
    ]);
  });

  it('say how often looking early finds something that is not there', () => {
    const { notes } = view([{ result: aResult(win) }], { detail: planOf(4_100) });
    assert.match(
      notes.join(),
      /50% of the planned sample.*7 daily looks would still show .* about 30% of the time/,
    );
  });
});

describe('Results that are folded away', () => {
  const hidden = view([{ result: aResult(win), metric: aMetric({ type: 'funnel' }) }], {
    detail: planOf(4_100),
    hidesEarly: true,
  });

  it('are not in the view at all: only who was counted', () => {
    const { rows, axis, steps } = firstMetric(hidden);
    for (const row of rows) {
      assert.deepEqual(
        [
          row.value,
          row.change,
          row.difference,
          row.interval,
          row.low,
          row.chance,
          row.verdict,
          row.tone,
          row.steps,
        ],
        ['', '', '', '', undefined, '', '', 'open', []],
      );
    }
    assert.deepEqual([rows[1]?.samples, axis, steps], ['1,009', undefined, []]);
    assert.doesNotMatch(JSON.stringify(hidden), /12\.67|won|99\.9/);
  });

  it('say until when', () => {
    assert.equal(hidden.hiddenText, 'result hidden until target');
    assert.equal(hidden.verdictSentence, 'Result hidden until target, 50% so far.');
  });

  it('come back with the planned sample', () => {
    const shown = view([{ result: aResult(win) }], { detail: planOf(2_000), hidesEarly: true });
    assert.deepEqual([shown.hiddenText, firstMetric(shown).rows[1]?.verdict], [undefined, 'won']);
  });
});
