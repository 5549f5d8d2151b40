/** What a person may change of an experiment, each field as one line of text. */
import type { ExperimentPatch } from '../api/experimentBodies';
import type { Experiment, ExperimentDetail } from '../model/experiment';
import { nameObstacle } from './experimentName';
import { formatLocalTime, parseLocalTime } from './localTime';

export type EditField = 'name' | 'description' | 'start' | 'end';

/** Lines as they were typed; a field that is not there was not touched. */
export type Edits = { readonly [F in EditField]?: string };

/** PostHog refuses longer ones. */
const maxDescriptionLength = 3_000;

/** What a line break of a description looks like in one line. */
export const lineBreak = ' ⏎ ';

/**
 * The fields that PostHog lets be changed. A draft has no dates: giving it a start would launch it. Experiments with
 * legacy metrics keep their start.
 */
export function editFields(experiment: Experiment): readonly EditField[] {
  if (experiment.startMs === undefined) return ['name', 'description'];
  return experiment.isLegacy ? ['name', 'description', 'end'] : ['name', 'description', 'start', 'end'];
}

/** What stands in the field now. */
export function fieldText(experiment: Experiment, field: EditField): string {
  switch (field) {
    case 'name':
      return experiment.name;
    case 'description':
      return (experiment.description ?? '').replaceAll(/\r?\n/g, lineBreak);
    case 'start':
      return experiment.startMs === undefined ? '' : formatLocalTime(experiment.startMs);
    case 'end':
      return experiment.endMs === undefined ? '' : formatLocalTime(experiment.endMs);
  }
}

/** The fields that the edits change: none that was typed as it stood. */
export function changedFields(experiment: Experiment, edits: Edits): readonly EditField[] {
  return editFields(experiment).filter((field) => {
    const text = edits[field]?.trim();
    return text !== undefined && text !== fieldText(experiment, field).trim();
  });
}

/** Why the line cannot stand in the field, whatever the others say. */
export function fieldProblem(field: EditField, text: string): string | undefined {
  switch (field) {
    case 'name':
      return nameObstacle(text);
    case 'description':
      return descriptionOf(text).length > maxDescriptionLength
        ? `A description has at most ${maxDescriptionLength} characters.`
        : undefined;
    case 'start':
    case 'end':
      if (field === 'end' && text.trim() === '') return undefined;
      return parseLocalTime(text) === undefined
        ? 'Write a day and a time, such as 2026-03-02 09:30.'
        : undefined;
  }
}

/** Why the edits cannot be saved together. PostHog compares the dates only when both are sent, so it is done here. */
export function editProblem(experiment: Experiment, edits: Edits): string | undefined {
  const changed = changedFields(experiment, edits);
  for (const field of changed) {
    const problem = fieldProblem(field, edits[field] ?? '');
    if (problem !== undefined) return problem;
  }
  const { startMs, endMs } = editedDates(experiment, edits);
  const touchesDates = changed.includes('start') || changed.includes('end');
  const isReversed = startMs !== undefined && endMs !== undefined && endMs <= startMs;
  return touchesDates && isReversed ? 'The end must be after the start.' : undefined;
}

/** When the experiment starts and ends once the edits are saved. */
export function editedDates(
  experiment: Experiment,
  edits: Edits,
): { readonly startMs: number | undefined; readonly endMs: number | undefined } {
  const changed = changedFields(experiment, edits);
  const dateOf = (field: 'start' | 'end', before: number | undefined) =>
    changed.includes(field) ? parseLocalTime(edits[field] ?? '') : before;
  return { startMs: dateOf('start', experiment.startMs), endMs: dateOf('end', experiment.endMs) };
}

/** Whether saving takes the end away: the experiment runs again, and what was concluded of it goes too. */
export function runsAgain(experiment: Experiment, edits: Edits): boolean {
  return experiment.endMs !== undefined && editedDates(experiment, edits).endMs === undefined;
}

/**
 * The request for what changed and nothing else. Servers that have a version get it, and what was read of these fields,
 * so that changes of others elsewhere can be merged.
 */
export function patchOf(experiment: ExperimentDetail, edits: Edits): ExperimentPatch {
  const changed = changedFields(experiment, edits);
  const { startMs, endMs } = editedDates(experiment, edits);
  const isoOf = (timeMs: number | undefined) =>
    timeMs === undefined ? null : new Date(timeMs).toISOString();
  const concludes = runsAgain(experiment, edits) && experiment.conclusion !== undefined;
  const clears = concludes && !experiment.isLegacy;
  return {
    ...(changed.includes('name') && { name: (edits.name ?? '').trim() }),
    ...(changed.includes('description') && { description: descriptionOf(edits.description ?? '') }),
    ...(changed.includes('start') && { start_date: isoOf(startMs) }),
    ...(changed.includes('end') && { end_date: isoOf(endMs) }),
    ...(clears && { conclusion: null, conclusion_comment: null }),
    ...(experiment.version !== undefined && {
      version: experiment.version,
      original_experiment: {
        ...(changed.includes('name') && { name: experiment.name }),
        // Whether an empty one is null or empty text is not known here.
        ...(changed.includes('description') &&
          experiment.description !== undefined && { description: experiment.description }),
        ...(changed.includes('start') && { start_date: isoOf(experiment.startMs) }),
        ...(changed.includes('end') && { end_date: isoOf(experiment.endMs) }),
        ...(clears && {
          conclusion: experiment.conclusion,
          conclusion_comment: experiment.conclusionComment ?? null,
        }),
      },
    }),
  };
}

function descriptionOf(text: string): string {
  return text.trim().replaceAll(/ ?⏎ ?/g, '\n');
}
