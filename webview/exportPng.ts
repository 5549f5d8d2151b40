/** The chart as a picture of its own, which cannot lose its caveats: they are drawn into it. */
import { displayText } from '../src/shared/displayText';
import type { Scene } from './scene';
import { createSeriesChart } from './seriesChart';
import type { Theme } from './theme';

export interface ChartPicture {
  /** The experiment and the metric: the first line is the title. */
  readonly head: readonly string[];
  /** What must be known to read it: the method and its level, how old it is, early and stale marks. */
  readonly foot: readonly string[];
  readonly scenes: readonly Scene[];
}

const pixelRatio = 2;
const widthPx = 1000;
const marginPx = 24;
const chartHeightPx = 360;
const smallChartHeightPx = 220;
const columns = 3;
const lineHeightPx = 20;
const titleHeightPx = 28;
/** Names may be as long as their author likes. */
const maxLinesPerText = 3;

/** The picture as `data:image/png;base64,…`, in twice the size on screen, on an opaque background. */
export function exportPng({ head, foot, scenes }: ChartPicture, theme: Theme): string {
  const canvas = document.createElement('canvas');
  // Opaque, whatever the theme's background lets through.
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('This window cannot draw.');
  const textFont = `13px ${theme.fontFamily}`;
  const titleFont = `600 18px ${theme.fontFamily}`;
  const roomPx = widthPx - 2 * marginPx;
  const [title = '', ...heads] = head;
  context.font = titleFont;
  const titles = wrap(context, title, roomPx);
  context.font = textFont;
  const above = heads.flatMap((text) => wrap(context, text, roomPx));
  const below = foot.flatMap((text) => wrap(context, text, roomPx));

  const isSingle = scenes.length === 1;
  const size = {
    width: isSingle ? roomPx : Math.floor(roomPx / columns),
    height: isSingle ? chartHeightPx : smallChartHeightPx,
  };
  const rows = isSingle ? 1 : Math.ceil(scenes.length / columns);
  const headHeight = titles.length * titleHeightPx + above.length * lineHeightPx + 12;
  const cellHeight = size.height + (isSingle ? 0 : lineHeightPx + 8);
  const heightPx = 2 * marginPx + headHeight + rows * cellHeight + 12 + below.length * lineHeightPx;
  canvas.width = widthPx * pixelRatio;
  canvas.height = heightPx * pixelRatio;
  context.scale(pixelRatio, pixelRatio);
  context.fillStyle = theme.background;
  context.fillRect(0, 0, widthPx, heightPx);
  context.textBaseline = 'middle';

  let y = marginPx;
  const write = (lines: readonly string[], font: string, colour: string, height: number): void => {
    context.font = font;
    context.fillStyle = colour;
    for (const text of lines) {
      context.fillText(text, marginPx, y + height / 2);
      y += height;
    }
  };
  write(titles, titleFont, theme.foreground, titleHeightPx);
  write(above, textFont, theme.foreground, lineHeightPx);
  y += 12;
  for (const [index, scene] of scenes.entries()) {
    const left = marginPx + (index % columns) * size.width;
    const top = y + Math.floor(index / columns) * cellHeight;
    const nameHeight = isSingle ? 0 : lineHeightPx;
    if (!isSingle) {
      context.font = textFont;
      context.fillStyle = theme.foreground;
      context.fillText(
        wrap(context, scene.lines[0]?.variantKey ?? '', size.width)[0] ?? '',
        left,
        top + nameHeight / 2,
      );
    }
    drawScene(context, scene, theme, { ...size, left, top: top + nameHeight });
  }
  y += rows * cellHeight + 12;
  write(below, textFont, theme.muted, lineHeightPx);
  return canvas.toDataURL('image/png');
}

interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function drawScene(context: CanvasRenderingContext2D, scene: Scene, theme: Theme, place: Place): void {
  const canvas = document.createElement('canvas');
  canvas.width = place.width;
  canvas.height = place.height;
  const chart = createSeriesChart(canvas, pixelRatio);
  try {
    chart.draw(scene, theme);
    context.drawImage(canvas, place.left, place.top, place.width, place.height);
  } finally {
    chart.dispose();
  }
}

/** Broken between words, and within one that is too long; what is too much ends with an ellipsis. */
function wrap(context: CanvasRenderingContext2D, text: string, roomPx: number): readonly string[] {
  const fits = (line: string): boolean => context.measureText(line).width <= roomPx;
  const lines: string[] = [''];
  const put = (piece: string): void => {
    const joined = (lines.at(-1) ?? '') + piece;
    if (fits(joined)) lines[lines.length - 1] = joined;
    else lines.push(piece.trimStart());
  };
  // More than so many characters never fit.
  for (const word of displayText(text).slice(0, 1000).split(/(?= )/)) {
    if (fits(word)) put(word);
    else for (const character of word) put(character);
  }
  if (lines.length <= maxLinesPerText) return lines;
  return [...lines.slice(0, maxLinesPerText - 1), `${(lines[maxLinesPerText - 1] ?? '').slice(0, -1)}…`];
}
