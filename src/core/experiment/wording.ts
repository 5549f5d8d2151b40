/** How an experiment's state reads, the same on every surface. */
import { formatDay, formatDuration } from '../../shared/format';
import type { Conclusion, Experiment } from '../model/experiment';
import type { Attention } from './attention';

export function statusWord(experiment: Experiment): string {
  if (experiment.archived) return 'Archived';
  switch (experiment.status) {
    case 'draft':
      return 'Draft';
    case 'running':
      return 'Running';
    case 'exposure_frozen':
      return 'Exposure frozen';
    case 'paused':
      return 'Paused';
    case 'stopped':
      return 'Ended';
    case 'other':
      return experiment.serverStatus ?? 'Unknown';
  }
}

/**
 * The status with its age: `Running 9 d`, `Ended 12 Nov 2026`, `Draft`, `Archived`. PostHog does not say since when an
 * experiment is paused or frozen: `Paused · launched 9 d ago`.
 */
export function statusWithAge(experiment: Experiment, nowMs: number): string {
  const word = statusWord(experiment);
  // PostHog stores the end of a draft too, where it means nothing yet, and does not say when one was archived.
  if (experiment.status === 'draft' || experiment.archived) return word;
  if (experiment.endMs !== undefined) return `${word} ${formatDay(experiment.endMs)}`;
  // A start lies ahead when this machine's clock is behind the server's.
  if (experiment.startMs === undefined) return word;
  const age = formatDuration(nowMs - experiment.startMs);
  return experiment.status === 'running' ? `${word} ${age}` : `${word} · launched ${age} ago`;
}

/** The time the experiment is about: `since 2 Nov 2026 (20 d)`, `2 Nov 2026 to 22 Nov 2026`. */
export function periodText({ createdMs, startMs, endMs }: Experiment, nowMs: number): string {
  if (startMs === undefined) return createdMs === undefined ? '' : `made on ${formatDay(createdMs)}`;
  if (endMs !== undefined) return `${formatDay(startMs)} to ${formatDay(endMs)}`;
  return `since ${formatDay(startMs)} (${formatDuration(nowMs - startMs)})`;
}

/** `2 variants 50/50` */
export function variantSplit({ variants }: Experiment): string {
  if (variants.length === 0) return 'no variants';
  const shares = variants.map((variant) => variant.rolloutPercent);
  const split = shares.includes(undefined) || shares.length > 5 ? '' : ` ${shares.join('/')}`;
  return `${variants.length} ${variants.length === 1 ? 'variant' : 'variants'}${split}`;
}

export function conclusionWord(conclusion: Conclusion | undefined): string {
  switch (conclusion) {
    case undefined:
      return 'no conclusion recorded';
    case 'stopped_early':
      return 'Stopped early';
    default:
      return conclusion.charAt(0).toUpperCase() + conclusion.slice(1);
  }
}

/** A few words for a row. */
export function attentionWord(attention: Attention): string {
  switch (attention) {
    case 'flagOff':
      return 'flag off';
    case 'flagServesNobody':
      return 'flag serves nobody';
    case 'variantShipped':
      return 'one variant serves all';
    case 'flagLiveBeforeLaunch':
      return 'flag already live';
    case 'flagLiveAfterEnd':
      return 'flag still splits traffic';
    case 'flagMissing':
      return 'flag missing';
  }
}

/** PostHog's code for it; a missing flag is no finding there. */
export function attentionCode(attention: Attention): string {
  switch (attention) {
    case 'flagOff':
    case 'flagServesNobody':
      return 'flag_off_while_running';
    case 'variantShipped':
      return 'variant_shipped_while_running';
    case 'flagLiveBeforeLaunch':
      return 'flag_live_before_launch';
    case 'flagLiveAfterEnd':
      return 'flag_live_after_end';
    case 'flagMissing':
      return 'flag_missing';
  }
}

/** A sentence for a tooltip or a banner. */
export function attentionSentence(attention: Attention): string {
  switch (attention) {
    case 'flagOff':
      return 'The experiment runs but its flag is off: nobody is being exposed.';
    case 'flagServesNobody':
      return 'The experiment runs but every release condition of its flag is at 0%: nobody is being exposed.';
    case 'variantShipped':
      return 'The experiment runs but its flag gives one variant to everyone: there is nothing to compare.';
    case 'flagLiveBeforeLaunch':
      return 'The experiment is a draft but its flag already splits traffic: those exposures will not be counted.';
    case 'flagLiveAfterEnd':
      return 'The experiment has ended but its flag still splits traffic.';
    case 'flagMissing':
      return 'The feature flag of this experiment is missing.';
  }
}

/** `1 experiment`, `2 experiments` */
export function experimentCount(count: number): string {
  return `${count} ${count === 1 ? 'experiment' : 'experiments'}`;
}

/** What the experiment counts. */
export function unitOf(experiment: Experiment): 'users' | 'groups' {
  return experiment.flag?.groupTypeIndex === undefined ? 'users' : 'groups';
}
