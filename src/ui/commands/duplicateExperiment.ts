import { flagKeyObstacle, nextFree } from '../../core/experiment/flagKey';
import { duplicateObstacle } from '../../core/experiment/lifecycle';
import { inertText } from '../../core/experiment/inertText';
import type { Experiment } from '../../core/model/experiment';
import type { Session } from '../../core/session';
import { duplicateExperiment as duplicate } from '../../core/useCase/writeExperiment';
import { askSteps } from './askSteps';
import type { CommandContext, CommandHandler } from './commandContext';
import { announceDraft, takenFlagKeys, untilAccepted } from './newDraft';
import { openSession } from './openSession';
import { pickExperiment } from './pickExperiment';
import { refuse, type Refused } from './refuse';
import { withProgress } from './withProgress';

interface Copy {
  readonly flagKey: string;
  readonly name?: string;
}

/**
 * Makes a draft like another experiment, on a flag of its own. With `{ id, flagKey, name? }` it asks for nothing but
 * the confirmation. Resolves to `{ id }` of the copy, to undefined when it was cancelled, or to `{ refused }`.
 */
export const duplicateExperiment: CommandHandler = async (context, argument) => {
  const session = await openSession(context.sessions);
  const experiment =
    session && (await pickExperiment(session, argument, 'Duplicate Experiment', duplicateObstacle));
  if (!experiment) return undefined;
  const reason = duplicateObstacle(experiment);
  if (reason !== undefined) return refuse(`“${inertText(experiment.name)}”: ${reason}`);
  const given = copyOf(argument);
  return given
    ? confirmAndDuplicate(context, session, experiment, given)
    : untilAccepted(
        (entered: Copy | undefined) => ask(session, experiment, entered),
        (copy) => confirmAndDuplicate(context, session, experiment, copy),
      );
};

async function confirmAndDuplicate(
  { confirm, logger }: CommandContext,
  session: Session,
  experiment: Experiment,
  copy: Copy,
): Promise<{ readonly id: number } | Refused | undefined> {
  const problem = flagKeyObstacle(copy.flagKey, takenFlagKeys(session));
  if (problem !== undefined) return refuse(`The experiment was not duplicated. ${problem}`);
  const agreed = await confirm({
    message: `Duplicate “${inertText(experiment.name)}”?`,
    detail:
      `Adds to ${session.store.state.projectName} a draft with the same metrics and variants on the feature flag ` +
      `${copy.flagKey}. The original and its flag ${experiment.flagKey} stay as they are.`,
    action: 'Duplicate',
  });
  if (!agreed) return undefined;
  const made = await withProgress('Duplicating the experiment…', () =>
    duplicate(session, experiment.id, copy),
  );
  logger.info(`Duplicated experiment ${experiment.id} as ${made.id}`);
  announceDraft(made);
  return { id: made.id };
}

async function ask(
  session: Session,
  experiment: Experiment,
  entered: Copy | undefined,
): Promise<Copy | undefined> {
  const taken = takenFlagKeys(session);
  const answers = await askSteps('Duplicate Experiment', [
    {
      prompt: 'Name of the copy',
      value: () => entered?.name ?? `${experiment.name.slice(0, 390)} (copy)`,
      problem: (name) =>
        name === '' || name.length > 400 ? 'Give the copy a name of at most 400 characters.' : undefined,
    },
    {
      prompt: 'Key of the feature flag for the copy. Sharing one would let each disturb the other.',
      value: () => entered?.flagKey ?? nextFree(experiment.flagKey, taken),
      problem: (key) => flagKeyObstacle(key, taken),
    },
  ]);
  const [name, flagKey] = answers ?? [];
  return name === undefined || flagKey === undefined ? undefined : { name, flagKey };
}

function copyOf(argument: unknown): Copy | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { flagKey, name } = argument as Partial<Record<keyof Copy, unknown>>;
  if (typeof flagKey !== 'string') return undefined;
  return { flagKey, ...(typeof name === 'string' && { name }) };
}
