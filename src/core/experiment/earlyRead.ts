import type { LatestResults } from '../model/latestResults';
import { countSamples } from './exposures';

const dayMs = 24 * 3_600_000;
/** Without a plan a week: every day of the week was seen once. */
const settledAfterMs = 7 * dayMs;
/** PostHog computes every night; a result this old has missed one. */
const staleAfterMs = 36 * 3_600_000;

/** How far the sample is, of the size that was planned for all variants together. Says nothing of significance. */
export interface SampleProgress {
  readonly samples: number;
  readonly target: number;
}

export function findProgress(results: LatestResults): SampleProgress | undefined {
  const samples = countSamples(results);
  const target = results.experiment.runningTime.recommendedSampleSize;
  return samples === undefined || target === undefined || !(target > 0) ? undefined : { samples, target };
}

/** `50% of sample`; a target that is not reached yet never reads 100%. Empty without a plan. */
export function progressText(progress: SampleProgress | undefined): string {
  if (!progress) return '';
  const { samples, target } = progress;
  return samples >= target ? 'target reached' : `${Math.floor((100 * samples) / target)}% of sample`;
}

/**
 * Whether differences seen now often reverse: below the planned sample, and without a plan in the first week. A
 * sequential test is valid at every look. Where the experiment does not say, it may follow the project's default,
 * which is not known here, so that is no reason to trust an early one.
 */
export function isEarly(results: LatestResults, nowMs: number): boolean {
  const { statistics, startMs, endMs } = results.experiment;
  if (statistics.method === 'frequentist' && statistics.sequential === true) return false;
  const progress = findProgress(results);
  if (progress) return progress.samples < progress.target;
  return startMs !== undefined && (endMs ?? results.computedMs ?? nowMs) - startMs < settledAfterMs;
}

/** Whether the results are older than they should be while the experiment runs. */
export function isStale({ computedMs }: LatestResults, nowMs: number): boolean {
  return computedMs !== undefined && nowMs - computedMs > staleAfterMs;
}
