import { createQuestion } from '../../core/experiment/draftQuestion';
import { nameObstacle } from '../../core/experiment/experimentName';
import { inertText } from '../../core/experiment/inertText';
import { variantsObstacle } from '../../core/experiment/variants';
import type { NewVariant } from '../../core/model/featureFlag';
import type { Session } from '../../core/session';
import { createExperiment as create } from '../../core/useCase/writeExperiment';
import { argumentFields } from './argumentFields';
import type { CommandHandler } from './commandContext';
import { createWalk, type WantedExperiment, wantedFrom } from './createSteps';
import { askForDraft, type DraftPlan, makeGivenDraft } from './newDraft';
import { openSession } from './openSession';

/**
 * Makes a draft experiment. With `{ name, flagKey, variants? }` it asks for nothing but the confirmation, with
 * `{ existingFlagKey }` for the name alone: the flag keeps its variants.
 * Resolves to `{ id }`, to undefined when it was cancelled, or to `{ refused }`.
 */
export const createExperiment: CommandHandler = async (context, argument) => {
  const session = await openSession(context.sessions);
  if (!session) return undefined;
  const given = wantedOf(argument);
  if (given) return makeGivenDraft(context, session, planOf(session, given));
  const flagKey = existingFlagKeyOf(argument);
  return askForDraft(context, session, {
    title: flagKey === undefined ? 'Create Experiment' : `Create Experiment on ${inertText(flagKey)}`,
    walk: createWalk(session, flagKey),
    planOf: (answers) => planOf(session, wantedFrom(answers, flagKey)),
  });
};

function planOf(session: Session, wanted: WantedExperiment): DraftPlan {
  const { name, flagKey, variants, onExistingFlag } = wanted;
  return {
    flagKey,
    onExistingFlag,
    problem: nameObstacle(name) ?? (variants && variantsObstacle(variants)),
    title: 'Creating the experiment…',
    question: (found) => createQuestion(wanted, found, session.store.state.projectName),
    // An existing flag keeps its own, and newer servers refuse a request that says otherwise.
    send: (found) =>
      create(session, {
        name: name.trim(),
        flagKey,
        ...(found.kind !== 'exists' && variants && { variants }),
      }),
  };
}

function wantedOf(argument: unknown): WantedExperiment | undefined {
  const { name, flagKey, variants } = argumentFields(argument);
  const existingKey = existingFlagKeyOf(argument);
  const key = flagKey ?? existingKey;
  if (typeof name !== 'string' || typeof key !== 'string') return undefined;
  return {
    name,
    flagKey: key,
    variants: Array.isArray(variants) ? variants.map(variantOf) : undefined,
    onExistingFlag: flagKey === undefined,
  };
}

/** The flag that the experiment is to be made on, in what the command was called with. */
function existingFlagKeyOf(argument: unknown): string | undefined {
  const { existingFlagKey } = argumentFields(argument);
  return typeof existingFlagKey === 'string' ? existingFlagKey : undefined;
}

/** Takes `{ key, rolloutPercent }`; what is odd becomes a variant that the checks refuse with a sentence. */
function variantOf(value: unknown): NewVariant {
  const { key, rolloutPercent } = argumentFields(value);
  return {
    key: typeof key === 'string' ? key : '',
    rolloutPercent: typeof rolloutPercent === 'number' ? rolloutPercent : Number.NaN,
  };
}
