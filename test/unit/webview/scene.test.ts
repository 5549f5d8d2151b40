import assert from 'node:assert/strict';
import { createScenes, hasAnyPoint, type Scene } from '../../../webview/scene';
import { significanceRuns } from '../../../webview/runs';
import { identityOf, placesOf } from '../../../webview/identity';
import type { PointView, SeriesEventKind } from '../../../src/shared/panelSeries';
import { aSeriesView } from '../support/seriesViews';

const point = { samples: 100, change: 0.1, low: 0.05, high: 0.15, significant: true };
const view = aSeriesView({
  days: ['2026-11-12', '2026-11-13', '2026-11-14'],
  errors: { '2026-11-13': 'Too slow.' },
  series: [
    { variantKey: 'a', points: [{ samples: 3, reason: 'Too few.' }, null, point] },
    { variantKey: 'b', points: [point, null, { samples: 100, change: Number.NaN }] },
  ],
});

/** The only scene of a view with few variants. */
function createScene(...args: Parameters<typeof createScenes>): Scene {
  const [scene, ...more] = createScenes(...args);
  assert.ok(scene);
  assert.equal(more.length, 0);
  return scene;
}

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

  it('gives the baseline a look of its own, and the others those that they have where there is none', () => {
    const places = placesOf([{ isBaseline: false }, { isBaseline: true }, { isBaseline: false }]);
    assert.deepEqual(places, [0, 'baseline', 1]);
    const looks = [...Array.from({ length: 8 }, (_, place) => place), 'baseline' as const].map(identityOf);
    assert.equal(new Set(looks.map((look) => JSON.stringify(look))).size, 9);
  });

  it('tells gaps that were not computed from those without a statistic', () => {
    const reason = { samples: 60, reason: 'Baseline is zero.' };
    const gaps = (points: readonly (PointView | null)[]) =>
      createScene(
        aSeriesView({
          days: points.map((_, day) => `2026-11-${10 + day}`),
          series: [{ variantKey: 'a', points }],
        }),
        new Set(),
        false,
      ).lines[0]?.gaps;
    assert.deepEqual(gaps([null, point, null, null, point, reason, point, null]), [
      { from: 1, to: 4, isNotComputed: true },
      { from: 4, to: 6, isNotComputed: false },
    ]);
    assert.deepEqual(gaps([point, null, reason, point]), [{ from: 0, to: 3, isNotComputed: false }]);
    assert.deepEqual(gaps([null, null]), []);
  });

  it('gives more than four variants a small chart each, all on one axis', () => {
    const series = ['a', 'b', 'c', 'd', 'e', 'f'].map((variantKey, place) => ({
      variantKey,
      points: [{ ...point, high: 0.2 + place }],
    }));
    const many = aSeriesView({ days: ['2026-11-14'], series });
    const scenes = createScenes(many, new Set(['c']), false);
    assert.deepEqual(
      scenes.map(({ lines }) => lines.map(({ variantKey, place }) => [variantKey, place])),
      [[['a', 0]], [['b', 1]], [['d', 3]], [['e', 4]], [['f', 5]]],
    );
    assert.equal(new Set(scenes.map(({ axis }) => `${axis.min} ${axis.max}`)).size, 1);
    assert.equal(createScenes(many, new Set(['a', 'b']), false).length, 1);
  });

  it('leaves the days below the minimum out of the axis, until all is to be seen', () => {
    const wide = { ...point, low: -50, high: 50 };
    const sparse = aSeriesView({
      days: ['2026-11-12', '2026-11-13', '2026-11-14'],
      sparseDays: 1,
      series: [{ variantKey: 'a', points: [wide, point, point] }],
    });
    const most = createScene(sparse, new Set(), false).axis;
    assert.ok(most.max < 1, `${most.max}`);
    assert.equal(most.clipped, true);
    assert.ok(createScene(sparse, new Set(), true).axis.max >= 50);
    // Where there is nothing else, they are what there is to see.
    assert.ok(createScene({ ...sparse, sparseDays: 3 }, new Set(), false).axis.max >= 50);
  });

  it('places events on their days, one word a day, and leaves out those outside', () => {
    const event = (day: string, kind: SeriesEventKind) => ({ day, kind, timeMs: 0, text: '' });
    const { events } = createScene(
      {
        ...view,
        events: [
          event('2026-11-01', 'launch'),
          event('2026-11-13', 'metrics'),
          event('2026-11-13', 'split'),
          event('2026-11-14', 'end'),
        ],
      },
      new Set(),
      false,
    );
    assert.deepEqual(events, [
      { day: 1, word: 'metrics edited' },
      { day: 2, word: 'ended' },
    ]);
  });
});

describe('runs of significant days', () => {
  it('end at a day that is not significant, and at one that is missing', () => {
    const yes = { change: 1, low: 0, high: 2, significant: true };
    const no = { ...yes, significant: false };
    assert.deepEqual(significanceRuns([null, yes, yes, no, null, no, yes]), [
      { from: 1, to: 2, significant: true },
      { from: 3, to: 3, significant: false },
      { from: 5, to: 5, significant: false },
      { from: 6, to: 6, significant: true },
    ]);
  });
});
