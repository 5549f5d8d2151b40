import type { Metric } from './metric';

/** Names of events, the beginning of a longer list. */
export interface EventNames {
  readonly names: readonly string[];
  /** How many match in all. */
  readonly count: number;
}

/** A metric that several experiments can share. */
export interface SavedMetric {
  readonly id: number;
  readonly description: string | undefined;
  readonly metric: Metric;
}

/** People kept out of experiments, to measure what all of them did together. */
export interface Holdout {
  readonly id: number;
  readonly name: string;
  readonly description: string | undefined;
  /** Share of people left out, in percent. */
  readonly excludedPercent: number | undefined;
}
