/** What a person agrees to before an experiment is deleted or brought back. */
import type { Question } from '../dialog/question';
import type { Experiment } from '../model/experiment';
import { inertText } from './inertText';
import { statusWord } from './wording';

export function deleteQuestion(experiment: Experiment, projectName: string): Question {
  return {
    message: `Delete “${inertText(experiment.name)}”?`,
    detail:
      `The experiment, its results and its conclusion disappear for everyone in ${inertText(projectName)}. ` +
      `${runningSentence(experiment)}${flagSentence(experiment)} You can restore it while the flag exists.`,
    action: 'Delete',
    isGrave: true,
  };
}

export function restoreQuestion(
  deleted: { readonly id: number; readonly name?: string },
  projectName: string,
): Question {
  const what = deleted.name === undefined ? `experiment ${deleted.id}` : `“${inertText(deleted.name)}”`;
  return {
    message: `Restore ${what}?`,
    detail: `It returns, as it was, to the experiments of ${inertText(projectName)} for everyone. Its flag does not change.`,
    action: 'Restore',
  };
}

function runningSentence(experiment: Experiment): string {
  const isOver = experiment.archived || experiment.status === 'draft' || experiment.status === 'stopped';
  return isOver ? '' : `It has not ended: it is ${statusWord(experiment).toLowerCase()}. `;
}

function flagSentence({ flag, flagKey, variants }: Experiment): string {
  const key = inertText(flagKey);
  if (!flag || flag.deleted) return `Its feature flag ${key} is gone already.`;
  if (!flag.active) return `Its feature flag ${key} stays as it is: off.`;
  const served = flag.servesSomeone ? variants.filter(({ rolloutPercent }) => rolloutPercent !== 0) : [];
  const effect =
    served.length > 1
      ? `people go on getting ${served.map((variant) => inertText(variant.key)).join(' or ')}`
      : served.map((variant) => `everybody it serves goes on getting ${inertText(variant.key)}`).join();
  return `Its feature flag ${key} stays as it is: on${effect === '' ? ', serving nobody' : `, so ${effect}`}.`;
}
