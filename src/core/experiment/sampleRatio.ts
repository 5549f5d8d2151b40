import type { Variant } from '../model/featureFlag';
import { chiSquaredTail } from '../statistics/chiSquared';

/** PostHog tests no fewer exposures, */
const minExposures = 100;
/** and calls a split mismatched below this p-value; */
const mismatchBelow = 0.001;
/** under so many in the smallest variant it asks to look again later. */
const lowSampleBelow = 1_000;

/** Where nothing is tested. */
export const splitTestRule =
  'The split is tested from 100 exposures on, of two variants or more that get traffic.';

export interface SampleRatio {
  readonly pValue: number;
  /** Exposures that the shares of the flag would give, by variant. */
  readonly expected: ReadonlyMap<string, number>;
  readonly isMismatch: boolean;
  /** So few are expected somewhere that a mismatch may yet go away (PostHog's `low sample`). */
  readonly isLowSample: boolean;
}

/**
 * Tests whether the exposures follow the shares of the flag (chi-squared, as PostHog's `sample_ratio_mismatch`).
 * Undefined where that cannot be said: under 100 exposures, under two variants that get traffic and are analysed, or a
 * share that is not known. Shares changed while the experiment ran make a mismatch that is none.
 */
export function testSampleRatio(
  variants: readonly Pick<Variant, 'key' | 'rolloutPercent'>[],
  exposures: ReadonlyMap<string, number>,
  excluded: readonly string[] = [],
): SampleRatio | undefined {
  const tested = variants.filter(
    ({ key, rolloutPercent }) => rolloutPercent !== 0 && !excluded.includes(key),
  );
  const shares = tested.map(({ rolloutPercent }) => rolloutPercent ?? Number.NaN);
  const observed = tested.map(({ key }) => exposures.get(key) ?? 0);
  const total = sum(observed);
  // Written so that an unknown share, which makes the sum NaN, ends here too.
  if (tested.length < 2 || total < minExposures || !(sum(shares) > 0)) return undefined;
  const expected = shares.map((share) => (share / sum(shares)) * total);
  const distance = sum(expected.map((count, index) => ((observed[index] ?? 0) - count) ** 2 / count));
  const pValue = chiSquaredTail(distance, tested.length - 1);
  return {
    pValue,
    expected: new Map(tested.map(({ key }, index) => [key, expected[index] ?? 0])),
    isMismatch: pValue < mismatchBelow,
    isLowSample: Math.min(...expected) < lowSampleBelow,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
