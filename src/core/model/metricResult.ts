/** What one metric shows, from the start of the experiment up to some moment. */
export interface MetricResult {
  readonly baseline: VariantSample;
  /** Every other variant, in the server's order. */
  readonly variants: readonly VariantResult[];
  /** The same for each value of what the metric is broken down by; absent without a breakdown. */
  readonly breakdowns?: readonly MetricBreakdown[] | undefined;
}

export interface MetricBreakdown {
  /** One for each property it is broken down by. Untrusted text. */
  readonly values: readonly string[];
  readonly baseline: VariantSample;
  readonly variants: readonly VariantResult[];
}

/** Sums over the users of one variant. Numbers that the metric's type does not have are undefined. */
export interface VariantSample {
  readonly key: string;
  /** Exposed users (or groups) counted for this metric. */
  readonly samples: number;
  readonly sum: number;
  readonly sumSquares: number | undefined;
  /** Ratio and retention: the second value per user. */
  readonly denominatorSum: number | undefined;
  readonly denominatorSumSquares: number | undefined;
  readonly numeratorDenominatorSumProduct: number | undefined;
  /** Funnels: who reached each step, exposure not among them; empty where the server does not tell. */
  readonly stepCounts: readonly number[];
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
