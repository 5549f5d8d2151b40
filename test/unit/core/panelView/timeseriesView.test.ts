import assert from 'node:assert/strict';
import type { ExperimentDetail } from '../../../../src/core/model/experiment';
import type { MetricResult } from '../../../../src/core/model/metricResult';
import type { Activity } from '../../../../src/core/model/activity';
import type { SeriesReading } from '../../../../src/core/model/timeseries';
import { toTimeseriesView } from '../../../../src/core/panelView/timeseriesView';
import { aDay, aDetail, aResult, aSample, aVariantResult } from '../../support/models';

function view(
  results: readonly (MetricResult | undefined)[],
  known: {
    readonly timeseries?: Partial<SeriesReading>;
    readonly experiment?: ExperimentDetail;
    readonly activities?: readonly Activity[];
    readonly nowMs?: number;
  } = {},
) {
  const days = results.map((result, index) => aDay(`2026-03-0${index + 2}`, { result }));
  const value: SeriesReading = {
    metricUuid: 'uuid-1',
    status: 'partial',
    days,
    computedMs: 900,
    recalculation: undefined,
    fingerprint: 'f',
    isRestarted: false,
    ...known.timeseries,
  };
  return toTimeseriesView(
    { value, loadedMs: 1000 },
    {
      experiment: known.experiment ?? aDetail(),
      timeZone: 'Europe/Berlin',
      activities: known.activities,
      hidesEarly: false,
      nowMs: known.nowMs ?? Date.parse('2026-03-11T12:00:00Z'),
    },
  );
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
    assert.deepEqual(shown.recalculation, { computedDays: 0, days: 0 });
    assert.deepEqual([shown.computedMs, shown.loadedMs], [900, 1000]);
    assert.equal(view([]).recalculation, undefined);
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

describe('What may be missing from daily results, and why', () => {
  const none = { status: 'pending', computedMs: undefined } as const;
  const night = Date.parse('2026-03-03T12:00:00Z');

  it('is nothing as long as PostHog had no night for it', () => {
    assert.equal(view([undefined, undefined], { timeseries: none, nowMs: night }).history, 'notYet');
    assert.equal(view([undefined, undefined], { timeseries: none }).history, 'unexplained');
  });

  it('is what an edit took away, where that was seen or is told', () => {
    const edit: Activity = {
      timeMs: Date.parse('2026-03-05T23:30:00Z'),
      person: 'Ada',
      verb: 'updated',
      changes: [{ field: 'metrics', before: [], after: [{}] }],
    };
    assert.equal(view([undefined], { timeseries: { ...none, isRestarted: true } }).history, 'restarted');
    const told = view([undefined], { timeseries: none, activities: [edit] });
    assert.equal(told.history, 'restarted');
    assert.deepEqual(
      told.events.map(({ day, text }) => [day, text]),
      // Berlin is an hour ahead: the edit was on its next day.
      [
        ['2026-03-02', 'Launched'],
        ['2026-03-06', 'Metrics edited by Ada'],
      ],
    );
  });

  it('is a beginning without days, though there are later ones', () => {
    const late = [undefined, undefined, undefined, aResult({})];
    assert.equal(view(late).history, 'unexplained');
    assert.equal(view(late, { timeseries: { isRestarted: true } }).history, 'restarted');
    // Around midnight the first day may be in no row of PostHog's.
    assert.equal(view([undefined, aResult({})]).history, 'whole');
  });

  it('is not spoken of while all days are computed anew, only how far that is', () => {
    const shown = view([undefined, aResult({}), undefined], { timeseries: { recalculation: 'in_progress' } });
    assert.equal(shown.history, 'whole');
    assert.deepEqual(shown.recalculation, { computedDays: 1, days: 3 });
    assert.equal(shown.isStale, false);
  });

  it('is a legacy day by name', () => {
    const days = [aDay('2026-03-02', { isLegacy: true }), aDay('2026-03-03', { result: aResult({}) })];
    const shown = view([], { timeseries: { days } });
    assert.deepEqual(shown.legacyDays, ['2026-03-02']);
    assert.equal(shown.history, 'whole');
  });

  it('is the newest days, when PostHog stopped computing while the experiment runs', () => {
    const computedMs = Date.parse('2026-03-09T02:00:00Z');
    const at = (text: string, endMs?: number) =>
      view([aResult({})], {
        timeseries: { computedMs },
        experiment: aDetail({ endMs }),
        nowMs: Date.parse(text),
      }).isStale;
    assert.equal(at('2026-03-10T13:00:00Z'), false);
    assert.equal(at('2026-03-10T15:00:00Z'), true);
    assert.equal(at('2026-05-01T00:00:00Z', Date.parse('2026-03-09T08:00:00Z')), false);
  });
});
