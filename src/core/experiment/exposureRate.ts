import { formatCount } from '../../shared/format';
import { requiredDays } from '../../shared/sampleSize';
import type { Experiment } from '../model/experiment';
import type { SampleProgress } from './earlyRead';

const dayMs = 24 * 3_600_000;
/** Before, a rate is chance. */
const minDays = 0.1;
/** PostHog tells no days left before a whole day, */
const settledDays = 1;
/** nor below so many users. */
const settledSamples = 100;

/** Users a day, all variants together, from the launch until they were counted. */
export function exposuresPerDay(
  { startMs, endMs }: Pick<Experiment, 'startMs' | 'endMs'>,
  counted: number,
  asOfMs: number,
): number | undefined {
  if (startMs === undefined) return undefined;
  const days = (Math.min(asOfMs, endMs ?? asOfMs) - startMs) / dayMs;
  return days < minDays ? undefined : counted / days;
}

/**
 * Days until the planned sample is reached, at the rate there was so far; 0 when it is. `pending`: too early to say.
 * Undefined where no more come. PostHog's own estimate is as old as the last look at its page, so it is not used.
 */
export function findDaysLeft(
  experiment: Pick<Experiment, 'status' | 'startMs' | 'endMs'>,
  { samples, target }: SampleProgress,
  asOfMs: number,
): number | 'pending' | undefined {
  if (samples >= target) return 0;
  if (experiment.status !== 'running' || experiment.startMs === undefined) return undefined;
  if ((asOfMs - experiment.startMs) / dayMs < settledDays || samples < settledSamples) return 'pending';
  return requiredDays(target - samples, exposuresPerDay(experiment, samples, asOfMs));
}

/** `~9 days left`, `target reached`; empty where there is nothing to say. */
export function daysLeftText(daysLeft: number | 'pending' | undefined): string {
  if (daysLeft === undefined) return '';
  if (daysLeft === 'pending') return 'too early to say how long it takes';
  if (daysLeft === 0) return 'target reached';
  return `~${formatCount(daysLeft)} ${daysLeft === 1 ? 'day' : 'days'} left`;
}
