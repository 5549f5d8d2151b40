import assert from 'node:assert/strict';
import { dayIn, formatMoment, userTimeZone } from '../../../src/shared/calendarDay';
import { formatDay } from '../../../src/shared/format';

const lateMs = Date.parse('2026-11-14T23:30:00Z');

describe('A moment and its day', () => {
  it('is the day of the zone it is asked for', () => {
    assert.equal(dayIn('UTC', lateMs), '2026-11-14');
    assert.equal(dayIn('Europe/Berlin', lateMs), '2026-11-15');
    assert.equal(dayIn('America/Los_Angeles', Date.parse('2026-11-14T03:00:00Z')), '2026-11-13');
  });

  it('is the day of UTC where the zone is unknown, to us or to this machine', () => {
    assert.equal(dayIn(undefined, lateMs), '2026-11-14');
    assert.equal(dayIn('Not/AZone', lateMs), '2026-11-14');
    assert.equal(dayIn('<img src=x>', lateMs), '2026-11-14');
  });

  it('reads by the clock of the user, on the same day as everywhere else', () => {
    const noonMs = new Date(2026, 10, 14, 9, 12).getTime();
    assert.equal(formatMoment(noonMs), '14 Nov 2026, 09:12');
    for (const timeMs of [lateMs, noonMs, new Date(2026, 0, 1).getTime()])
      assert.ok(formatMoment(timeMs).startsWith(`${formatDay(timeMs)}, `), formatMoment(timeMs));
    assert.equal(formatMoment(Number.NaN), '—');
    assert.ok(userTimeZone().length > 0);
  });
});
