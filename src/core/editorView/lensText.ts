import { cutText } from '../../shared/cutText';
import type { KnownExperiment } from '../experiment/concern';
import { countAll, findCounted } from '../experiment/counted';
import { findProgress, progressText } from '../experiment/earlyRead';
import { findProblem } from '../experiment/health';
import { findHeadline } from '../experiment/headline';
import { inertText } from '../experiment/inertText';
import { fitParts } from '../experiment/rowText';
import { statusIcon } from '../experiment/statusIcon';
import { conclusionWord, statusWithAge } from '../experiment/wording';
import { findShipped } from './winner';

const maxLength = 80;
/** VS Code lays icon and text out side by side, and then drops a plain space between them. */
const gap = '\u00a0';

export interface LensOptions {
  /** How many more experiments use the flag. */
  readonly others: number;
  /** Whether what was measured is to be told, too. */
  readonly hasResult: boolean;
}

/** One line above a flag call, at most 80 characters with its icon, written `$(…)`. Server text is made inert. */
export function lensText(known: KnownExperiment, { others, hasResult }: LensOptions, nowMs: number): string {
  const more = others === 0 ? '' : ` · +${others} more`;
  const problem = findProblem(known, nowMs);
  const icon = `$(${statusIcon(known.experiment, problem !== undefined)})`;
  const room = maxLength - `${icon}${gap}${more}`.length;
  const parts = problem
    ? [statusWithAge(known.experiment, nowMs), problem.words, advice[problem.code]]
    : describe(known, hasResult, nowMs);
  // What is made inert grows: it is cut after that, and what was cut off fits whole or not at all before.
  return `${icon}${gap}${cutText(inertText(fitParts(parts, room)), room)}${more}`;
}

/** What to do about a finding, by its code, where the code below the lens is the place to do it. */
const advice: Readonly<Record<string, string>> = {
  zero_exposures: 'check this call',
  exposures_stopped: 'check this call',
};

function describe(
  known: KnownExperiment,
  hasResult: boolean,
  nowMs: number,
): readonly (string | undefined)[] {
  const { experiment } = known;
  const status = statusWithAge(experiment, nowMs);
  if (experiment.archived) return ['Archived experiment: this flag check can likely go'];
  switch (experiment.status) {
    case 'draft':
      return [`Draft experiment · ${experiment.variants.map(({ key }) => key).join(', ')}`];
    case 'stopped': {
      const shipped = findShipped(experiment);
      return [
        status,
        conclusionWord(experiment.conclusion),
        shipped && `${shipped} shipped`,
        // While nothing is decided the code may still be needed.
        experiment.conclusion && 'this flag check can go',
      ];
    }
    case 'paused':
      return [status, 'flag off'];
    case 'running':
    case 'exposure_frozen':
    case 'other': {
      const counted = findCounted(known);
      if (counted && countAll(counted.totals) === 0) return [status, 'no exposures yet'];
      const headline = hasResult ? findHeadline(known, nowMs) : undefined;
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
