/** Daily results of one metric. Each day is cumulative: everything from the start up to and including it. */
export interface Timeseries {
  readonly experimentId: number;
  readonly metricUuid: string;
  readonly status: 'pending' | 'partial' | 'completed' | 'failed';
  /** Ascending by day, one entry for every day from start to end or today. */
  readonly days: readonly TimeseriesDay[];
  readonly computedMs: number | undefined;
  readonly recalculation: 'pending' | 'in_progress' | undefined;
}

export interface TimeseriesDay {
  /** `YYYY-MM-DD` in the server's time zone. */
  readonly day: string;
  /** Undefined when nothing was computed for the day. */
  readonly result: MetricResult | undefined;
  readonly error: string | undefined;
}

export interface MetricResult {
  readonly baseline: VariantSample;
  /** Every other variant, in the server's order. */
  readonly variants: readonly VariantResult[];
}

export interface VariantSample {
  readonly key: string;
  /** Exposed users (or groups) counted for this metric. */
  readonly samples: number;
  readonly sum: number;
  readonly denominatorSum: number | undefined;
  readonly validationFailures: readonly string[];
}

export interface VariantResult extends VariantSample {
  readonly method: 'bayesian' | 'frequentist' | undefined;
  /** The server's verdict, never derived here; undefined when it could not be computed. */
  readonly significant: boolean | undefined;
  /** Fractions of change against the baseline, lower then upper bound. */
  readonly interval: readonly [number, number] | undefined;
  /** 0 to 1, not goal-aware. */
  readonly chanceToWin: number | undefined;
  readonly pValue: number | undefined;
}
