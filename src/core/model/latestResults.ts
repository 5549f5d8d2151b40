import type { ExperimentDetail } from './experiment';
import type { Metric } from './metric';
import type { MetricResult } from './metricResult';

/** The newest results of an experiment that were read, and what they are results of. */
export interface LatestResults {
  /** The experiment as it was when they were read: another launch or another metric makes them results of the past. */
  readonly experiment: ExperimentDetail;
  /** When PostHog computed them; undefined where it computed none yet. */
  readonly computedMs: number | undefined;
  /** The primary metrics, then the secondary ones, in PostHog's order. */
  readonly outcomes: readonly MetricOutcome[];
}

export interface MetricOutcome {
  readonly metric: Metric;
  readonly role: 'primary' | 'secondary';
  /** Undefined when there is none or it was not read. */
  readonly result: MetricResult | undefined;
  /** Why computing it failed, in the server's words: untrusted text. A result beside it is an older one. */
  readonly error: string | undefined;
  /** Where the result comes from; undefined without one. */
  readonly source: ResultSource | undefined;
  /** When PostHog computed this result. */
  readonly computedMs: number | undefined;
  /** When it was asked for; undefined: not yet. */
  readonly readMs: number | undefined;
  /** Computed by the retired engine, which knew no change against a baseline. */
  readonly isLegacy: boolean;
  /** Why it has no daily results, where these were looked at. */
  readonly noDays: NoDays | undefined;
}

/** The newest computation of all metrics, the last day of a metric's daily results, or a query made for this page. */
export type ResultSource = 'recalculation' | 'daily' | 'query';

/** Not computed yet, or the metric is another one since it was edited, so that its history begins again. */
export type NoDays = 'notComputed' | 'edited';
