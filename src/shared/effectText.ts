/** The effect of one variant on one day, in words; the same on every surface. */
import { formatAbsoluteChange, formatChange } from './format';
import type { Difference, PointView } from './panelSeries';

export interface EffectText {
  /** `+12.67%`, `+1.52 pp`, or `+1.52` in the metric's own unit; `—` where there is no statistic. */
  readonly change: string;
  /** `[4.50%, 20.85%]`; `—` where there is none. */
  readonly interval: string;
  /** The same in a sentence, where a sign tells more than a bracket: `−4.50% to +20.85%`. */
  readonly range: string;
}

/** Change and interval of one point, with as many decimals as their size deserves. */
export function effectText(point: PointView, difference: Difference): EffectText {
  const { change, low, high } = point;
  const hasInterval = low !== undefined && high !== undefined;
  const scale = Math.max(Math.abs(change ?? 0), Math.abs(low ?? 0), Math.abs(high ?? 0));
  return {
    change: change === undefined ? '—' : signed(change, scale, difference),
    interval: hasInterval ? `[${bound(low, scale, difference)}, ${bound(high, scale, difference)}]` : '—',
    range: hasInterval ? `${signed(low, scale, difference)} to ${signed(high, scale, difference)}` : '—',
  };
}

function signed(value: number, scale: number, difference: Difference): string {
  switch (difference) {
    case 'relative':
      return formatChange(value);
    case 'points':
      return `${formatAbsoluteChange(value * 100)} pp`;
    case 'absolute':
      return formatAbsoluteChange(value, decimalsFor(scale));
  }
}

/** Bounds carry a minus but no plus, as PostHog writes them. */
function bound(value: number, scale: number, difference: Difference): string {
  return signed(value, scale, difference).replace(/^\+/, '');
}

/** A difference of two small averages is small: two decimals would round most of it away. */
function decimalsFor(scale: number): number {
  if (scale >= 1) return 2;
  return scale >= 0.1 ? 3 : 4;
}

/** How wide an interval is: `16.35 points` of percent, or in the metric's own unit. */
export function widthText(width: number, difference: Difference): string {
  if (!Number.isFinite(width)) return '—';
  if (difference !== 'relative') return bound(width, Math.abs(width), difference);
  return `${formatAbsoluteChange(width * 100).replace(/^\+/, '')} points`;
}
