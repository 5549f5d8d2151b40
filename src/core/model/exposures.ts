import type { HealthFinding } from './experiment';

/** Who was given a variant, as PostHog counts it. */
export interface Exposures {
  /** Users (or groups) by variant, from the start on. */
  readonly totals: ReadonlyMap<string, number>;
  /** Users who were given several variants; the results leave them out or count them by their first. */
  readonly several: number;
  readonly series: readonly ExposureSeries[];
  /** How likely the split is if the flag does as its shares say; undefined where PostHog has not tested it. */
  readonly splitPValue: number | undefined;
  /** PostHog's own checks of exposures; undefined where the server makes none. */
  readonly findings: readonly HealthFinding[] | undefined;
}

/** Exposures that were read, and of what. */
export interface ExposureReading {
  readonly exposures: Exposures;
  /** When PostHog counted them: up to a day before they were read. */
  readonly computedMs: number | undefined;
  /** The launch they are counted from: another one makes them exposures of the past. */
  readonly startMs: number | undefined;
}

/** Exposures of one variant, cumulative: each day counts everybody up to and including it. */
export interface ExposureSeries {
  readonly variantKey: string;
  readonly days: readonly { readonly day: string; readonly count: number }[];
}
