/** What the chart draws along its values: lines on round numbers, and what they are called. */
import { formatAbsoluteChange, formatChange } from '../src/shared/format';
import { tickDecimals } from './axis';
import type { Surface } from './marks';
import type { Scene } from './scene';
import type { Theme } from './theme';

const gapPx = 8;

/** How much room the names take, in pixels. */
export function valueRoom(context: CanvasRenderingContext2D, scene: Scene, theme: Theme): number {
  context.font = fontOf(theme);
  const widths = ticksOf(scene).map((value) => context.measureText(nameOf(value, scene)).width);
  return Math.ceil(Math.max(0, ...widths)) + gapPx;
}

export function drawValues(surface: Surface, scene: Scene, theme: Theme): void {
  const { context, left, right, yOf } = surface;
  context.save();
  context.font = fontOf(theme);
  context.fillStyle = theme.muted;
  context.strokeStyle = theme.grid;
  context.lineWidth = 1;
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  for (const value of ticksOf(scene)) {
    const y = yOf(value);
    context.fillText(nameOf(value, scene), left - gapPx, y);
    context.beginPath();
    context.moveTo(left, y);
    context.lineTo(right, y);
    context.stroke();
  }
  context.restore();
}

/** The axis begins and ends on one. */
function ticksOf({ axis: { min, max, step } }: Scene): readonly number[] {
  return Array.from({ length: Math.round((max - min) / step) + 1 }, (_, index) => min + index * step);
}

function nameOf(value: number, { axis, difference }: Scene): string {
  const decimals = tickDecimals(axis.step, difference === 'absolute' ? 1 : 100);
  if (difference === 'relative') return formatChange(value, decimals);
  return difference === 'points'
    ? `${formatAbsoluteChange(value * 100, decimals)} pp`
    : formatAbsoluteChange(value, decimals);
}

function fontOf(theme: Theme): string {
  return `11px ${theme.fontFamily}`;
}
