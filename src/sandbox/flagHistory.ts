import { type FlagRow, isFrozen, rolloutPercent } from './flagRow';

/** What a flag did from a moment on. */
export interface FlagPeriod {
  readonly fromMs: number;
  /** Whether anybody new is let in. */
  readonly open: boolean;
  /** Share of visitors who are let in at all. */
  readonly rolloutPercent: number;
  /** Share of each variant in percent, in the flag's order. */
  readonly shares: readonly number[];
}

/** What the flag does now, as a period that begins at a moment. */
export function periodOf(flag: FlagRow, fromMs: number): FlagPeriod {
  return {
    fromMs,
    open: flag.active && !isFrozen(flag) && flag.variants.length > 0,
    rolloutPercent: rolloutPercent(flag),
    shares: flag.variants.map((variant) => variant.rollout_percentage),
  };
}

/**
 * Remembers when a flag changed whom it lets in, so that visitors of the past keep their variants. To be called
 * after every request that may have changed flags, whichever they were.
 */
export function noteFlags(flags: Iterable<FlagRow>, nowMs: number): void {
  for (const flag of flags) {
    const period = periodOf(flag, nowMs);
    const last = flag.history.at(-1);
    if (!last || !isSame(last, period)) flag.history.push(period);
  }
}

function isSame(a: FlagPeriod, b: FlagPeriod): boolean {
  return (
    a.open === b.open &&
    a.rolloutPercent === b.rolloutPercent &&
    a.shares.length === b.shares.length &&
    a.shares.every((share, index) => share === b.shares[index])
  );
}
