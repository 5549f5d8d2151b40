import type { Exposures } from '../model/exposures';
import type { KnownExperiment } from './concern';
import { findExposures } from './exposures';

const dayMs = 24 * 3_600_000;

/** Who was counted, as far as that is known. */
export interface Counted {
  /** By variant, who saw several left out. */
  readonly totals: ReadonlyMap<string, number>;
  /** When PostHog counted them. */
  readonly asOfMs: number | undefined;
  /** All that PostHog says of exposures; undefined where they are the samples of a result. */
  readonly exposures: Exposures | undefined;
}

/**
 * The exposures where they were read, else the samples of the newest result. PostHog keeps exposures for a day: older
 * ones than that give way to newer results.
 */
export function findCounted({ exposures, results }: KnownExperiment): Counted | undefined {
  const samples = results && findExposures(results);
  const isOutdated =
    samples !== undefined &&
    exposures?.computedMs !== undefined &&
    results?.computedMs !== undefined &&
    results.computedMs - exposures.computedMs > dayMs;
  if (exposures && !isOutdated) {
    return {
      totals: exposures.exposures.totals,
      asOfMs: exposures.computedMs,
      exposures: exposures.exposures,
    };
  }
  return samples && { totals: samples, asOfMs: results?.computedMs, exposures: undefined };
}

/** All variants together. */
export function countAll(totals: ReadonlyMap<string, number>): number {
  return [...totals.values()].reduce((sum, count) => sum + count, 0);
}
