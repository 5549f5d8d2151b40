import { cutText } from '../../shared/cutText';
import type { KnownExperiment } from './concern';
import { findProgress, progressText } from './earlyRead';
import { findProblem } from './health';
import { findHeadline } from './headline';
import { inertText } from './inertText';
import { fitParts } from './rowText';
import { statusIcon } from './statusIcon';
import { conclusionWord, statusWithAge } from './wording';

const maxLength = 80;

/**
 * One line above a flag call, at most 80 characters with its icon, written `$(…)`. Server text is made inert.
 * @param others how many more experiments use the flag
 */
export function lensText(known: KnownExperiment, others: number, nowMs: number): string {
  const more = others === 0 ? '' : ` · +${others} more`;
  const problem = findProblem(known, nowMs);
  const icon = `$(${statusIcon(known.experiment, problem !== undefined)})`;
  const room = maxLength - `${icon} ${more}`.length;
  const parts = problem ? [statusWithAge(known.experiment, nowMs), problem.words] : describe(known, nowMs);
  // What is made inert grows: it is cut after that, and what was cut off fits whole or not at all before.
  return `${icon} ${cutText(inertText(fitParts(parts, room)), room)}${more}`;
}

function describe(known: KnownExperiment, nowMs: number): readonly string[] {
  const { experiment } = known;
  const status = statusWithAge(experiment, nowMs);
  if (experiment.archived) return ['Archived experiment: this flag check can likely go'];
  switch (experiment.status) {
    case 'draft':
      return [`Draft experiment · ${experiment.variants.map(({ key }) => key).join(', ')}`];
    case 'stopped':
      return [`${status} · ${conclusionWord(experiment.conclusion)}`];
    case 'paused':
      return [status, 'flag off'];
    case 'running':
    case 'exposure_frozen':
    case 'other': {
      const headline = findHeadline(known, nowMs);
      if (!headline) return [`${status} · ${experiment.name}`];
      return [
        headline.text,
        headline.more,
        status,
        progressText(known.results && findProgress(known.results)),
      ];
    }
  }
}
