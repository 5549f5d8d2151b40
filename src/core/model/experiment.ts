import type { FeatureFlag, Variant } from './featureFlag';
import type { Metric } from './metric';

/** What the experiment is doing, as the server says it; `other` for a word this program does not know. */
export type ExperimentStatus = 'draft' | 'running' | 'exposure_frozen' | 'paused' | 'stopped' | 'other';

/** What a person recorded when the experiment ended. Free text is possible on servers newer than this program. */
export type Conclusion = 'won' | 'lost' | 'inconclusive' | 'stopped_early' | 'invalid' | (string & {});

/** An experiment as every list of every server generation can tell it. Times are milliseconds since the epoch. */
export interface Experiment {
  readonly id: number;
  readonly name: string;
  readonly description: string | undefined;
  readonly status: ExperimentStatus;
  /** The server's own word, kept for statuses this program does not know. */
  readonly serverStatus: string | undefined;
  readonly archived: boolean;
  readonly flagKey: string;
  readonly flag: FeatureFlag | undefined;
  readonly variants: readonly Variant[];
  readonly createdMs: number | undefined;
  readonly startMs: number | undefined;
  readonly endMs: number | undefined;
  readonly updatedMs: number | undefined;
  readonly createdBy: string | undefined;
  readonly conclusion: Conclusion | undefined;
  readonly conclusionComment: string | undefined;
  readonly holdoutName: string | undefined;
  /** Uses metrics of the retired engine: PostHog refuses to duplicate, copy or widely edit these. */
  readonly isLegacy: boolean;
  /** False only when the server says that this account may not edit. */
  readonly editable: boolean;
}

/** What only a retrieve tells (lists of newer servers carry no metrics). */
export interface ExperimentDetail extends Experiment {
  /** In the order PostHog shows them. */
  readonly primaryMetrics: readonly Metric[];
  readonly secondaryMetrics: readonly Metric[];
  readonly statistics: StatisticsConfig;
  /** Counts PATCHes on the newest servers; absent on older ones. */
  readonly version: number | undefined;
}

export interface StatisticsConfig {
  readonly method: 'bayesian' | 'frequentist';
  /** Fraction, 0.95 = 95 %. */
  readonly level: number;
  readonly difference: 'relative' | 'absolute';
}
