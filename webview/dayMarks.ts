/** What the chart draws along its days: early stretches, events, gaps, what is cut off, names of days, and runs. */
import type { Surface } from './marks';
import { significanceRuns } from './runs';
import type { Scene, SceneLine, ScenePoint } from './scene';
import type { Theme } from './theme';

export const dayLabelHeightPx = 20;
/** Of one variant's strip of significant days. */
export const runHeightPx = 8;
export const eventHeightPx = 16;
const hatchPx = 9;

/** Greys the days below the minimum of exposures and hatches those that are an early read. */
export function drawStretches(surface: Surface, scene: Scene, theme: Theme): void {
  const { context, top, bottom } = surface;
  const until = (days: number): number => edgeAfter(surface, days - 1, scene);
  context.save();
  if (scene.sparseDays > 0) {
    const right = until(scene.sparseDays);
    context.fillStyle = theme.grid;
    if (!theme.solidOnly) context.fillRect(surface.left, top, right - surface.left, bottom - top);
    else hatch(surface, surface.left, right, theme, hatchPx / 2);
    label(surface, 'below minimum', surface.left, bottom - 8, theme);
  }
  if (scene.earlyDays > scene.sparseDays) {
    const left = until(scene.sparseDays);
    const right = until(scene.earlyDays);
    hatch(surface, left, right, theme, hatchPx);
    if (scene.earlyDays < scene.labels.length) {
      context.strokeStyle = theme.muted;
      context.setLineDash([4, 4]);
      line(context, right, top, right, bottom);
    }
    label(surface, 'Early read', left, top + 9, theme);
  }
  context.restore();
}

function hatch(
  { context, top, bottom }: Surface,
  left: number,
  right: number,
  theme: Theme,
  gap: number,
): void {
  context.save();
  context.beginPath();
  context.rect(left, top, right - left, bottom - top);
  context.clip();
  context.strokeStyle = theme.grid;
  context.lineWidth = 1;
  context.beginPath();
  const height = bottom - top;
  for (let x = left - height; x < right; x += gap) {
    context.moveTo(x, bottom);
    context.lineTo(x + height, top);
  }
  context.stroke();
  context.restore();
}

function label({ context }: Surface, text: string, left: number, y: number, theme: Theme): void {
  context.font = smallFont(theme);
  context.textBaseline = 'middle';
  haloText(context, text, left + 4, y, theme);
}

/** Text with a rim of background, which keeps it readable where it crosses something. */
export function haloText(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  theme: Theme,
): void {
  context.save();
  context.setLineDash([]);
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = theme.background;
  context.strokeText(text, x, y);
  context.fillStyle = theme.muted;
  context.fillText(text, x, y);
  context.restore();
}

/** A dotted line for every day on which something happened, and a word where there is room for one. */
export function drawEvents(surface: Surface, scene: Scene, theme: Theme): void {
  const { context, top, bottom, left, right } = surface;
  context.save();
  context.font = smallFont(theme);
  context.textBaseline = 'middle';
  let taken = -Infinity;
  for (const { day, word } of scene.events) {
    const x = surface.xOf(day);
    context.strokeStyle = theme.muted;
    context.setLineDash([1, 3]);
    line(context, x, top - eventHeightPx / 2, x, bottom);
    const width = context.measureText(word).width;
    const start = Math.max(left, Math.min(x - width / 2, right - width));
    if (start < taken) continue;
    haloText(context, word, start, top - eventHeightPx / 2, theme);
    taken = start + width + 8;
  }
  context.restore();
}

/** A dashed line over the days that a line has no statistic for. It is no data, so it has the colour of the grid. */
export function drawGaps(surface: Surface, lines: readonly SceneLine[], theme: Theme): void {
  const { context } = surface;
  context.save();
  clip(surface);
  context.font = smallFont(theme);
  context.textBaseline = 'middle';
  context.textAlign = 'center';
  for (const { points, gaps } of lines) {
    for (const { from, to, isNotComputed } of gaps) {
      const [start, end] = [points[from], points[to]];
      if (!start || !end) continue;
      const [x1, y1, x2, y2] = [
        surface.xOf(from),
        surface.yOf(start.change),
        surface.xOf(to),
        surface.yOf(end.change),
      ];
      context.strokeStyle = theme.muted;
      context.setLineDash([3, 4]);
      line(context, x1, y1, x2, y2);
      const text = 'not computed';
      if (isNotComputed && context.measureText(text).width + 12 < x2 - x1)
        haloText(context, text, (x1 + x2) / 2, (y1 + y2) / 2 + 10, theme);
    }
  }
  context.restore();
}

/** Arrow heads at the edge where an interval goes on beyond it. @param every draws each so manieth day only */
export function drawClips(
  surface: Surface,
  points: readonly (ScenePoint | null)[],
  colour: string,
  every: number,
): void {
  const { context, top, bottom } = surface;
  context.save();
  context.fillStyle = colour;
  for (const [day, point] of points.entries()) {
    if (!point || (points.length - 1 - day) % every !== 0) continue;
    const x = surface.xOf(day);
    if (surface.yOf(point.high) < top - 1) arrow(context, x, top, 6);
    if (surface.yOf(point.low) > bottom + 1) arrow(context, x, bottom, -6);
  }
  context.restore();
}

function arrow(context: CanvasRenderingContext2D, x: number, y: number, height: number): void {
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x + 4, y + height);
  context.lineTo(x - 4, y + height);
  context.fill();
}

/** The names of as many days as have room, the newest always among them. */
export function drawDayLabels(surface: Surface, labels: readonly string[], theme: Theme): void {
  const { context, bottom, left, right } = surface;
  context.save();
  context.font = smallFont(theme);
  context.fillStyle = theme.muted;
  context.strokeStyle = theme.grid;
  context.textBaseline = 'middle';
  line(context, left, bottom, right, bottom);
  const newest = labels.length - 1;
  const width = context.measureText(labels[newest] ?? '').width + 18;
  const every = Math.max(1, Math.ceil((width * labels.length) / Math.max(1, right - left)));
  let free = Infinity;
  for (let day = newest; day >= 0; day -= every) {
    const text = labels[day] ?? '';
    const x = Math.min(surface.xOf(day) - (width - 18) / 2, right + 4 - (width - 18));
    if (x + width - 10 > free) continue;
    free = x;
    context.fillText(text, x, bottom + dayLabelHeightPx / 2 + 2);
  }
  context.restore();
}

/** A strip for each line: solid over the days the server called significant, a thin line over the other computed ones. */
export function drawRuns(
  surface: Surface,
  lines: readonly SceneLine[],
  colourOf: (line: SceneLine) => string,
  scene: Scene,
): void {
  const { context, bottom } = surface;
  context.save();
  for (const [row, each] of lines.entries()) {
    context.fillStyle = colourOf(each);
    const y = bottom + dayLabelHeightPx + row * runHeightPx;
    for (const { from, to, significant } of significanceRuns(each.points)) {
      const left = from === 0 ? surface.left : edgeAfter(surface, from - 1, scene);
      const right = edgeAfter(surface, to, scene);
      if (significant) context.fillRect(left, y + 1, right - left, runHeightPx - 3);
      else context.fillRect(left, y + 3, right - left, 1);
    }
  }
  context.restore();
}

/** Halfway to the next day. */
function edgeAfter(surface: Surface, day: number, { labels }: Scene): number {
  if (day >= labels.length - 1) return surface.right;
  return (surface.xOf(day) + surface.xOf(day + 1)) / 2;
}

function clip({ context, left, right, top, bottom }: Surface): void {
  context.beginPath();
  context.rect(left, top, right - left, bottom - top);
  context.clip();
}

function line(context: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.stroke();
}

function smallFont(theme: Theme): string {
  return `11px ${theme.fontFamily}`;
}
