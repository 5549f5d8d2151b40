import assert from 'node:assert/strict';
import {
  formatAbsoluteChange,
  formatAgo,
  formatCalendarDay,
  formatChange,
  formatChanceToWin,
  formatCount,
  formatDuration,
  formatPValue,
} from '../../../src/shared/format';

const minuteMs = 60_000;

describe('format', () => {
  it('signs a change, and gives none to what rounds to zero', () => {
    assert.equal(formatChange(0.12674), '+12.67%');
    assert.equal(formatChange(-0.0849), '−8.49%');
    assert.equal(formatChange(0.00004), '0.00%');
    assert.equal(formatChange(-0.00004), '0.00%');
    assert.equal(formatChange(-0), '0.00%');
    assert.equal(formatChange(0.1267, 1), '+12.7%');
    assert.equal(formatAbsoluteChange(1.519), '+1.52');
    assert.equal(formatAbsoluteChange(-0.001), '0.00');
  });

  it('has no word but a dash for numbers that are none', () => {
    for (const odd of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      assert.equal(formatChange(odd), '—');
      assert.equal(formatAbsoluteChange(odd), '—');
      assert.equal(formatChanceToWin(odd, 'increase'), '—');
      assert.equal(formatPValue(odd), '—');
      assert.equal(formatCount(odd), '—');
    }
  });

  it('turns the chance to win round for a goal of less', () => {
    assert.equal(formatChanceToWin(0.9876, 'increase'), '98.8%');
    assert.equal(formatChanceToWin(0.0124, 'decrease'), '98.8%');
    assert.equal(formatChanceToWin(0.0042, 'increase'), '0.42%');
    assert.equal(formatChanceToWin(0.9999, 'increase'), '> 99.9%');
    assert.equal(formatChanceToWin(0.9999, 'decrease'), '< 0.1%');
    assert.equal(formatChanceToWin(undefined, 'increase'), '—');
  });

  it('never calls a p-value zero', () => {
    assert.equal(formatPValue(0), '< 0.001');
    assert.equal(formatPValue(0.0042), '0.0042');
    assert.equal(formatPValue(0.0512), '0.051');
    assert.equal(formatPValue(undefined), '—');
  });

  it('groups digits of counts', () => {
    assert.equal(formatCount(20_008), '20,008');
    assert.equal(formatCount(0), '0');
  });

  it('says spans in their largest unit', () => {
    assert.equal(formatDuration(59_999), '< 1 min');
    assert.equal(formatDuration(5 * minuteMs), '5 min');
    assert.equal(formatDuration(3 * 60 * minuteMs), '3 h');
    assert.equal(formatDuration(9.9 * 24 * 60 * minuteMs), '9 d');
    assert.equal(formatDuration(-1), '< 1 min');
    assert.equal(formatAgo(20), 'just now');
    assert.equal(formatAgo(5 * minuteMs), '5 min ago');
  });

  it('keeps a calendar day the same day in every time zone', () => {
    assert.equal(formatCalendarDay('2026-11-14'), '14 Nov 2026');
    assert.equal(formatCalendarDay('2026-01-01', 'no year'), '1 Jan');
    assert.equal(formatCalendarDay('2026-11-14T00:00:00Z'), '2026-11-14T00:00:00Z');
    assert.equal(formatCalendarDay('2026-13-45'), '2026-13-45');
  });
});
