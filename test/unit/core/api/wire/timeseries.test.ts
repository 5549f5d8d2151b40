import assert from 'node:assert/strict';
import * as v from 'valibot';
import { toTimeseries, wireTimeseries } from '../../../../../src/core/api/wire/timeseries';
import { aSample, aVariantResult } from '../../../support/models';
import {
  bayesianDay,
  early2025Day,
  frequentistDay,
  wirePending,
  wireSeries,
} from '../../../support/wireTimeseries';

const read = (parts: object = {}) => toTimeseries(v.parse(wireTimeseries, { ...wireSeries, ...parts }));
const readDay = (day: unknown) => read({ timeseries: { '2026-03-02': day }, errors: null }).days[0];

describe('Daily results', () => {
  it('are read with gaps as gaps and the messages of failed days', () => {
    const series = read();
    assert.equal(series.status, 'partial');
    assert.equal(series.computedMs, Date.UTC(2026, 2, 3, 2, 11, 8, 123));
    assert.equal(series.recalculation, undefined);
    assert.deepEqual(
      series.days.map(({ day, result, error }) => [day, result !== undefined, error]),
      [
        ['2026-03-02', true, undefined],
        ['2026-03-03', false, 'Unable to retrieve experiment data. Please try refreshing the page.'],
        ['2026-03-04', false, undefined],
      ],
    );
  });

  it('stand in the order of their days, whatever order they come in', () => {
    const timeseries = { '2026-03-10': null, '2026-03-02': null, '2025-12-31': null, '2026-03-09': null };
    assert.deepEqual(
      read({ timeseries }).days.map(({ day }) => day),
      ['2025-12-31', '2026-03-02', '2026-03-09', '2026-03-10'],
    );
  });

  it('carry a Bayesian result', () => {
    assert.deepEqual(readDay(bayesianDay)?.result, {
      baseline: aSample({ stepCounts: [412, 103] }),
      variants: [aVariantResult({ sumSquares: 131, stepCounts: [430, 131], interval: [0.021, 0.587] })],
    });
  });

  it('carry a frequentist result', () => {
    const variant = readDay(frequentistDay)?.result?.variants[0];
    assert.equal(variant?.method, 'frequentist');
    assert.deepEqual(variant?.interval, [0.078, 0.747]);
    assert.equal(variant?.pValue, 0.0157);
    assert.equal(variant?.chanceToWin, undefined);
  });

  it('carry the sums of ratios and retention, and the steps of funnels', () => {
    const ratio = {
      ...bayesianDay.baseline,
      step_counts: null,
      denominator_sum: 1636.0,
      denominator_sum_squares: 3760.0,
      numerator_denominator_sum_product: 1636.0,
    };
    const expected = {
      denominatorSum: 1636,
      denominatorSumSquares: 3760,
      numeratorDenominatorSumProduct: 1636,
      stepCounts: [],
    };
    const result = readDay({ ...bayesianDay, baseline: ratio })?.result;
    assert.deepEqual(result?.baseline, aSample(expected));
    assert.deepEqual(result.variants[0]?.stepCounts, [430, 131]);
  });

  it('tell a p-value of 0 and a verdict of false from none', () => {
    const [test] = frequentistDay.variant_results;
    const day = { ...frequentistDay, variant_results: [{ ...test, p_value: 0, significant: false }] };
    const variant = readDay(day)?.result?.variants[0];
    assert.equal(variant?.pValue, 0);
    assert.equal(variant?.significant, false);
  });

  it('carry the reasons why there is no statistic', () => {
    const [test] = bayesianDay.variant_results;
    const failed = {
      ...test,
      validation_failures: ['not-enough-exposures'],
      chance_to_win: null,
      credible_interval: null,
      significant: null,
    };
    const variant = readDay({ ...bayesianDay, variant_results: [failed] })?.result?.variants[0];
    assert.deepEqual(variant?.validationFailures, ['not-enough-exposures']);
    assert.equal(variant?.interval, undefined);
    assert.equal(variant?.significant, undefined);
  });

  it('take an interval with a missing bound for none', () => {
    const [test] = bayesianDay.variant_results;
    for (const credible_interval of [[0.1, null], [0.1], [], 'wide', null]) {
      const day = { ...bayesianDay, variant_results: [{ ...test, credible_interval }] };
      assert.equal(readDay(day)?.result?.variants[0]?.interval, undefined);
    }
  });

  it('say of a day that it cannot be read, and keep the others', () => {
    const timeseries = {
      '2026-03-03': { baseline: { key: 'control' }, variant_results: [] },
      '2026-03-04': 'text',
      '2026-03-05': bayesianDay,
    };
    const { days } = read({ timeseries, errors: { '2026-03-03': 'Out of memory' } });
    assert.deepEqual(
      days.map(({ result, error }) => [result !== undefined, error]),
      [
        [false, 'Out of memory'],
        [false, 'The result came in a form that cannot be read.'],
        [true, undefined],
      ],
    );
  });

  it('know the form of early June 2025 as old, not as wrong: it has no statistics', () => {
    for (const day of [early2025Day, { ...early2025Day, baseline: null, variant_results: null }]) {
      const expected = { day: '2026-03-02', result: undefined, isLegacy: true, error: undefined };
      assert.deepEqual(readDay(day), expected);
    }
    assert.equal(readDay(bayesianDay)?.isLegacy, false);
    assert.equal(readDay({ ...early2025Day, baseline: 'odd' })?.isLegacy, false);
  });

  it('are pending, not wrong, when nothing was computed', () => {
    const series = toTimeseries(v.parse(wireTimeseries, wirePending));
    assert.equal(series.status, 'pending');
    assert.equal(series.computedMs, undefined);
    assert.ok(series.days.every(({ result, error }) => result === undefined && error === undefined));
  });

  it('tell a recalculation that is under way', () => {
    assert.equal(read({ recalculation_status: 'in_progress' }).recalculation, 'in_progress');
    assert.equal(read({ recalculation_status: 'pending' }).recalculation, 'pending');
    assert.equal(read({ recalculation_status: 'done' }).recalculation, undefined);
  });

  it('are partial under a status that this program does not know', () => {
    assert.equal(read({ status: 'resting' }).status, 'partial');
    assert.equal(read({ status: undefined }).status, 'partial');
  });

  it('are empty where the days are no days', () => {
    for (const timeseries of [null, 'text', 7]) assert.deepEqual(read({ timeseries }).days, []);
  });
});
