import type { LatestResults } from '../model/latestResults';
import { countSamples } from './exposures';

const dayMs = 24 * 3_600_000;
/** Without a plan a week: every day of the week was seen once. */
export const settledAfterDays = 7;
/** PostHog computes every night; a result this old has missed one. */
export const staleAfterMs = 36 * 3_600_000;

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

/**
 * The share of experiments without any difference in which at least one of so many daily looks would show a
 * significant one at 95 % (simulated, 200,000 runs). The Bayesian engine has two tails of 5 %.
 */
const falseSignals = {
  bayesian: { 1: 10, 7: 30, 14: 38, 28: 46 },
  frequentist: { 1: 5, 7: 17, 14: 22, 28: 28 },
} as const;

/** What repeated looks do to a finding, in a sentence; undefined where there is none, or none too early. */
export function peekingWarning(results: LatestResults, nowMs: number): string | undefined {
  const { statistics, startMs, endMs } = results.experiment;
  if (!isEarly(results, nowMs) || startMs === undefined || statistics.level !== 0.95) return undefined;
  const days = ((endMs ?? nowMs) - startMs) / dayMs;
  const looks = ([28, 14, 7, 1] as const).find((each) => days >= each) ?? 1;
  const percent = falseSignals[statistics.method][looks];
  const often = looks === 1 ? 'one look would' : `${looks} daily looks would`;
  return `If there were no difference, ${often} still show a significant one about ${percent}% of the time.`;
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
  return startMs !== undefined && (endMs ?? results.computedMs ?? nowMs) - startMs < settledAfterDays * dayMs;
}

/** Whether results are older than they should be while the experiment runs; after its end they change no more. */
export function isStale(
  { computedMs, experiment }: Pick<LatestResults, 'computedMs' | 'experiment'>,
  nowMs: number,
): boolean {
  return experiment.endMs === undefined && computedMs !== undefined && nowMs - computedMs > staleAfterMs;
}
