/** What a person agrees to before an experiment is archived or brought back. */
import type { Question } from '../dialog/question';
import type { Experiment } from '../model/experiment';
import { findAttention } from './attention';
import { inertText } from './inertText';

export function archiveQuestion(experiment: Experiment, projectName: string): Question {
  return {
    message: `Archive “${inertText(experiment.name)}”?`,
    detail:
      `It leaves the list of experiments for everyone in ${inertText(projectName)}. ` +
      `${flagSentence(experiment)} You can unarchive it at any time.`,
    action: 'Archive',
  };
}

export function unarchiveQuestion(experiment: Experiment, projectName: string): Question {
  return {
    message: `Unarchive “${inertText(experiment.name)}”?`,
    detail: `It returns to the list of experiments for everyone in ${inertText(projectName)}.`,
    action: 'Unarchive',
  };
}

/** Servers since mid 2026 archive a flag that is off along with its experiment; one that is on they leave alone. */
function flagSentence(experiment: Experiment): string {
  const { flag, flagKey } = experiment;
  const key = inertText(flagKey);
  if (flag && !flag.deleted && !flag.active) {
    return `Its feature flag ${key} is off, and newer PostHog versions archive such a flag too.`;
  }
  return findAttention(experiment) === 'flagLiveAfterEnd'
    ? `Its feature flag ${key} still splits traffic and stays as it is.`
    : `Its feature flag ${key} stays as it is.`;
}
