import assert from 'node:assert/strict';
import { createScene, hasAnyPoint } from '../../../webview/scene';
import { identityOf } from '../../../webview/identity';
import type { TimeseriesView } from '../../../src/shared/panelView';

const point = { samples: 100, change: 0.1, low: 0.05, high: 0.15, significant: true };
const view: TimeseriesView = {
  metricUuid: 'm',
  status: 'partial',
  baselineKey: 'control',
  days: ['2026-11-12', '2026-11-13', '2026-11-14'],
  errors: { '2026-11-13': 'Too slow.' },
  series: [
    { variantKey: 'a', points: [{ samples: 3, reason: 'Too few.' }, null, point] },
    { variantKey: 'b', points: [point, null, { samples: 100, change: Number.NaN }] },
  ],
  baselineSamples: [1, null, 3],
  methodText: '',
  difference: 'relative',
  computedMs: undefined,
  recalculating: false,
  loadedMs: 0,
};

describe('scene', () => {
  it('breaks lines where there is no statistic', () => {
    const { lines, failedDays, labels } = createScene(view, new Set(), false);
    assert.deepEqual(
      lines.map(({ points }) => points.map((drawn) => drawn?.change ?? null)),
      [
        [null, null, 0.1],
        [0.1, null, null],
      ],
    );
    assert.deepEqual(failedDays, [1]);
    assert.deepEqual(labels, ['12 Nov', '13 Nov', '14 Nov']);
  });

  it('keeps a variant its looks while others are hidden', () => {
    const { lines } = createScene(view, new Set(['a']), false);
    assert.deepEqual(
      lines.map(({ variantKey, place }) => [variantKey, place]),
      [['b', 1]],
    );
  });

  it('knows when there is nothing to draw', () => {
    assert.ok(hasAnyPoint(view));
    assert.ok(!hasAnyPoint({ ...view, series: [{ variantKey: 'a', points: [{ samples: 3 }, null, null] }] }));
  });

  it('writes the year when a year ends in between', () => {
    assert.deepEqual(createScene({ ...view, days: ['2025-12-31', '2026-01-01'] }, new Set(), false).labels, [
      '31 Dec 2025',
      '1 Jan 2026',
    ]);
  });

  it('gives eight variants eight different looks', () => {
    const looks = Array.from({ length: 8 }, (_, place) => JSON.stringify(identityOf(place)));
    assert.equal(new Set(looks).size, 8);
  });
});
