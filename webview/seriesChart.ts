/** The chart of daily results. */
import { displayText } from '../src/shared/displayText';
import {
  type AnyChart,
  type ChartPlugin,
  createCanvasChart,
  type Dataset,
  drawMarker,
  type Options,
} from './chart';
import { identityOf } from './identity';
import {
  dayLabelHeightPx,
  drawClips,
  drawDayLabels,
  drawEvents,
  drawGaps,
  drawRuns,
  drawStretches,
  eventHeightPx,
  runHeightPx,
} from './dayMarks';
import { drawValues, valueRoom } from './valueMarks';
import { drawBand, drawEndLabels, drawFailedDays, drawZeroLabel, drawZeroLine, type Surface } from './marks';
import type { Scene, SceneLine } from './scene';
import type { Theme } from './theme';

export interface DayPlace {
  readonly xPx: number;
  readonly topPx: number;
  readonly bottomPx: number;
}

export interface SeriesChart {
  readonly draw: (scene: Scene, theme: Theme) => void;
  /** The day nearest to a place in the canvas; undefined before the first drawing. */
  readonly dayAt: (xPx: number) => number | undefined;
  /** Where a day stands in the canvas, and from where to where its values are drawn. */
  readonly placeOf: (day: number) => DayPlace | undefined;
  readonly dispose: () => void;
}

const markerRadiusPx = 4;
const markerSpacingPx = 11;
const endLabelRoomPx = 110;
/** Narrower charts have no room for names at the line ends; the pickers above the chart name the lines there. */
const endLabelsFromPx = 560;

function hasEndLabels(widthPx: number, { lines }: Scene): boolean {
  return widthPx >= endLabelsFromPx && lines.length > 0;
}

/**
 * Draws into a canvas, whose parent decides the size.
 * @param pixelRatio for a picture: so many pixels for each of the canvas, which keeps the size it has
 */
export function createSeriesChart(canvas: HTMLCanvasElement, pixelRatio?: number): SeriesChart {
  let current: { scene: Scene; theme: Theme } | undefined;
  const marks: ChartPlugin<'line'> = {
    id: 'marks',
    beforeLayout(drawn) {
      if (!current) return;
      const { scene, theme } = current;
      const room = hasEndLabels(drawn.width, scene) ? endLabelRoom(drawn.ctx, scene, theme) : 0;
      const below = dayLabelHeightPx + scene.lines.length * runHeightPx;
      const above = scene.events.length > 0 ? eventHeightPx : 0;
      const left = valueRoom(drawn.ctx, scene, theme);
      drawn.options.layout = {
        padding: { top: 8 + above, right: room + markerRadiusPx, bottom: below, left },
      };
    },
    beforeDatasetsDraw(drawn) {
      if (!current) return;
      const { scene, theme } = current;
      const surface = surfaceOf(drawn);
      drawValues(surface, scene, theme);
      drawStretches(surface, scene, theme);
      drawZeroLine(surface, theme);
      for (const line of scene.lines) drawBand(surface, line.points, colourOf(line, theme), theme);
    },
    afterDatasetsDraw(drawn) {
      if (!current) return;
      const { scene, theme } = current;
      const surface = surfaceOf(drawn);
      drawGaps(surface, scene.lines, theme);
      for (const line of scene.lines) drawMarkers(surface, line, scene, theme);
      drawEvents(surface, scene, theme);
      drawDayLabels(surface, scene.labels, theme);
      drawRuns(surface, scene.lines, (line) => colourOf(line, theme), scene);
      drawFailedDays(surface, scene.failedDays, theme);
      drawZeroLabel(
        surface,
        scene.lines.map(({ points }) => points),
        theme,
      );
      if (hasEndLabels(drawn.width, scene)) drawEndLabels(surface, endLabels(drawn.ctx, scene, theme), theme);
    },
  };

  const chart = createCanvasChart(canvas, 'line', marks);

  return {
    draw(scene, theme) {
      current = { scene, theme };
      chart.draw({
        // Their places: the scale counts days.
        labels: scene.labels.map((_, day) => String(day)),
        datasets: scene.lines.map((line) => datasetOf(line, theme)),
        options: { ...optionsOf(scene), ...(pixelRatio !== undefined && pictureOptions(pixelRatio)) },
      });
    },
    dayAt(xPx) {
      const scale = chart.current()?.scales['x'];
      const days = current?.scene.labels.length ?? 0;
      if (!scale || days === 0) return undefined;
      return Math.min(days - 1, Math.max(0, Math.round(scale.getValueForPixel(xPx) ?? 0)));
    },
    placeOf(day) {
      const drawn = chart.current();
      const scale = drawn?.scales['x'];
      if (!drawn || !scale) return undefined;
      const { top, bottom } = drawn.chartArea;
      return { xPx: scale.getPixelForValue(day), topPx: top, bottomPx: bottom };
    },
    dispose: chart.dispose,
  };
}

function surfaceOf(chart: AnyChart): Surface {
  const { left, right, top, bottom } = chart.chartArea;
  const { x, y } = chart.scales;
  return {
    context: chart.ctx,
    left,
    right,
    top,
    bottom,
    xOf: (day) => x?.getPixelForValue(day) ?? 0,
    yOf: (value) => y?.getPixelForValue(value) ?? 0,
  };
}

function colourOf(line: SceneLine, theme: Theme): string {
  return theme.series[identityOf(line.place).colour ?? 0] ?? theme.foreground;
}

function datasetOf(line: SceneLine, theme: Theme): Dataset<'line'> {
  return {
    data: line.points.map((point) => point?.change ?? null),
    borderColor: colourOf(line, theme),
    borderDash: [...identityOf(line.place).dash],
    borderWidth: 2,
    spanGaps: false,
    pointRadius: 0,
  };
}

/**
 * The markers of a line, filled where the server called the day significant. Where days are close together only some
 * have a marker, always the newest and those that stand alone.
 */
function drawMarkers(surface: Surface, line: SceneLine, scene: Scene, theme: Theme): void {
  const { context, left, right, top, bottom, xOf, yOf } = surface;
  const { points } = line;
  const newest = points.findLastIndex((point) => point !== null);
  const every = Math.ceil((markerSpacingPx * points.length) / (right - left));
  const looks = {
    pointStyle: identityOf(line.place).marker,
    radius: markerRadiusPx,
    borderWidth: 1.5,
    rotation: 0,
  };
  context.save();
  context.strokeStyle = colourOf(line, theme);
  context.lineWidth = looks.borderWidth;
  for (const [day, point] of points.entries()) {
    const isAlone = !points[day - 1] && !points[day + 1];
    if (!point || !(isAlone || (newest - day) % every === 0)) continue;
    const y = yOf(point.change);
    if (y < top || y > bottom) continue;
    context.fillStyle = point.significant ? colourOf(line, theme) : theme.background;
    drawMarker(context, looks, xOf(day), y);
    // An open end: the line is known to stop here, not to be news.
    if (scene.isStale && day === newest) {
      drawMarker(
        context,
        { ...looks, radius: markerRadiusPx * 2, pointStyle: 'circle' },
        xOf(day),
        y,
        'hollow',
      );
    }
  }
  context.restore();
  drawClips(surface, points, colourOf(line, theme), every);
}

/** chart.js would measure and lay out the names of its axes again and again: they are drawn here. */
function optionsOf(scene: Scene): Options<'line'> {
  const { min, max } = scene.axis;
  const bare = {
    type: 'linear',
    display: false,
    afterBuildTicks: (axis: { ticks: unknown[] }) => (axis.ticks = []),
  } as const;
  // Half a day of room on both sides.
  return { scales: { x: { ...bare, min: -0.5, max: scene.labels.length - 0.5 }, y: { ...bare, min, max } } };
}

/** The canvas keeps its size. */
function pictureOptions(pixelRatio: number): Options<'line'> {
  return { responsive: false, devicePixelRatio: pixelRatio };
}

function endLabelRoom(context: CanvasRenderingContext2D, scene: Scene, theme: Theme): number {
  context.font = `${theme.fontSizePx}px ${theme.fontFamily}`;
  const widths = scene.lines.map(({ variantKey }) => context.measureText(fitting(context, variantKey)).width);
  return Math.ceil(Math.max(0, ...widths)) + 10;
}

function endLabels(context: CanvasRenderingContext2D, scene: Scene, theme: Theme) {
  context.font = `${theme.fontSizePx}px ${theme.fontFamily}`;
  return scene.lines.flatMap((line) => {
    const newest = line.points.findLast((point) => point !== null);
    if (!newest) return [];
    return { text: fitting(context, line.variantKey), colour: colourOf(line, theme), value: newest.change };
  });
}

/** The text, cut with an ellipsis where it is longer than the room beside the chart. */
function fitting(context: CanvasRenderingContext2D, text: string): string {
  const characters = Array.from(displayText(text)).slice(0, 60);
  const whole = characters.join('');
  if (whole.length === displayText(text).length && context.measureText(whole).width <= endLabelRoomPx)
    return whole;
  let cut = characters.length;
  while (cut > 1 && context.measureText(`${characters.slice(0, cut).join('')}…`).width > endLabelRoomPx)
    cut -= 1;
  return `${characters.slice(0, cut).join('')}…`;
}
