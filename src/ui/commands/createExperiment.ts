import { type Answers, StepWalk } from '../../core/dialog/stepWalk';
import { createQuestion } from '../../core/experiment/draftQuestion';
import { inertText } from '../../core/experiment/inertText';
import { nameObstacle } from '../../core/experiment/experimentName';
import { flagKeyObstacle, proposeFlagKey } from '../../core/experiment/flagKey';
import { formatVariants, halves, parseVariants, variantsObstacle } from '../../core/experiment/variants';
import type { NewVariant } from '../../core/model/featureFlag';
import type { Session } from '../../core/session';
import { createExperiment as create } from '../../core/useCase/writeExperiment';
import type { AskedStep } from './askSteps';
import type { CommandHandler } from './commandContext';
import { askForDraft, type DraftPlan, makeGivenDraft, takenFlagKeys } from './newDraft';
import { openSession } from './openSession';

interface Wanted {
  readonly name: string;
  readonly flagKey: string;
  readonly variants: readonly NewVariant[];
}

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
  const steps = stepsFor(session).filter(({ name }) => flagKey === undefined || name === 'name');
  return askForDraft(context, session, {
    title: flagKey === undefined ? 'Create Experiment' : `Create Experiment on ${inertText(flagKey)}`,
    walk: new StepWalk<Name, AskedStep<Name>>(steps),
    planOf: (answers) =>
      planOf(
        session,
        flagKey === undefined ? answered(answers) : { name: answers.name ?? '', flagKey, variants: halves },
      ),
  });
};

function planOf(session: Session, wanted: Wanted): DraftPlan {
  const { name, flagKey, variants } = wanted;
  return {
    flagKey,
    problem: nameObstacle(name) ?? variantsObstacle(variants),
    title: 'Creating the experiment…',
    question: (found) => createQuestion(wanted, found, session.store.state.projectName),
    // An existing flag keeps its own, and newer servers refuse a request that says otherwise.
    send: (found) =>
      create(session, { name: name.trim(), flagKey, ...(found.kind !== 'exists' && { variants }) }),
  };
}

type Name = 'name' | 'key' | 'variants';

function stepsFor(session: Session): readonly AskedStep<Name>[] {
  return [
    {
      name: 'name',
      prompt: () => 'What does the experiment try?',
      placeHolder: 'Green checkout button',
      propose: () => '',
      problem: nameObstacle,
    },
    {
      name: 'key',
      prompt: () => 'Key of the feature flag: what the code asks for. It cannot be changed later.',
      propose: ({ name = '' }) => proposeFlagKey(name, takenFlagKeys(session)),
      problem: (key) => flagKeyObstacle(key, takenFlagKeys(session)),
    },
    {
      name: 'variants',
      prompt: () => 'Variants and their shares in percent. The first is the baseline.',
      propose: () => formatVariants(halves),
      problem: (text) => {
        const parsed = parseVariants(text);
        return 'problem' in parsed ? parsed.problem : undefined;
      },
    },
  ];
}

function answered({ name = '', key = '', variants = '' }: Answers<Name>): Wanted {
  const parsed = parseVariants(variants);
  return { name, flagKey: key, variants: 'variants' in parsed ? parsed.variants : [] };
}

function wantedOf(argument: unknown): Wanted | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const {
    name,
    variants,
    flagKey = existingFlagKeyOf(argument),
  } = argument as Partial<Record<keyof Wanted, unknown>>;
  if (typeof name !== 'string' || typeof flagKey !== 'string') return undefined;
  return { name, flagKey, variants: Array.isArray(variants) ? variants.map(variantOf) : halves };
}

/** The flag that the experiment is to be made on, in what the command was called with. */
function existingFlagKeyOf(argument: unknown): string | undefined {
  if (typeof argument !== 'object' || argument === null || !('existingFlagKey' in argument)) return undefined;
  return typeof argument.existingFlagKey === 'string' ? argument.existingFlagKey : undefined;
}

/** Takes `{ key, rolloutPercent }`; what is odd becomes a variant that the checks refuse with a sentence. */
function variantOf(value: unknown): NewVariant {
  const { key, rolloutPercent } = (value ?? {}) as Partial<Record<keyof NewVariant, unknown>>;
  return {
    key: typeof key === 'string' ? key : '',
    rolloutPercent: typeof rolloutPercent === 'number' ? rolloutPercent : Number.NaN,
  };
}
