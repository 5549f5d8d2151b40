/** What the chart shows, before any pixel: a plain description made from the series and the user's choices. */
import { formatCalendarDay } from '../src/shared/format';
import type { PointView, TimeseriesView } from '../src/shared/panelView';
import { createAxis, type Axis, type Bounds } from './axis';

export interface Scene {
  readonly labels: readonly string[];
  readonly lines: readonly SceneLine[];
  /** Places of the failed days. */
  readonly failedDays: readonly number[];
  readonly axis: Axis;
  readonly difference: TimeseriesView['difference'];
}

export interface SceneLine {
  readonly variantKey: string;
  /** Place among all variants but the baseline; decides colour, marker and dash, also when others are hidden. */
  readonly place: number;
  /** Null where there is no statistic: the line breaks there. */
  readonly points: readonly (ScenePoint | null)[];
}

export interface ScenePoint extends Bounds {
  readonly change: number;
  readonly significant: boolean;
}

/** Lays out the variants that are not hidden. */
export function createScene(view: TimeseriesView, hidden: ReadonlySet<string>, fitAll: boolean): Scene {
  const lines = view.series
    .map(({ variantKey, points }, place) => ({ variantKey, place, points: points.map(scenePoint) }))
    .filter(({ variantKey }) => !hidden.has(variantKey));
  const drawn = lines.flatMap(({ points }) => points.filter((point) => point !== null));
  const newest = lines.flatMap(({ points }) => points.findLast((point) => point !== null) ?? []);
  const years = new Set(view.days.map((day) => day.slice(0, 4)));
  return {
    labels: view.days.map((day) => formatCalendarDay(day, years.size > 1 ? 'year' : 'no year')),
    lines,
    failedDays: view.days.flatMap((day, index) => (view.errors[day] === undefined ? [] : index)),
    axis: createAxis(drawn, newest, fitAll),
    difference: view.difference,
  };
}

function scenePoint(point: PointView | null): ScenePoint | null {
  if (point?.change === undefined || !Number.isFinite(point.change)) return null;
  const { change, low, high, significant = false } = point;
  return { change, low: finiteOr(low, change), high: finiteOr(high, change), significant };
}

function finiteOr(value: number | undefined, fallback: number): number {
  return value !== undefined && Number.isFinite(value) ? value : fallback;
}

/** Whether there is at least one point to draw for any variant, hidden or not. */
export function hasAnyPoint(view: TimeseriesView): boolean {
  return view.series.some(({ points }) => points.some((point) => point?.change !== undefined));
}
