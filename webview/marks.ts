/** What the chart draws around its lines: interval bands, the line of no difference, failed days, names at line ends. */
import type { ScenePoint } from './scene';
import type { Theme } from './theme';

/** A place to draw on; `xOf` takes the place of a day, `yOf` a value. */
export interface Surface {
  readonly context: CanvasRenderingContext2D;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly xOf: (day: number) => number;
  readonly yOf: (value: number) => number;
}

const bandOpacity = 0.15;
const smallFontPx = 11;

/** The interval of one variant as an outlined area, broken where a day is missing. */
export function drawBand(
  surface: Surface,
  points: readonly (ScenePoint | null)[],
  colour: string,
  theme: Theme,
): void {
  const { context } = surface;
  context.save();
  context.beginPath();
  context.rect(surface.left, surface.top, surface.right - surface.left, surface.bottom - surface.top);
  context.clip();
  context.fillStyle = colour;
  context.strokeStyle = colour;
  context.lineWidth = 1;
  for (const { start, run } of runsOf(points)) {
    const upper = corners(surface, run, start, (point) => point.high);
    const lower = corners(surface, run, start, (point) => point.low);
    if (!theme.solidOnly) {
      context.globalAlpha = bandOpacity;
      tracePath(context, [...upper, ...lower.toReversed()]);
      context.fill();
    }
    context.globalAlpha = theme.solidOnly ? 1 : 0.45;
    for (const edge of [upper, lower, ...stemOf(surface, run, start)]) {
      tracePath(context, edge);
      context.stroke();
    }
  }
  context.restore();
}

/** Stretches of neighbouring days. */
function runsOf(points: readonly (ScenePoint | null)[]): { start: number; run: ScenePoint[] }[] {
  const runs: { start: number; run: ScenePoint[] }[] = [];
  for (const [day, point] of points.entries()) {
    if (!point) continue;
    const last = runs.at(-1);
    if (last && last.start + last.run.length === day) last.run.push(point);
    else runs.push({ start: day, run: [point] });
  }
  return runs;
}

type Corner = readonly [x: number, y: number];

function corners(
  surface: Surface,
  run: readonly ScenePoint[],
  start: number,
  valueOf: (point: ScenePoint) => number,
): Corner[] {
  // A day between two gaps has no neighbour to connect with: its interval is a small box.
  const reaches = run.length === 1 ? [-3, 3] : [0];
  return run.flatMap((point, index) =>
    reaches.map((reach): Corner => [surface.xOf(start + index) + reach, surface.yOf(valueOf(point))]),
  );
}

/** Of a day between two gaps, whose two edges alone would not be seen to belong together. */
function stemOf(surface: Surface, run: readonly ScenePoint[], day: number): readonly (readonly Corner[])[] {
  const [point] = run;
  if (!point || run.length > 1) return [];
  const x = surface.xOf(day);
  return [[point.high, point.low].map((value): Corner => [x, surface.yOf(value)])];
}

function tracePath(context: CanvasRenderingContext2D, path: readonly Corner[]): void {
  context.beginPath();
  for (const [x, y] of path) context.lineTo(x, y);
}

/** Zero, heavier than the grid. */
export function drawZeroLine({ context, left, right, yOf }: Surface, theme: Theme): void {
  context.save();
  context.strokeStyle = theme.foreground;
  context.lineWidth = 1.5;
  context.beginPath();
  context.moveTo(left, yOf(0));
  context.lineTo(right, yOf(0));
  context.stroke();
  context.restore();
}

/** Says what zero means, on the stretch of the line that the variants leave free. */
export function drawZeroLabel(
  surface: Surface,
  lines: readonly (readonly (ScenePoint | null)[])[],
  theme: Theme,
): void {
  const { context, left, right, top, xOf, yOf } = surface;
  const text = 'no difference';
  context.save();
  context.font = `${smallFontPx}px ${theme.fontFamily}`;
  const width = context.measureText(text).width + 16;
  const roomAbove = yOf(0) - top > smallFontPx * 1.6;
  const y = roomAbove ? yOf(0) - 9 : yOf(0) + 10;
  const distanceAt = (x: number): number => {
    const near = lines.flatMap((points) =>
      points.flatMap((point, day) =>
        point && xOf(day) > x - 8 && xOf(day) < x + width
          ? [point.low, point.change, point.high].map((value) => Math.abs(yOf(value) - y))
          : [],
      ),
    );
    return Math.min(2 * smallFontPx, ...near);
  };
  const places = [1, 0.8, 0.6, 0.4, 0.2, 0].map((share) => left + 6 + share * (right - left - width));
  const distances = places.map(distanceAt);
  const x = places[distances.indexOf(Math.max(...distances))] ?? left;
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 3;
  // A rim of background keeps it readable where it does cross something.
  context.strokeStyle = theme.background;
  context.strokeText(text, x, y);
  context.fillStyle = theme.foreground;
  context.fillText(text, x, y);
  context.restore();
}

/** A cross on the time axis for every day that PostHog failed to compute. */
export function drawFailedDays(surface: Surface, days: readonly number[], theme: Theme): void {
  const { context, bottom } = surface;
  context.save();
  context.strokeStyle = theme.failure;
  context.lineWidth = 2;
  for (const day of days) {
    const x = surface.xOf(day);
    context.beginPath();
    context.moveTo(x - 4, bottom - 10);
    context.lineTo(x + 4, bottom - 2);
    context.moveTo(x + 4, bottom - 10);
    context.lineTo(x - 4, bottom - 2);
    context.stroke();
  }
  context.restore();
}

export interface EndLabel {
  readonly text: string;
  readonly colour: string;
  readonly value: number;
}

/** Names beside the newest points, pushed apart where they would overlap. */
export function drawEndLabels(surface: Surface, labels: readonly EndLabel[], theme: Theme): void {
  const lineHeight = theme.fontSizePx + 3;
  const placed = labels
    .map((entry) => ({
      ...entry,
      y: Math.min(surface.bottom, Math.max(surface.top, surface.yOf(entry.value))),
    }))
    .toSorted((a, b) => a.y - b.y);
  for (const [index, entry] of placed.entries()) {
    const above = placed[index - 1];
    if (above) entry.y = Math.max(entry.y, above.y + lineHeight);
  }
  const overflow = (placed.at(-1)?.y ?? 0) - surface.bottom;
  const { context } = surface;
  context.save();
  context.font = `${theme.fontSizePx}px ${theme.fontFamily}`;
  context.textBaseline = 'middle';
  for (const { text, colour, y } of placed) {
    context.fillStyle = colour;
    context.fillText(text, surface.right + 10, y - Math.max(0, overflow));
  }
  context.restore();
}
