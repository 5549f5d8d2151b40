import { isIdText } from '../../core/dialog/idText';
import { StepWalk } from '../../core/dialog/stepWalk';
import { restoreQuestion } from '../../core/experiment/deleteQuestion';
import { inertText } from '../../core/experiment/inertText';
import type { Session } from '../../core/session';
import type { DeletedExperiment } from '../../core/store/deletedExperiments';
import { restoreExperiment as bringBack } from '../../core/useCase/deleteExperiment';
import { recallDeleted } from '../../core/useCase/rememberDeleted';
import { formatAgo } from '../../shared/format';
import { type AskedStep, askSteps } from './askSteps';
import type { CommandContext, CommandHandler } from './commandContext';
import { offerToOpen } from './offer';
import { openSession } from './openSession';
import { experimentIdOf } from './pickExperiment';
import { Refusal } from './refusal';
import { withProgress } from './withProgress';

/**
 * Brings a deleted experiment back: the one of `{ id }`, else one that was deleted from here or whose number is known.
 * Resolves to `{ id }`, to undefined when it was cancelled, or to `{ refused }`.
 */
export const restoreExperiment: CommandHandler = async (context, argument) => {
  const session = await openSession(context.sessions);
  if (!session) return undefined;
  const deleted = await recallDeleted(session);
  const id = experimentIdOf(argument) ?? (await pickDeleted(deleted, session.now()));
  if (id === undefined) return undefined;
  const wanted = deleted.find((experiment) => experiment.id === id) ?? { id };
  const agreed = await context.confirm(restoreQuestion(wanted, session.store.state.projectName));
  return agreed ? restoreNow(context, session, id) : undefined;
};

/** Without asking: for who just agreed, or wants back what was deleted a moment ago. */
export async function restoreNow(
  context: CommandContext,
  session: Session,
  id: number,
): Promise<{ readonly id: number }> {
  if (session.signal.aborted)
    throw new Refusal('Another project is open now. Go back to restore the experiment.');
  const experiment = await withProgress('Restoring the experiment…', () => bringBack(session, id));
  context.logger.info(`Restored experiment ${id}`);
  offerToOpen(context, `Restored “${inertText(experiment.name)}”.`, id);
  return { id };
}

type Name = 'deleted' | 'number';

const byNumber = 'number';

async function pickDeleted(
  deleted: readonly DeletedExperiment[],
  nowMs: number,
): Promise<number | undefined> {
  const steps: readonly AskedStep<Name>[] = [
    {
      name: 'deleted',
      placeHolder: 'Which experiment? These were deleted from here.',
      // Where nothing is remembered there is nothing to choose among.
      applies: () => deleted.length > 0,
      propose: () => String(deleted[0]?.id),
      rows: [
        ...deleted.map(({ id, name, deletedMs }) => ({
          label: inertText(name),
          description: String(id),
          detail: `deleted ${formatAgo(nowMs - deletedMs)}`,
          value: String(id),
        })),
        { label: 'Another one…', description: 'whose number you know', value: byNumber },
      ],
    },
    {
      name: 'number',
      applies: ({ deleted: chosen = byNumber }) => chosen === byNumber,
      prompt: () =>
        'Number of the deleted experiment, from its old address: /experiments/311. PostHog lists none that are deleted.',
      placeHolder: '311',
      propose: () => '',
      problem: (text) => (isIdText(text) ? undefined : 'The number of an experiment is a whole number.'),
    },
  ];
  const answers = await askSteps('Restore Deleted Experiment', new StepWalk<Name, AskedStep<Name>>(steps));
  const id = answers?.number ?? answers?.deleted;
  return id === undefined ? undefined : Number(id);
}
