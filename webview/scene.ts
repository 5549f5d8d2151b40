/** What the chart shows, before any pixel: a plain description made from the series and the user's choices. */
import { formatCalendarDay } from '../src/shared/format';
import type { PointView, SeriesEventKind, TimeseriesView } from '../src/shared/panelSeries';
import { createAxis, type Axis, type Bounds } from './axis';

export interface Scene {
  readonly labels: readonly string[];
  readonly lines: readonly SceneLine[];
  /** Places of the failed days. */
  readonly failedDays: readonly number[];
  /** How many of the first days are below the minimum of exposures. */
  readonly sparseDays: number;
  /** How many of the first days are early reads. */
  readonly earlyDays: number;
  readonly events: readonly SceneEvent[];
  /** The newest results are older than they should be. */
  readonly isStale: boolean;
  readonly axis: Axis;
  readonly difference: TimeseriesView['difference'];
}

export interface SceneLine {
  readonly variantKey: string;
  /** Place among all variants but the baseline; decides colour, marker and dash, also when others are hidden. */
  readonly place: number;
  /** Null where there is no statistic: the line breaks there. */
  readonly points: readonly (ScenePoint | null)[];
  readonly gaps: readonly SceneGap[];
}

export interface ScenePoint extends Bounds {
  readonly change: number;
  readonly significant: boolean;
}

/** Days without a statistic between two that have one. */
export interface SceneGap {
  /** Places of the neighbours, which have one. */
  readonly from: number;
  readonly to: number;
  /** PostHog computed nothing on any of the days between. */
  readonly isNotComputed: boolean;
}

export interface SceneEvent {
  readonly day: number;
  readonly word: string;
}

/** More lines than looks would not be told apart in one chart: each gets a small one of its own. */
const maxLines = 4;

const eventWords: Readonly<Record<SeriesEventKind, string>> = {
  launch: 'launched',
  end: 'ended',
  pause: 'paused',
  resume: 'resumed',
  split: 'split changed',
  metrics: 'metrics edited',
  rules: 'rules edited',
  ship: 'shipped',
};

/** Lays out the variants that are not hidden: in one scene, or, where they are many, in one each on the same axis. */
export function createScenes(
  view: TimeseriesView,
  hidden: ReadonlySet<string>,
  fitAll: boolean,
): readonly Scene[] {
  const lines = view.series
    .map(({ variantKey, points }, place) => lineOf(variantKey, place, points))
    .filter(({ variantKey }) => !hidden.has(variantKey));
  const years = new Set(view.days.map((day) => day.slice(0, 4)));
  const scene: Scene = {
    labels: view.days.map((day) => formatCalendarDay(day, years.size > 1 ? 'year' : 'no year')),
    lines,
    failedDays: view.days.flatMap((day, index) => (view.errors[day] === undefined ? [] : index)),
    sparseDays: view.sparseDays,
    earlyDays: view.early?.days ?? 0,
    events: eventsOf(view),
    isStale: view.isStale,
    axis: axisOf(lines, view.sparseDays, fitAll),
    difference: view.difference,
  };
  return lines.length > maxLines ? lines.map((line) => ({ ...scene, lines: [line] })) : [scene];
}

function lineOf(variantKey: string, place: number, points: readonly (PointView | null)[]): SceneLine {
  const drawn = points.map(scenePoint);
  return { variantKey, place, points: drawn, gaps: gapsOf(points, drawn) };
}

function gapsOf(
  points: readonly (PointView | null)[],
  drawn: readonly (ScenePoint | null)[],
): readonly SceneGap[] {
  const gaps: SceneGap[] = [];
  let last = -1;
  for (const [day, point] of drawn.entries()) {
    if (!point) continue;
    if (last >= 0 && day > last + 1) {
      const isNotComputed = points.slice(last + 1, day).every((between) => between === null);
      gaps.push({ from: last, to: day, isNotComputed });
    }
    last = day;
  }
  return gaps;
}

/** The axis of what deserves one: days below the minimum of exposures only where there are no others. */
function axisOf(lines: readonly SceneLine[], sparseDays: number, fitAll: boolean): Axis {
  const known = (points: readonly (ScenePoint | null)[]) => points.filter((point) => point !== null);
  const all = lines.flatMap(({ points }) => known(points));
  const settled = lines.flatMap(({ points }) => known(points.slice(sparseDays)));
  const newest = lines.flatMap(({ points }) => points.findLast((point) => point !== null) ?? []);
  return createAxis(all, newest, fitAll, settled.length === 0 ? all : settled);
}

/** One word a day; the list below the chart tells them all. */
function eventsOf({ events, days }: TimeseriesView): readonly SceneEvent[] {
  const byDay = new Map<number, string>();
  for (const { day, kind } of events) {
    const place = days.indexOf(day);
    if (place >= 0 && !byDay.has(place)) byDay.set(place, eventWords[kind]);
  }
  return [...byDay].map(([day, word]) => ({ day, word }));
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
