import { window } from 'vscode';
import { PostHogError } from '../../core/api/errors';
import { changedFields, editFields, type Edits, editProblem } from '../../core/experiment/editFields';
import { describeConflict, editQuestion } from '../../core/experiment/editQuestion';
import { inertText } from '../../core/experiment/inertText';
import { editObstacle } from '../../core/experiment/lifecycle';
import type { ExperimentDetail } from '../../core/model/experiment';
import type { Session } from '../../core/session';
import { editExperiment as save } from '../../core/useCase/editExperiment';
import { readExperiment } from '../../core/useCase/readExperiment';
import { argumentFields } from './argumentFields';
import { askEdits } from './askEdits';
import type { CommandContext, CommandHandler } from './commandContext';
import { openSession } from './openSession';
import { pickToChange } from './pickExperiment';
import { problemOf } from './problemOf';
import { Refusal } from './refusal';
import { withProgress } from './withProgress';

/**
 * Changes name, description, start and end. With `{ id, name?, description?, start?, end? }`, lines as a person would
 * type them, it asks for nothing but the confirmation. Resolves to `{ id }`, to undefined when it was cancelled, or to
 * `{ refused }`.
 */
export const editExperiment: CommandHandler = async (context, argument) => {
  const session = await openSession(context.sessions);
  const experiment = session && (await pickToChange(session, argument, 'Edit Experiment', editObstacle));
  if (!experiment) return undefined;
  const given = editsOf(argument);
  if (!given) return editUntilSaved(context, session, experiment);
  const outcome = await saveEdits(context, session, { before: experiment, edits: given });
  if (outcome.kind === 'problem') throw new Refusal(`Nothing was saved. ${outcome.problem}`);
  return outcome.kind === 'saved' ? { id: experiment.id } : undefined;
};

/** What was entered stays through refusals, conflicts and second thoughts, until it is saved or the user leaves. */
async function editUntilSaved(
  context: CommandContext,
  session: Session,
  experiment: ExperimentDetail,
): Promise<{ readonly id: number } | undefined> {
  let before = experiment;
  let edits: Edits | undefined = {};
  for (;;) {
    edits = await askEdits(before, edits, session.now());
    if (!edits) return undefined;
    const outcome: Outcome = await saveEdits(context, session, { before, edits }).catch(problemOf);
    if (outcome.kind === 'saved') return { id: experiment.id };
    if (outcome.kind === 'declined') continue;
    const keep = 'Keep Editing';
    if ((await window.showErrorMessage(outcome.problem, keep)) !== keep) return undefined;
    before = outcome.now ?? before;
  }
}

type Outcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'declined' }
  /** `now`: the experiment as it is by now, when somebody else changed it. */
  | { readonly kind: 'problem'; readonly problem: string; readonly now?: ExperimentDetail };

/** Reads the experiment once more before it asks: what was entered may be minutes old. */
async function saveEdits(
  { confirm, logger }: CommandContext,
  session: Session,
  { before, edits }: { readonly before: ExperimentDetail; readonly edits: Edits },
): Promise<Outcome> {
  const { id } = before;
  const now = await withProgress('Reading the experiment…', () => readExperiment(session, id));
  const problem =
    editObstacle(now) ??
    untouchable(now, edits) ??
    describeConflict(before, now, edits) ??
    editProblem(now, edits);
  if (problem !== undefined) return { kind: 'problem', problem, now };
  if (changedFields(now, edits).length === 0) {
    return { kind: 'problem', problem: 'PostHog has these values already.', now };
  }
  const { projectName } = session.store.state;
  if (!(await confirm(editQuestion(now, edits, { projectName, nowMs: session.now() })))) {
    return { kind: 'declined' };
  }
  try {
    const { name } = await withProgress('Saving…', () => save(session, now, edits));
    logger.info(`Edited experiment ${id}`);
    window.setStatusBarMessage(`Saved “${inertText(name)}”`, 3_000);
    return { kind: 'saved' };
  } catch (error) {
    if (!isStale(error)) throw error;
    const newest = await readExperiment(session, id);
    const others = 'Meanwhile somebody changed other parts of the experiment. Save again to keep both.';
    return { kind: 'problem', problem: describeConflict(now, newest, edits) ?? others, now: newest };
  }
}

/** An edit of a field that the experiment does not have, or no longer: a draft has no dates. */
function untouchable(experiment: ExperimentDetail, edits: Edits): string | undefined {
  const fields = editFields(experiment);
  const odd = (['start', 'end'] as const).find(
    (field) => edits[field] !== undefined && !fields.includes(field),
  );
  if (odd === undefined) return undefined;
  return experiment.startMs === undefined
    ? 'A draft has no dates. Launch it in PostHog.'
    : `PostHog does not let the ${odd} of this experiment be changed, because it uses legacy metrics.`;
}

function isStale(error: unknown): boolean {
  return (
    error instanceof PostHogError &&
    error.kind === 'conflict' &&
    error.details.conflict?.reason !== 'approval'
  );
}

function editsOf(argument: unknown): Edits | undefined {
  const { name, description, start, end } = argumentFields(argument);
  const given = Object.entries({ name, description, start, end }).filter(
    ([, text]) => typeof text === 'string',
  );
  return given.length === 0 ? undefined : Object.fromEntries(given);
}
