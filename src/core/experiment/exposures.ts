import type { LatestResults } from '../model/latestResults';
import type { MetricResult } from '../model/metricResult';

/**
 * Who was counted, by variant, as far as results tell: the samples of the first metric that has any. Undefined where
 * they are not the exposures: before there are results, and where users count only once their window has passed.
 */
export function findExposures(results: LatestResults): ReadonlyMap<string, number> | undefined {
  if (results.experiment.onlyCountMaturedUsers) return undefined;
  const result = firstResult(results);
  return result && new Map([result.baseline, ...result.variants].map(({ key, samples }) => [key, samples]));
}

/** Users, or groups, in the newest result: all variants together. */
export function countSamples(results: LatestResults): number | undefined {
  const result = firstResult(results);
  return result && [result.baseline, ...result.variants].reduce((total, { samples }) => total + samples, 0);
}

function firstResult({ outcomes }: LatestResults): MetricResult | undefined {
  return outcomes.find(({ result }) => result !== undefined)?.result;
}
