import assert from 'node:assert/strict';
import { formatMoment, userTimeZone } from '../../../src/shared/calendarDay';
import { clockWords, dayNotes, missingWord, pointWords, spokenPoint } from '../../../src/shared/dayWords';
import type { PointView, TimeseriesView } from '../../../src/shared/panelSeries';
import { aSeriesView } from '../support/seriesViews';

const point: PointView = {
  samples: 20_008,
  change: 0.12674,
  low: -0.045,
  high: 0.2085,
  significant: true,
  chanceToWin: 0.98,
};
const days = ['2026-11-12', '2026-11-13', '2026-11-14'];

function context(points: readonly (PointView | null)[], parts: Partial<TimeseriesView> = {}) {
  const series = { variantKey: 'test', points };
  return {
    series,
    goal: 'increase' as const,
    unit: 'users',
    view: aSeriesView({ days, series: [series], ...parts }),
  };
}

describe('A day in words', () => {
  it('has all the numbers of a variant, and tells the first significant day quietly', () => {
    const on = context([{ ...point, significant: false }, point, point]);
    assert.deepEqual(pointWords(on, on.series, 1), {
      main: '+12.67% [−4.50%, 20.85%]',
      details: ['Chance to win vs control 98.0%', 'Significant, for the first time, 20,008 users'],
    });
    assert.equal(pointWords(on, on.series, 2).details[1], 'Significant, 20,008 users');
    assert.equal(pointWords(on, on.series, 0).details[1], 'Not significant, 20,008 users');
  });

  it('can be heard', () => {
    const on = context([point, { ...point, significant: false, change: -0.02 }, null]);
    assert.equal(
      spokenPoint(on, on.series, 0),
      '12 Nov 2026, test, plus 12.67 percent, interval minus 4.50 to 20.85, significant, for the first time, 20,008 users',
    );
    assert.match(
      spokenPoint(on, on.series, 1),
      /^13 Nov 2026, test, minus 2\.00 percent, .*, not significant,/,
    );
    assert.equal(spokenPoint(on, on.series, 2), '14 Nov 2026, test, not computed');
  });

  it('says why there is no number', () => {
    const { view } = context([null, null, null], {
      errors: { [days[1] ?? '']: 'Too slow.' },
      legacyDays: [days[2] ?? ''],
    });
    assert.equal(missingWord(view, 0), 'not computed');
    assert.equal(missingWord(view, 1), 'not computed: Too slow.');
    assert.match(missingWord(view, 2), /retired engine/);
  });

  it('says how far it may be trusted, and what happened on it', () => {
    const timeMs = Date.parse('2026-11-14T10:03:00Z');
    const on = context([], {
      sparseDays: 1,
      early: { days: 2, reason: 'in the first week' },
      events: [{ day: '2026-11-14', kind: 'metrics', text: 'Metrics edited by Ada', timeMs }],
    });
    assert.deepEqual(dayNotes(on, 0), ['Below the minimum of exposures per variant.']);
    assert.deepEqual(dayNotes(on, 1), ['Early read: in the first week.']);
    assert.deepEqual(dayNotes(on, 2), [`Metrics edited by Ada, ${formatMoment(timeMs)} your time.`]);
  });

  it('names both clocks', () => {
    const computedMs = Date.parse('2026-11-14T09:12:00Z');
    assert.equal(
      clockWords(context([], { computedMs, timeZone: 'Europe/Berlin' })),
      `Computed ${formatMoment(computedMs)} your time (${userTimeZone()}) · day of project time Europe/Berlin`,
    );
    assert.equal(clockWords(context([], { timeZone: undefined })), 'day of project time');
  });
});
