/** What a person agrees to before changes of an experiment are saved, and what stands against them. */
import { cutText } from '../../shared/cutText';
import type { Question } from '../dialog/question';
import type { Experiment } from '../model/experiment';
import {
  changedFields,
  editedDates,
  type EditField,
  editFields,
  type Edits,
  fieldText,
  runsAgain,
} from './editFields';
import { inertText } from './inertText';
import { conclusionWord } from './wording';

export const fieldLabels: Readonly<Record<EditField, string>> = {
  name: 'Name',
  description: 'Description',
  start: 'Start',
  end: 'End',
};

const maxShown = 120;

export function editQuestion(
  experiment: Experiment,
  edits: Edits,
  { projectName, nowMs }: { readonly projectName: string; readonly nowMs: number },
): Question {
  const changed = changedFields(experiment, edits);
  const lines = changed.map((field) => {
    const before = shown(fieldText(experiment, field));
    return `${fieldLabels[field]}: ${before} → ${shown(edits[field] ?? '')}`;
  });
  const everyone = `Everyone in ${inertText(projectName)} sees this.`;
  return {
    message: `Save ${changesText(changed.length)} to “${inertText(experiment.name)}”?`,
    detail: [...lines, ...editWarnings(experiment, edits, nowMs), everyone].join('\n'),
    action: 'Save',
  };
}

/** `1 change`, `2 changes` */
export function changesText(count: number): string {
  return count === 1 ? '1 change' : `${count} changes`;
}

/** What the changes do beyond what they say. PostHog takes any date and says nothing of this. */
export function editWarnings(experiment: Experiment, edits: Edits, nowMs: number): readonly string[] {
  const { startMs, endMs } = editedDates(experiment, edits);
  const warnings: string[] = [];
  if (startMs !== undefined && experiment.startMs !== undefined && startMs !== experiment.startMs) {
    warnings.push('The daily results begin anew: PostHog keeps them for one start.');
    if (startMs > nowMs) warnings.push('The start lies ahead: nothing is counted until then.');
    else if (startMs < experiment.startMs)
      warnings.push('What happened from the new start on counts too, also before the launch.');
    else warnings.push('What happened before the new start no longer counts.');
  }
  if (runsAgain(experiment, edits)) {
    const conclusion =
      experiment.conclusion === undefined || experiment.isLegacy
        ? ''
        : `, and its conclusion “${inertText(conclusionWord(experiment.conclusion))}” is removed`;
    warnings.push(`The experiment runs again${conclusion}.`);
  }
  if (endMs !== undefined && endMs !== experiment.endMs) {
    if (experiment.endMs === undefined) {
      warnings.push(
        `This ends the experiment. Its feature flag ${inertText(experiment.flagKey)} stays as it is.`,
      );
    }
    warnings.push(
      endMs > nowMs
        ? 'The end lies ahead, yet PostHog calls the experiment ended from now on.'
        : 'What happened after the end no longer counts.',
    );
  }
  return warnings;
}

/**
 * The edited fields that somebody else changed since they were read, to something else than was entered here; undefined
 * when there are none.
 */
export function describeConflict(before: Experiment, now: Experiment, edits: Edits): string | undefined {
  const fields = editFields(now).filter((field) => {
    const text = fieldText(now, field);
    return edits[field] !== undefined && text !== fieldText(before, field) && text !== edits[field].trim();
  });
  if (fields.length === 0) return undefined;
  const changes = fields.map((field) => `${fieldLabels[field]} to ${shown(fieldText(now, field))}`);
  return `Meanwhile somebody changed: ${changes.join('; ')}. What you entered is kept.`;
}

function shown(text: string): string {
  return text.trim() === '' ? 'none' : `“${cutText(inertText(text.trim()), maxShown)}”`;
}
