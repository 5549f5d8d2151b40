import type { Variant } from '../model/featureFlag';

/** PostHog warns above this share of users who saw several variants. */
const warnAbovePercent = 0.1;

/** What becomes of users who saw several variants: they are left out of all, or counted by the first one they saw. */
export type MultipleHandling = 'exclude' | 'first_seen';

/** What an experiment's exposure criteria say; leaving them out is PostHog's default. */
export function multipleHandling(criteria: Readonly<Record<string, unknown>> | undefined): MultipleHandling {
  return criteria?.['multiple_variant_handling'] === 'first_seen' ? 'first_seen' : 'exclude';
}

/**
 * How many percent of those counted are left out because they saw several variants, where that may bias the results
 * (PostHog's `bias_risk_multiple_excluded`): an uneven split loses more of its smaller variants.
 */
export function findBiasRisk(
  variants: readonly Pick<Variant, 'rolloutPercent'>[],
  handling: MultipleHandling,
  { counted, several }: { readonly counted: number; readonly several: number },
): number | undefined {
  if (handling !== 'exclude' || isEvenSplit(variants)) return undefined;
  const percent = severalPercent(counted, several);
  return percent > warnAbovePercent ? percent : undefined;
}

/** Of all who saw any variant, in percent; 0 when there is nobody. */
export function severalPercent(counted: number, several: number): number {
  return several > 0 ? (100 * several) / (counted + several) : 0;
}

/** PostHog's own even split: what does not divide goes to the first variants, 34/33/33. */
export function evenSplit(count: number): readonly number[] {
  const share = Math.floor(100 / count);
  return Array.from({ length: count }, (_, place) => share + (place < 100 - share * count ? 1 : 0));
}

function isEvenSplit(variants: readonly Pick<Variant, 'rolloutPercent'>[]): boolean {
  const even = evenSplit(variants.length);
  return variants.every(({ rolloutPercent }, place) => rolloutPercent === even[place]);
}
