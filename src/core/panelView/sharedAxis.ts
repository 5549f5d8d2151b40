import { formatAbsoluteChange, formatChange } from '../../shared/format';
import type { Difference } from '../../shared/panelSeries';
import type { AxisView, VariantRowView } from '../../shared/panelResults';

export type Interval = readonly [low: number, high: number];

/** One huge interval must not flatten all others: beyond so many times the usual reach it is cut off. */
const worthClipping = 4;
/** On each side: more of them do not fit into the column. */
const wantedTicks = 2;

/**
 * An axis on which all intervals can be compared: symmetric, with no difference in the middle. An interval that is far
 * wider than most runs out of it.
 */
export function sharedAxis(intervals: readonly Interval[], difference: Difference): AxisView | undefined {
  const reaches = intervals
    .map(([low, high]) => Math.max(Math.abs(low), Math.abs(high)))
    .filter((reach) => Number.isFinite(reach))
    .toSorted((a, b) => a - b);
  const widest = reaches.at(-1);
  if (widest === undefined) return undefined;
  const usual = reaches[Math.floor((reaches.length - 1) / 2)] ?? widest;
  const reach = usual > 0 && widest > worthClipping * usual ? worthClipping * usual : widest;
  // The outermost tick stands at nine tenths or before.
  const limit = (reach === 0 ? 1 : reach) / 0.9;
  const step = niceStep((0.9 * limit) / wantedTicks);
  const count = Math.floor((0.9 * limit) / step + 1e-9);
  const ticks = Array.from({ length: 2 * count + 1 }, (_, index) => (index - count) * step);
  return { limit, ticks: ticks.map((at) => ({ at, text: tickText(at, step, difference) })) };
}

/** The next larger of 1, 2, 5 × 10ⁿ. */
function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5].find((candidate) => candidate * power >= rough * 0.999) ?? 10;
  return factor * power;
}

function tickText(at: number, step: number, difference: Difference): string {
  const unit = difference === 'absolute' ? 1 : 100;
  const decimals = Math.min(6, Math.max(0, -Math.floor(Math.log10(step * unit) + 1e-9)));
  if (difference === 'relative') return formatChange(at, decimals);
  return difference === 'points'
    ? `${formatAbsoluteChange(100 * at, decimals)} pp`
    : formatAbsoluteChange(at, decimals);
}

/** Of a metric's rows. */
export function intervalsOf({ rows }: { readonly rows: readonly VariantRowView[] }): readonly Interval[] {
  return rows.flatMap(({ low, high }): Interval[] =>
    low === undefined || high === undefined ? [] : [[low, high]],
  );
}
