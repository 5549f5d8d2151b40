import { createQuestion } from '../../core/experiment/draftQuestion';
import { nameObstacle } from '../../core/experiment/experimentName';
import { inertText } from '../../core/experiment/inertText';
import { variantsObstacle } from '../../core/experiment/variants';
import type { NewVariant } from '../../core/model/featureFlag';
import type { Session } from '../../core/session';
import { createExperiment as create } from '../../core/useCase/writeExperiment';
import { argumentFields } from './argumentFields';
import type { CommandHandler } from './commandContext';
import { createWalk, type GivenFlag, type WantedExperiment, wantedFrom } from './createSteps';
import { askForDraft, type DraftPlan, makeGivenDraft } from './newDraft';
import { openSession } from './openSession';

/**
 * Makes a draft experiment. With `{ name, flagKey, variants? }` it asks for nothing but the confirmation, with
 * `{ existingFlagKey }` for the name alone: the flag keeps its variants. With `{ flagKey }` it asks for all but the key.
 * Resolves to `{ id }`, to undefined when it was cancelled, or to `{ refused }`.
 */
export const createExperiment: CommandHandler = async (context, argument) => {
  const session = await openSession(context.sessions);
  if (!session) return undefined;
  const wanted = wantedOf(argument);
  if (wanted) return makeGivenDraft(context, session, planOf(session, wanted));
  const given = givenFlagOf(argument);
  return askForDraft(context, session, {
    title: given ? `Create Experiment on ${inertText(given.key)}` : 'Create Experiment',
    walk: createWalk(session, given),
    planOf: (answers) => planOf(session, wantedFrom(answers, given)),
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
  const { name, variants } = argumentFields(argument);
  const given = givenFlagOf(argument);
  if (typeof name !== 'string' || !given) return undefined;
  return {
    name,
    flagKey: given.key,
    variants: Array.isArray(variants) ? variants.map(variantOf) : undefined,
    onExistingFlag: given.exists,
  };
}

/** The flag that the experiment is to be made on, in what the command was called with. */
function givenFlagOf(argument: unknown): GivenFlag | undefined {
  const { flagKey, existingFlagKey } = argumentFields(argument);
  if (typeof flagKey === 'string') return { key: flagKey, exists: false };
  return typeof existingFlagKey === 'string' ? { key: existingFlagKey, exists: true } : undefined;
}

/** Takes `{ key, rolloutPercent }`; what is odd becomes a variant that the checks refuse with a sentence. */
function variantOf(value: unknown): NewVariant {
  const { key, rolloutPercent } = argumentFields(value);
  return {
    key: typeof key === 'string' ? key : '',
    rolloutPercent: typeof rolloutPercent === 'number' ? rolloutPercent : Number.NaN,
  };
}
