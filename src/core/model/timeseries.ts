import type { MetricResult } from './metricResult';

/** Daily results of one metric. Each day is cumulative: everything from the start up to and including it. */
export interface Timeseries {
  readonly metricUuid: string;
  readonly status: 'pending' | 'partial' | 'completed' | 'failed';
  /** Ascending by day, one entry for every day from start to end or today. */
  readonly days: readonly TimeseriesDay[];
  readonly computedMs: number | undefined;
  readonly recalculation: 'pending' | 'in_progress' | undefined;
}

/** The same with what it was asked for, and what is known of the days before. */
export interface SeriesReading extends Timeseries {
  /** The metric's at the time of asking, read fresh. */
  readonly fingerprint: string;
  /** Days were seen under another fingerprint: an edit of metric or experiment took them away. */
  readonly isRestarted: boolean;
}

export interface TimeseriesDay {
  /** `YYYY-MM-DD` in the server's time zone. */
  readonly day: string;
  /** Undefined when nothing was computed for the day. */
  readonly result: MetricResult | undefined;
  /** Computed by the retired engine, which knew no change against a baseline: there is nothing to draw. */
  readonly isLegacy: boolean;
  readonly error: string | undefined;
}
