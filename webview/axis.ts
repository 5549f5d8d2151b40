/** The value axis of the chart: which part of the numbers it shows, and where its ticks stand. */

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

export interface Axis {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Part of the intervals lies outside, for the sake of the rest. */
  readonly clipped: boolean;
}

const edgeShare = 0.05;
/** Below this gain in resolution it is better to show everything. */
const worthClipping = 1.3;
const wantedSteps = 5;

/**
 * The first days have huge intervals that would flatten all later ones, so the axis spans the 5th to the 95th
 * percentile of the `typical` ones. Zero and `mustShow` (the newest results) are always inside.
 */
export function createAxis(
  bounds: readonly Bounds[],
  mustShow: readonly Bounds[],
  fitAll: boolean,
  typical = bounds,
): Axis {
  const all = span([...bounds, ...mustShow]);
  const lows = typical.map(({ low }) => low).toSorted((a, b) => a - b);
  const highs = typical.map(({ high }) => high).toSorted((a, b) => a - b);
  const robust = span([
    ...mustShow,
    { low: quantile(lows, edgeShare), high: quantile(highs, 1 - edgeShare) },
  ]);
  const gain = (all.high - all.low) / (robust.high - robust.low);
  const clipped = !fitAll && gain > worthClipping;
  const shown = clipped ? robust : all;
  const step = niceStep((shown.high - shown.low) / wantedSteps);
  return {
    min: Math.floor(shown.low / step) * step,
    max: Math.ceil(shown.high / step) * step,
    step,
    clipped,
  };
}

/** From the lowest to the highest bound, zero included; never empty. */
function span(bounds: readonly Bounds[]): Bounds {
  const low = Math.min(0, ...bounds.map((bound) => bound.low));
  const high = Math.max(0, ...bounds.map((bound) => bound.high));
  return low === high ? { low: -1, high: 1 } : { low, high };
}

/** 0 for no values; the nearest rank below, for percentiles of a few dozen values need no interpolation. */
function quantile(ascending: readonly number[], share: number): number {
  return ascending[Math.round((ascending.length - 1) * share)] ?? 0;
}

/** The next larger of 1, 2, 5 × 10ⁿ. */
function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5].find((candidate) => candidate * power >= rough * 0.999) ?? 10;
  return factor * power;
}

/** Decimals that tell two neighbouring ticks apart. @param unit 100 when the labels are percentages */
export function tickDecimals(step: number, unit: number): number {
  return Math.max(0, -Math.floor(Math.log10(step * unit) + 1e-9));
}
