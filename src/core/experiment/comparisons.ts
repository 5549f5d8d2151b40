import type { LatestResults } from '../model/latestResults';

/** How many times a variant is compared with the baseline, over all metrics. */
export function countComparisons({ outcomes }: LatestResults): number {
  return outcomes.reduce((sum, { result }) => sum + (result?.variants.length ?? 0), 0);
}

/**
 * `12 comparisons, none corrected`; empty for one. PostHog compares each variant with the baseline by itself, on each
 * metric: many looks, many chances to be wrong.
 */
export function comparisonsText(results: LatestResults): string {
  const comparisons = countComparisons(results);
  return comparisons > 1 ? `${comparisons} comparisons, none corrected` : '';
}
