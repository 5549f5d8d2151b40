import assert from 'node:assert/strict';
import { toTimeseriesView } from '../../../../src/core/panelView/timeseriesView';
import type { TimeseriesView } from '../../../../src/shared/panelSeries';
import { aDay, aDetail, aResult } from '../../support/models';

describe('Daily results that are too early to read', () => {
  function shown(plannedUsers: number, hidesEarly: boolean): TimeseriesView {
    const { runningTime } = aDetail();
    const days = [
      aDay('2026-03-02', { result: aResult({ interval: [0.02, 0.58] }) }),
      aDay('2026-03-03', { result: undefined }),
    ];
    const value = {
      metricUuid: 'uuid-1',
      status: 'partial' as const,
      days,
      computedMs: 900,
      recalculation: undefined,
      fingerprint: 'f',
      isRestarted: false,
    };
    return toTimeseriesView(
      { value, loadedMs: 1000 },
      {
        experiment: aDetail({ runningTime: { ...runningTime, recommendedSampleSize: plannedUsers } }),
        timeZone: 'Europe/Berlin',
        activities: undefined,
        hidesEarly,
        nowMs: Date.parse('2026-03-11T12:00:00Z'),
      },
    );
  }

  it('are samples alone when they are to be hidden', () => {
    const hidden = shown(1_000_000, true);
    assert.ok(hidden.isHiddenEarly);
    assert.deepEqual(Object.keys(hidden.series[0]?.points[0] ?? {}), ['samples']);
  });

  it('are whole once the planned sample is there, and when nothing is to be hidden', () => {
    for (const whole of [shown(100, true), shown(1_000_000, false)]) {
      assert.equal(whole.isHiddenEarly, false);
      assert.equal(whole.series[0]?.points[0]?.low, 0.02);
    }
  });
});
