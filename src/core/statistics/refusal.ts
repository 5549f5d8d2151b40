/**
 * Why no number can be given:
 * - `invalid-input`: the sums contradict each other, or a level, alpha or tuning parameter is out of range
 * - `mixed-types`: the two samples are of different types
 * - `no-variance`: nobody differs from anybody, so nothing can be said about uncertainty
 * - `baseline-zero`: a relative difference to nothing
 * - `baseline-not-positive`: the Bayesian engine compares relatively to positive averages only
 * - `denominator-zero`: a ratio without denominator events
 * - `too-few-outcomes`: a Bayesian proportion with fewer than five successes or failures in a sample
 * - `too-few-samples`: a t-test with fewer than five users in a sample
 */
export type RefusalReason =
  | 'invalid-input'
  | 'mixed-types'
  | 'no-variance'
  | 'baseline-zero'
  | 'baseline-not-positive'
  | 'denominator-zero'
  | 'too-few-outcomes'
  | 'too-few-samples';

/** The one way the statistics decline to answer. */
export class StatisticsRefusal extends Error {
  override readonly name = 'StatisticsRefusal';

  constructor(readonly reason: RefusalReason) {
    super(`No statistics: ${reason}`);
  }
}

/** @throws StatisticsRefusal with the reason unless the condition holds; a comparison with NaN never does. */
export function refuseUnless(condition: boolean, reason: RefusalReason): asserts condition {
  if (!condition) throw new StatisticsRefusal(reason);
}
