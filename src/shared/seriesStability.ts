/** How steady a variant's results are: signs and widths over its days. */
import type { PointView } from './panelSeries';

export interface Stability {
  /** Days up to and including the newest result over which the change kept its sign, whatever was between them. */
  readonly unchangedDays: number;
  /** How often it changed before. */
  readonly flips: number;
}

/** Undefined without a result, and where the newest change is zero, which has no sign. */
export function findStability(points: readonly (PointView | null)[]): Stability | undefined {
  const signs = points.flatMap((point, day) =>
    point?.change === undefined || point.change === 0 ? [] : [{ day, isUp: point.change > 0 }],
  );
  const newest = points.findLastIndex((point) => point?.change !== undefined);
  if (signs.at(-1)?.day !== newest || newest < 0) return undefined;
  const turns = signs.filter(({ isUp }, index) => index > 0 && signs[index - 1]?.isUp !== isUp);
  const since = turns.at(-1)?.day ?? signs[0]?.day ?? newest;
  return { unchangedDays: newest - since + 1, flips: turns.length };
}

export interface Widths {
  /** Of the newest interval. */
  readonly now: number;
  /** Of the first one, and its day; undefined where there is only one. */
  readonly first: { readonly width: number; readonly day: number } | undefined;
}

/** How wide the interval is and was. */
export function findWidths(points: readonly (PointView | null)[]): Widths | undefined {
  const widths = points.flatMap((point, day) =>
    point?.low === undefined || point.high === undefined ? [] : [{ width: point.high - point.low, day }],
  );
  const newest = widths.at(-1);
  return newest && { now: newest.width, first: widths.length > 1 ? widths[0] : undefined };
}
