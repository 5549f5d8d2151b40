import assert from 'node:assert/strict';
import { childRow, type ChildRow } from '../../../../src/core/treeView/childRow';
import { childRows } from '../../../../src/core/treeView/childRows';
import type { KnownExperiment } from '../../../../src/core/experiment/concern';
import type { ExperimentDetail } from '../../../../src/core/model/experiment';
import type { MetricOutcome } from '../../../../src/core/model/latestResults';
import { aDetail, aFlag, aMetric, anEnded, anExperiment, aResult } from '../../support/models';
import { anOutcome, counted, knownBy, nowMs, planOf, someResults, startMs } from '../../support/results';

const win = { significant: true, interval: [0.045, 0.2084], chanceToWin: 0.9991 } as const;
const lines = (rows: readonly ChildRow[]) => rows.map(({ label, description }) => [label, description]);
const of = (known: KnownExperiment, notice?: ChildRow) => childRows(known, known.detail, notice, nowMs);
const find = (rows: readonly ChildRow[], id: string) => rows.find((row) => row.id === id);

describe('The rows below an experiment', () => {
  it('begin with what its row of the list knows', () => {
    const experiment = anExperiment({
      startMs,
      holdout: { id: 3, name: 'Never sees tests' },
      tags: ['checkout', 'pricing'],
      variants: [
        { key: 'control', name: undefined, rolloutPercent: 50 },
        { key: 'test', name: 'Green', rolloutPercent: 50 },
      ],
    });
    const loading = childRow('loading', 'loading~spin', 'Loading metrics…', '');
    assert.deepEqual(lines(childRows({ experiment }, undefined, loading, nowMs)), [
      ['Loading metrics…', ''],
      ['control', '50%'],
      ['test', '50% · Green'],
      ['checkout-button', 'flag, on'],
      ['Never sees tests', 'holdout, not in the results'],
      ['Since 2 Mar 2026 (9 d)', ''],
      ['Ada', 'created it on 1 Mar 2026'],
      ['checkout, pricing', 'tags'],
    ]);
  });

  it('tell metrics with their verdicts, and below them each variant with its numbers', () => {
    const purchase = aMetric({ uuid: 'a', type: 'funnel' });
    const revenue = aMetric({ uuid: 'b', name: 'Revenue', goal: 'decrease' });
    const detail = { primaryMetrics: [purchase], secondaryMetrics: [revenue] };
    const rows = of(
      knownBy(
        someResults(
          [
            { metric: purchase, result: aResult(win) },
            { metric: revenue, role: 'secondary', result: undefined, error: 'Timed out' },
          ],
          detail,
        ),
      ),
    );
    const metric = find(rows, 'primary/0');
    assert.deepEqual(
      [metric?.label, metric?.description, metric?.tone],
      ['Purchase', '▲ test won +12.7% · primary', 'won'],
    );
    assert.equal(metric?.spoken, 'metric, Purchase, test won +12.7% against control, primary');
    assert.deepEqual(lines(metric?.children ?? []), [
      ['control', 'baseline · 9.89%, 1,041 users'],
      ['test', 'won +12.67% [4.50%, 20.84%] vs control, > 99.9% chance to win · 12.98%, 1,009 users'],
    ]);
    const failed = find(rows, 'secondary/0');
    assert.deepEqual(
      [failed?.description, failed?.tone, failed?.tooltip, failed?.children],
      ['metric failed · secondary', 'warning', 'Timed out', undefined],
    );
  });

  it('keep early results to themselves where the user wants none', () => {
    const early = knownBy(someResults([{ result: aResult(win) }], planOf(4_100)));
    const row = find(of({ ...early, hidesEarly: true }), 'primary/0');
    assert.deepEqual([row?.description, row?.children, row?.tone], ['primary', undefined, undefined]);
  });

  it('say how many variants a metric does not speak of', () => {
    const rows = of(knownBy(someResults([{ result: aResult({ ...win, key: 'a' }, { key: 'b' }) }])));
    assert.match(find(rows, 'primary/0')?.description ?? '', / · \+1 variant · primary$/);
    assert.match(find(rows, 'primary/0')?.spoken ?? '', /, and 1 variant, primary$/);
  });

  it('have no colour for a verdict where something is wrong', () => {
    const off = { flag: aFlag({ active: false }) };
    const rows = of(knownBy(someResults([{ result: aResult(win) }], off)));
    assert.deepEqual(lines(rows)[0], [
      'Flag off',
      'The experiment runs but its flag is off: nobody is being exposed.',
    ]);
    assert.equal(rows[0]?.tone, 'warning');
    const metric = find(rows, 'primary/0');
    assert.deepEqual([metric?.description, metric?.tone], ['test won +12.7% · primary', undefined]);
  });

  it('say who was counted, whether as planned, and how old that is', () => {
    const exposures = (known: KnownExperiment) => find(of(known), 'exposures');
    assert.deepEqual(lines([exposures(knownBy(counted({ control: 5_000, test: 5_008 }, planOf(20_016))))!]), [
      ['10,008 users', 'control 5,000, test 5,008 · split as planned · 50% of sample · as of 2 h ago'],
    ]);
    assert.equal(
      exposures(knownBy(counted({ control: 9, test: 8 }, { flag: aFlag({ groupTypeIndex: 0 }) })))
        ?.description,
      'control 9, test 8 · as of 2 h ago',
    );
    assert.equal(exposures({ experiment: anExperiment() }), undefined);
  });

  it('say that there is no metric, and that one of the retired engine is one', () => {
    const bare: Partial<ExperimentDetail> = { primaryMetrics: [], secondaryMetrics: [] };
    assert.ok(find(of({ experiment: anEnded(), detail: aDetail({ ...anEnded(), ...bare }) }), 'noMetrics'));
    const legacy = { primaryMetrics: [aMetric({ uuid: undefined, type: 'legacy' })] };
    assert.equal(
      find(of({ experiment: anEnded(), detail: aDetail(legacy) }), 'primary/0')?.description,
      'primary, legacy metric',
    );
  });

  it('name the baseline that the results name, else the one planned', () => {
    const baseline = (known: KnownExperiment) =>
      of(known).find(({ id, description }) => id.startsWith('variant/') && description.includes('baseline'))
        ?.label;
    const planned = (baselineVariantKey: string | undefined, keys: readonly string[]) => {
      const variants = keys.map((key) => ({ key, name: undefined, rolloutPercent: 50 }));
      const detail = aDetail({ variants, statistics: { ...aDetail().statistics, baselineVariantKey } });
      return baseline({ experiment: detail, detail });
    };
    assert.equal(planned(undefined, ['test', 'control']), 'control');
    assert.equal(planned('test', ['control', 'test']), 'test');
    assert.equal(planned(undefined, ['old', 'new']), 'old');
    assert.equal(baseline(knownBy(counted({ test: 500, control: 500 }))), 'test');
    assert.equal(baseline({ experiment: anExperiment() }), undefined);
  });

  it('have each an id of its own, also where metrics and variants are called the same', () => {
    const twin = aMetric({ uuid: 'a' });
    const detail = { primaryMetrics: [twin, { ...twin, uuid: 'b' }], secondaryMetrics: [twin] };
    const outcomes: readonly Partial<MetricOutcome>[] = [
      { metric: twin },
      { metric: { ...twin, uuid: 'b' } },
      { metric: twin, role: 'secondary' },
    ];
    const rows = of(knownBy(someResults(outcomes.map(anOutcome), detail)));
    const ids = rows.flatMap((row) => [row.id, ...(row.children ?? []).map(({ id }) => id)]);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('name the metric whose daily results can be computed anew, to whom may do that', () => {
    const detail = aDetail({
      startMs,
      primaryMetrics: [aMetric({ uuid: 'a', fingerprint: 'f' }), aMetric({ uuid: 'b', type: 'retention' })],
      secondaryMetrics: [aMetric({ uuid: undefined })],
    });
    const named = (experiment: ExperimentDetail) =>
      of({ experiment, detail: experiment }).flatMap(({ id, recalculableMetric }) =>
        recalculableMetric === undefined ? [] : [[id, recalculableMetric]],
      );
    assert.deepEqual(named(detail), [['primary/0', 'a']]);
    assert.deepEqual(named({ ...detail, editable: false }), []);
  });
});
