import assert from 'node:assert/strict';
import type { ExperimentDetail } from '../../../../src/core/model/experiment';
import type { MetricResult } from '../../../../src/core/model/metricResult';
import type { Timeseries } from '../../../../src/core/model/timeseries';
import { toTimeseriesView } from '../../../../src/core/panelView/timeseriesView';
import { aDay, aDetail, aResult, aSample, aVariantResult } from '../../support/models';

function view(
  results: readonly (MetricResult | undefined)[],
  known: { readonly timeseries?: Partial<Timeseries>; readonly experiment?: ExperimentDetail } = {},
) {
  const days = results.map((result, index) => aDay(`2026-03-0${index + 2}`, { result }));
  const value: Timeseries = {
    metricUuid: 'uuid-1',
    status: 'partial',
    days,
    computedMs: 900,
    recalculation: undefined,
    ...known.timeseries,
  };
  return toTimeseriesView({ value, loadedMs: 1000 }, known.experiment ?? aDetail());
}

const firstPoint = (result: MetricResult) => view([result]).series[0]?.points[0];

describe('Daily results in the panel', () => {
  it('are one series per variant beside the baseline, one point per day, gaps as gaps', () => {
    const shown = view([aResult({ interval: [0.02, 0.58] }), undefined, aResult({ interval: [0.1, 0.5] })]);
    assert.deepEqual(shown.days, ['2026-03-02', '2026-03-03', '2026-03-04']);
    assert.equal(shown.baselineKey, 'control');
    assert.deepEqual(shown.baselineSamples, [1041, null, 1041]);
    assert.equal(shown.series.length, 1);
    assert.equal(shown.series[0]?.variantKey, 'test');
    assert.deepEqual(
      shown.series[0].points.map((point) => point && [point.low, point.high]),
      [[0.02, 0.58], null, [0.1, 0.5]],
    );
  });

  it('show the middle of the interval as the change, and the verdict of the server', () => {
    assert.deepEqual(firstPoint(aResult({ interval: [0.02, 0.58], significant: false })), {
      samples: 1009,
      change: 0.3,
      low: 0.02,
      high: 0.58,
      significant: false,
      chanceToWin: 0.981,
    });
  });

  it('carry a p-value of 0, and no key for what is not known', () => {
    const point = firstPoint(
      aResult({ method: 'frequentist', significant: undefined, chanceToWin: undefined, pValue: 0 }),
    );
    assert.equal(point?.pValue, 0);
    assert.deepEqual(Object.keys(point ?? {}).toSorted(), ['change', 'high', 'low', 'pValue', 'samples']);
  });

  it('stand in the order of the flag, those gone from it behind', () => {
    const variants = ['control', 'b', 'a', 'never'].map((key) => ({
      key,
      name: undefined,
      rolloutPercent: 25,
    }));
    const result = aResult({ key: 'gone' }, { key: 'a' }, { key: 'b' });
    const shown = view([undefined, result], { experiment: aDetail({ variants }) });
    assert.deepEqual(
      shown.series.map(({ variantKey }) => variantKey),
      ['b', 'a', 'gone'],
    );
  });

  it('have a gap where a variant is missing on one day', () => {
    const shown = view([aResult({ key: 'test' }), aResult({ key: 'test' }, { key: 'late' })]);
    const late = shown.series.find(({ variantKey }) => variantKey === 'late');
    assert.deepEqual(
      late?.points.map((point) => point !== null),
      [false, true],
    );
  });

  it('take the baseline the server names, whatever it is called', () => {
    const result = { baseline: aSample({ key: 'old' }), variants: [aVariantResult({ key: 'control' })] };
    const shown = view([result]);
    assert.equal(shown.baselineKey, 'old');
    assert.equal(shown.series[0]?.variantKey, 'control');
    assert.match(shown.methodText, /against old$/);
  });

  it('are empty when nothing was computed', () => {
    const shown = view([undefined, undefined], { timeseries: { status: 'pending', computedMs: undefined } });
    assert.deepEqual(shown.series, []);
    assert.equal(shown.baselineKey, undefined);
    assert.equal(shown.status, 'pending');
    assert.deepEqual(view([]).days, []);
  });

  it('tell the messages of failed days', () => {
    const days = [
      aDay('2026-03-02', { result: aResult({}) }),
      aDay('2026-03-03', { error: 'Out of memory' }),
    ];
    assert.deepEqual(view([], { timeseries: { days } }).errors, { '2026-03-03': 'Out of memory' });
  });

  it('tell their ages and a recalculation', () => {
    const shown = view([], { timeseries: { recalculation: 'pending' } });
    assert.deepEqual([shown.recalculating, shown.computedMs, shown.loadedMs], [true, 900, 1000]);
    assert.equal(view([]).recalculating, false);
  });

  it('are plain data that a message can carry', () => {
    const shown = view([aResult({}), undefined]);
    assert.deepEqual(structuredClone(shown), shown);
    assert.deepEqual(JSON.parse(JSON.stringify(shown.series)), shown.series);
  });
});

describe('Why a day has no statistic', () => {
  const none = { interval: undefined, significant: undefined, chanceToWin: undefined };
  const reason = (result: MetricResult) => firstPoint(result)?.reason;

  it('is too few exposures, with both counts', () => {
    const few = aResult({ ...none, samples: 12, validationFailures: ['not-enough-exposures'] });
    assert.equal(reason(few), 'Needs 50 exposures per variant (control 1041, test 12).');
  });

  it('is too few conversions, with both counts', () => {
    const few = aResult({ ...none, sum: 3, validationFailures: ['not-enough-metric-data'] });
    assert.equal(reason(few), 'Needs 5 conversions per variant (control 103, test 3).');
  });

  it('is a baseline at zero, also when only the baseline says so', () => {
    const zero = aResult(none);
    const baseline = aSample({ validationFailures: ['baseline-mean-is-zero'] });
    assert.match(reason({ ...zero, baseline }) ?? '', /baseline is zero/);
  });

  it('is not known where the server does not say', () => {
    assert.match(reason(aResult(none)) ?? '', /no statistic/);
    assert.match(reason(aResult({ ...none, validationFailures: ['new-reason'] })) ?? '', /no statistic/);
  });
});

describe('The method in words', () => {
  const text = (
    statistics: Partial<ExperimentDetail['statistics']>,
    results: readonly (MetricResult | undefined)[] = [],
  ) =>
    view(results, { experiment: aDetail({ statistics: { ...aDetail().statistics, ...statistics } }) })
      .methodText;

  it('names method, level and difference', () => {
    assert.equal(text({}), 'Bayesian, 95% credible interval, relative change against the baseline');
    assert.equal(
      text({ method: 'frequentist', level: 1 - 0.1, difference: 'absolute' }),
      'Frequentist, 90% confidence interval, absolute change against the baseline',
    );
    assert.match(text({ level: 0.975 }), /97\.5%/);
  });

  it('names what was computed, not what is configured since', () => {
    const results = [aResult({ method: 'bayesian' }), aResult({ method: 'frequentist' }), undefined];
    assert.match(text({ method: 'bayesian' }, results), /^Frequentist/);
  });
});
