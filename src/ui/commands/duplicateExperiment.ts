import { StepWalk } from '../../core/dialog/stepWalk';
import { duplicateQuestion } from '../../core/experiment/draftQuestion';
import { maxNameLength, nameObstacle } from '../../core/experiment/experimentName';
import { flagKeyObstacle, nextFree } from '../../core/experiment/flagKey';
import { duplicateObstacle } from '../../core/experiment/lifecycle';
import type { Experiment } from '../../core/model/experiment';
import type { Session } from '../../core/session';
import { duplicateExperiment as duplicate } from '../../core/useCase/writeExperiment';
import { cutText } from '../../shared/cutText';
import { argumentFields } from './argumentFields';
import type { AskedStep } from './askSteps';
import type { CommandHandler } from './commandContext';
import { askForDraft, type DraftPlan, makeGivenDraft, takenFlagKeys } from './newDraft';
import { openSession } from './openSession';
import { pickToChange } from './pickExperiment';

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
    session && (await pickToChange(session, argument, 'Duplicate Experiment', duplicateObstacle));
  if (!experiment) return undefined;
  const given = copyOf(argument);
  return given
    ? makeGivenDraft(context, session, planOf(session, experiment, given))
    : askForDraft(context, session, {
        title: 'Duplicate Experiment',
        walk: new StepWalk<Name, AskedStep<Name>>(stepsFor(session, experiment)),
        planOf: ({ name = '', key = '' }) => planOf(session, experiment, { name, flagKey: key }),
      });
};

function planOf(session: Session, experiment: Experiment, copy: Copy): DraftPlan {
  const { name, flagKey } = copy;
  return {
    flagKey,
    onExistingFlag: false,
    problem: name === undefined ? undefined : nameObstacle(name),
    title: 'Duplicating the experiment…',
    question: (found) => duplicateQuestion(experiment, flagKey, found, session.store.state.projectName),
    send: () =>
      duplicate(session, experiment.id, { flagKey, ...(name !== undefined && { name: name.trim() }) }),
  };
}

type Name = 'name' | 'key';

function stepsFor(session: Session, experiment: Experiment): readonly AskedStep<Name>[] {
  const ending = ' (copy)';
  return [
    {
      name: 'name',
      prompt: () => 'Name of the copy',
      propose: () => cutText(experiment.name, maxNameLength - ending.length) + ending,
      problem: nameObstacle,
    },
    {
      name: 'key',
      prompt: () => 'Key of the feature flag for the copy. Sharing one would let each disturb the other.',
      propose: () => nextFree(experiment.flagKey, takenFlagKeys(session)),
      problem: (key) => flagKeyObstacle(key, takenFlagKeys(session)),
    },
  ];
}

function copyOf(argument: unknown): Copy | undefined {
  const { flagKey, name } = argumentFields(argument);
  if (typeof flagKey !== 'string') return undefined;
  return { flagKey, ...(typeof name === 'string' && { name }) };
}
