/** Users of a variant and the sum of one value per user. */
export interface MeanSample {
  readonly type: 'mean';
  /** Users, those without any event included. */
  readonly n: number;
  readonly sum: number;
  readonly sumSquares: number;
}

/** Users of a variant and how many of them converted. */
export interface ProportionSample {
  readonly type: 'proportion';
  readonly n: number;
  readonly sum: number;
}

/** Users of a variant and the sums of two values per user, one to be divided by the other; also retention. */
export interface RatioSample {
  readonly type: 'ratio';
  readonly n: number;
  readonly sum: number;
  readonly sumSquares: number;
  readonly denominatorSum: number;
  readonly denominatorSumSquares: number;
  readonly numeratorDenominatorSumProduct: number;
}

/** What is known of the users of one variant, in the unit of the metric. */
export type Sample = MeanSample | ProportionSample | RatioSample;
