import assert from 'node:assert/strict';
import type { PointView, SeriesView, TimeseriesView } from '../../../src/shared/panelSeries';
import { aSeriesView } from '../support/seriesViews';
import { seriesSentence } from '../../../src/shared/seriesSentence';

const effect = { samples: 20_008, change: 0.12674, low: 0.045, high: 0.2085 };
const yes: PointView = { ...effect, significant: true };
const no: PointView = { ...effect, significant: false };

/** Days end on 14 November 2026. */
function sentence(
  points: readonly (PointView | null)[],
  goal: 'increase' | 'decrease' = 'increase',
  parts: Partial<TimeseriesView> = {},
): string {
  const series: SeriesView = { variantKey: 'test', points };
  const view = aSeriesView({
    days: points.map((_, index) => `2026-11-${String(15 - points.length + index).padStart(2, '0')}`),
    series: [series],
    ...parts,
  });
  return seriesSentence(view, series, goal);
}

describe('seriesSentence', () => {
  it('says change, interval, day and how often it was significant', () => {
    assert.equal(
      sentence([no, no, no, no, yes, yes, yes, yes, yes, yes]),
      'test: +12.67% [4.50%, 20.85%] vs control on 14 Nov 2026; significant on 6 of the last 7 days; ' +
        'interval 16.35 points wide, 100% of what it was on 5 Nov 2026; sign unchanged for 10 days.',
    );
  });

  it('says when less is better', () => {
    assert.match(
      sentence([yes], 'decrease'),
      /on 14 Nov 2026 \(lower is better\); significant on 1 of 1 day; interval 16\.35 points wide\.$/,
    );
  });

  it('does not count days that were not computed', () => {
    assert.match(
      sentence([yes, yes, null, yes, null, no, yes, yes]),
      /significant on 4 of 5 computed days in the last 7/,
    );
  });

  it('speaks of the newest day that was computed', () => {
    assert.match(sentence([no, yes, null]), /on 13 Nov 2026; significant on 1 of 2 days;/);
  });

  it('says plainly that nothing was significant', () => {
    assert.match(sentence([no, no]), /not significant on any of 2 days;/);
    assert.match(sentence([no]), /; not significant;/);
  });

  it('derives no significance from an interval that excludes zero', () => {
    assert.match(sentence([effect]), /; significance is not known;/);
  });

  it('gives the reason for a missing statistic', () => {
    const early: PointView = { samples: 32, reason: 'Needs 50 exposures per variant.' };
    assert.equal(sentence([early]), 'test: no statistic on 14 Nov 2026. Needs 50 exposures per variant.');
    assert.equal(sentence([null, null]), 'test: no result yet.');
  });

  it('says how much narrower the interval became, from the first that there was', () => {
    const wide: PointView = { ...no, low: -0.2, high: 0.454 };
    assert.match(
      sentence([{ samples: 3, reason: 'Few.' }, wide, null, no]),
      /; interval 16\.35 points wide, 25% of what it was on 12 Nov 2026;/,
    );
  });

  it('says a width in the unit of the metric where differences are absolute', () => {
    assert.match(sentence([no], 'increase', { difference: 'absolute' }), /; interval 0\.163 wide\.$/);
  });

  it('says for how long the sign stayed, and how often it flipped before', () => {
    const down: PointView = { ...no, change: -0.01 };
    assert.match(sentence([no, no, no]), /; sign unchanged for 3 days\.$/);
    assert.match(
      sentence([no, down, no, null, no]),
      /; sign unchanged for 3 days, flipped 2 times before\.$/,
    );
    assert.match(sentence([down, no]), /; sign unchanged for 1 day, flipped once before\.$/);
    assert.doesNotMatch(sentence([no, { ...no, change: 0 }]), /sign unchanged/);
  });
});
