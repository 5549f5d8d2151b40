import assert from 'node:assert/strict';
import { formatLocalTime, parseLocalTime } from '../../../../src/core/experiment/localTime';
import { periodText } from '../../../../src/core/experiment/wording';
import { formatMoment } from '../../../../src/shared/calendarDay';
import { anExperiment } from '../../support/models';

describe('A moment as it is typed', () => {
  it('is a day and a time of this machine’s zone, to the minute', () => {
    const timeMs = new Date(2026, 2, 2, 9, 5, 42).getTime();
    assert.equal(formatLocalTime(timeMs), '2026-03-02 09:05');
    assert.equal(parseLocalTime('2026-03-02 09:05'), new Date(2026, 2, 2, 9, 5).getTime());
    assert.equal(parseLocalTime(' 2026-03-02T09:05 '), new Date(2026, 2, 2, 9, 5).getTime());
    assert.equal(parseLocalTime('2026-03-02'), new Date(2026, 2, 2).getTime());
  });

  it('is nothing where it is no such time', () => {
    for (const text of [
      '',
      'tomorrow',
      '2026-3-2',
      '2026-02-30',
      '2026-13-01',
      '2026-03-02 24:00',
      '2026-03-02 09:60',
      '2026-03-02 09:05:42',
      '02.03.2026',
    ]) {
      assert.equal(parseLocalTime(text), undefined, text);
    }
  });

  it('is on the same day and at the same time wherever it is shown', () => {
    // Within an hour of midnight on either side: another zone than this machine's would be another day.
    for (const startMs of [new Date(2026, 2, 2, 0, 10).getTime(), new Date(2026, 2, 2, 23, 50).getTime()]) {
      assert.ok(formatLocalTime(startMs).startsWith('2026-03-02 '), formatLocalTime(startMs));
      assert.match(periodText(anExperiment({ startMs }), startMs + 1), /^since 2 Mar 2026 /);
      assert.equal(formatMoment(startMs), `2 Mar 2026, ${formatLocalTime(startMs).slice(-5)}`);
    }
  });
});
