/** An interval drawn on its axis. What it shows stands beside it in words: to a screen reader it is nothing. */
import type { AxisView, VariantRowView } from '../../src/shared/panelResults';
import { drawing } from '../dom';

const height = 18;
const middle = height / 2;
const barHeight = 8;

/** Filled: won. Hatched: lost. Outlined: not significant. Arrows mark what goes on beyond the axis. */
export function intervalPlot({ low, high, tone }: VariantRowView, { limit, ticks }: AxisView): SVGElement {
  const plot = drawing('svg', {
    class: 'interval-plot',
    height: String(height),
    'aria-hidden': 'true',
    focusable: 'false',
  });
  for (const { at } of ticks) {
    plot.append(rule(place(at, limit), at === 0 ? 'plot-zero' : 'plot-tick'));
  }
  if (low === undefined || high === undefined) return plot;
  const [from, to] = [clamped(low, limit), clamped(high, limit)];
  plot.append(
    drawing('rect', {
      class: `plot-interval plot-${tone}`,
      x: percent(place(from, limit)),
      width: percent(Math.max(0.5, place(to, limit) - place(from, limit))),
      y: String(middle - barHeight / 2),
      height: String(barHeight),
    }),
  );
  const mid = (low + high) / 2;
  if (Math.abs(mid) <= limit) plot.append(rule(place(mid, limit), 'plot-middle', 3));
  if (low < -limit) plot.append(arrow(0, -1));
  if (high > limit) plot.append(arrow(100, 1));
  return plot;
}

/** The ticks of the axis with their numbers. */
export function axisPlot({ limit, ticks }: AxisView): SVGElement {
  const axis = drawing('svg', {
    class: 'axis-plot',
    height: '30',
    'aria-hidden': 'true',
    focusable: 'false',
  });
  for (const { at, text } of ticks) {
    const label = drawing('text', {
      x: percent(place(at, limit)),
      y: '26',
      class: 'axis-text',
      'text-anchor': 'middle',
    });
    label.textContent = text;
    axis.append(label);
  }
  const none = drawing('text', { x: '50%', y: '11', class: 'axis-text', 'text-anchor': 'middle' });
  none.textContent = 'no difference';
  axis.append(none);
  return axis;
}

/** The pattern of the hatched bars: once on a page. */
export function hatching(): SVGElement {
  const pattern = drawing(
    'pattern',
    {
      id: 'lens-hatch',
      width: '5',
      height: '5',
      patternUnits: 'userSpaceOnUse',
      patternTransform: 'rotate(45)',
    },
    drawing('rect', { class: 'hatch-line', width: '2.5', height: '5' }),
  );
  return drawing(
    'svg',
    { class: 'visually-hidden', width: '0', height: '0', 'aria-hidden': 'true', focusable: 'false' },
    drawing('defs', {}, pattern),
  );
}

function rule(at: number, className: string, inset = 0): SVGElement {
  const x = percent(at);
  return drawing('line', { class: className, x1: x, x2: x, y1: String(inset), y2: String(height - inset) });
}

function arrow(at: number, direction: 1 | -1): SVGElement {
  const tip = drawing('path', {
    class: 'plot-arrow',
    d: `M0 ${middle}l${-7 * direction} -5v10z`,
  });
  return drawing('svg', { x: percent(at), overflow: 'visible', width: '1', height: String(height) }, tip);
}

function place(value: number, limit: number): number {
  return 50 + (50 * value) / limit;
}

function clamped(value: number, limit: number): number {
  return Math.min(limit, Math.max(-limit, value));
}

function percent(value: number): string {
  return `${Number(value.toFixed(3))}%`;
}
