import { type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { StepWalk } from '../../core/dialog/stepWalk';
import {
  changedFields,
  type EditField,
  editFields,
  type Edits,
  editProblem,
  fieldProblem,
  fieldText,
  lineBreak,
} from '../../core/experiment/editFields';
import { changesText, editWarnings, fieldLabels } from '../../core/experiment/editQuestion';
import { inertText } from '../../core/experiment/inertText';
import type { Experiment } from '../../core/model/experiment';
import { cutText } from '../../shared/cutText';
import { askSteps, type TextStep } from './askSteps';

type Row = QuickPickItem & { readonly act?: EditField | 'save' };

const maxShown = 100;

/** Lets the person change one field after the other until they want to save. Undefined when they leave. */
export async function askEdits(
  experiment: Experiment,
  edits: Edits,
  nowMs: number,
): Promise<Edits | undefined> {
  for (let current = edits; ;) {
    const picked = await window.showQuickPick(rowsOf(experiment, current, nowMs), {
      title: `Edit “${inertText(experiment.name)}”`,
      placeHolder: 'What do you want to change?',
      ignoreFocusOut: true,
    });
    if (!picked) return undefined;
    if (picked.act === 'save') return current;
    // What cannot be saved yet says why, and the fields are offered again.
    if (picked.act === undefined) continue;
    const text = await askField(experiment, current, picked.act);
    if (text !== undefined) current = { ...current, [picked.act]: text };
  }
}

function rowsOf(experiment: Experiment, edits: Edits, nowMs: number): readonly Row[] {
  const changed = changedFields(experiment, edits);
  const fields = editFields(experiment).map((field): Row => {
    const before = fieldText(experiment, field);
    const text = changed.includes(field) ? (edits[field] ?? '') : before;
    return {
      label: `${changed.includes(field) ? '$(edit) ' : ''}${fieldLabels[field]}`,
      description: cutText(inertText(text), maxShown),
      ...(changed.includes(field) && { detail: `was: ${cutText(inertText(before), maxShown) || 'none'}` }),
      act: field,
    };
  });
  if (changed.length === 0) return fields;
  const problem = editProblem(experiment, edits);
  const save: Row =
    problem === undefined
      ? {
          label: `$(check) Save ${changesText(changed.length)}…`,
          detail: editWarnings(experiment, edits, nowMs).join(' '),
          act: 'save',
        }
      : { label: '$(error) Cannot be saved yet', detail: problem };
  return [save, { label: '', kind: QuickPickItemKind.Separator }, ...fields];
}

/** Undefined when the person goes back to the other fields. */
async function askField(experiment: Experiment, edits: Edits, field: EditField): Promise<string | undefined> {
  const step: TextStep<'text'> = {
    name: 'text',
    prompt: () => promptOf(field, experiment),
    propose: () => edits[field] ?? fieldText(experiment, field),
    problem: (text) => fieldProblem(field, text),
  };
  const walk = new StepWalk<'text', TextStep<'text'>>([step]);
  return (await askSteps(`${fieldLabels[field]} of “${inertText(experiment.name)}”`, walk))?.text;
}

function promptOf(field: EditField, experiment: Experiment): string {
  switch (field) {
    case 'name':
      return 'What does the experiment try?';
    case 'description':
      return `Why it is made, and what you expect. ${lineBreak.trim()} stands for a line break.`;
    case 'start':
      return 'Day and time of the start, in your time zone. What happened before does not count.';
    case 'end':
      return experiment.endMs === undefined
        ? 'Day and time of the end, in your time zone. Giving one ends the experiment.'
        : 'Day and time of the end, in your time zone. Without one the experiment runs again.';
  }
}
