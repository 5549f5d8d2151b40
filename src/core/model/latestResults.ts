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
  /** Why computing it failed, in the server's words: untrusted text. */
  readonly error: string | undefined;
}
