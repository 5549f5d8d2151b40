import { flagKeyObstacle, proposeFlagKey } from '../../core/experiment/flagKey';
import { formatVariants, parseVariants, variantsObstacle } from '../../core/experiment/variants';
import type { NewVariant } from '../../core/model/featureFlag';
import type { Session } from '../../core/session';
import { createExperiment as create } from '../../core/useCase/writeExperiment';
import type { CommandContext, CommandHandler } from './commandContext';
import { announceDraft, takenFlagKeys, untilAccepted } from './newDraft';
import { openSession } from './openSession';
import { askSteps } from './askSteps';
import { refuse, type Refused } from './refuse';
import { withProgress } from './withProgress';

interface Wanted {
  readonly name: string;
  readonly flagKey: string;
  readonly variants: readonly NewVariant[];
}

const halves: readonly NewVariant[] = [
  { key: 'control', rolloutPercent: 50 },
  { key: 'test', rolloutPercent: 50 },
];

/**
 * Makes a draft experiment. With `{ name, flagKey, variants? }` it asks for nothing but the confirmation.
 * Resolves to `{ id }`, to undefined when it was cancelled, or to `{ refused }`.
 */
export const createExperiment: CommandHandler = async (context, argument) => {
  const session = await openSession(context.sessions);
  if (!session) return undefined;
  const given = wantedOf(argument);
  return given
    ? confirmAndCreate(context, session, given)
    : untilAccepted(
        (entered: Wanted | undefined) => ask(session, entered),
        (wanted) => confirmAndCreate(context, session, wanted),
      );
};

async function confirmAndCreate(
  { confirm, logger }: CommandContext,
  session: Session,
  wanted: Wanted,
): Promise<{ readonly id: number } | Refused | undefined> {
  const problem =
    flagKeyObstacle(wanted.flagKey, takenFlagKeys(session)) ?? variantsObstacle(wanted.variants);
  if (problem !== undefined) return refuse(`The experiment was not made. ${problem}`);
  const agreed = await confirm({
    message: `Create the draft “${wanted.name}”?`,
    detail:
      `Adds to ${session.store.state.projectName} a draft experiment and the feature flag ${wanted.flagKey} with the ` +
      `variants ${formatVariants(wanted.variants)}. The flag is off: nobody sees anything until the launch.`,
    action: 'Create Draft',
  });
  if (!agreed) return undefined;
  const experiment = await withProgress('Creating the experiment…', () => create(session, wanted));
  logger.info(`Created experiment ${experiment.id}`);
  announceDraft(experiment);
  return { id: experiment.id };
}

async function ask(session: Session, entered: Wanted | undefined): Promise<Wanted | undefined> {
  const taken = takenFlagKeys(session);
  const answers = await askSteps('Create Experiment', [
    {
      prompt: 'What does the experiment try?',
      placeHolder: 'Green checkout button',
      value: () => entered?.name ?? '',
      problem: (name) => (name.trim() === '' ? 'Give the experiment a name.' : nameProblem(name)),
    },
    {
      prompt: 'Key of the new feature flag: what the code asks for. It cannot be changed later.',
      value: ([name = '']) => entered?.flagKey ?? proposeFlagKey(name, taken),
      problem: (key) => flagKeyObstacle(key, taken),
    },
    {
      prompt: 'Variants and their shares in percent. The first is the baseline.',
      value: () => formatVariants(entered?.variants ?? halves),
      problem: (text) => {
        const parsed = parseVariants(text);
        return 'problem' in parsed ? parsed.problem : undefined;
      },
    },
  ]);
  if (!answers) return undefined;
  const [name = '', flagKey = '', variantsText = ''] = answers;
  const parsed = parseVariants(variantsText);
  return 'variants' in parsed ? { name: name.trim(), flagKey, variants: parsed.variants } : undefined;
}

function nameProblem(name: string): string | undefined {
  return name.length > 400 ? 'A name has at most 400 characters.' : undefined;
}

function wantedOf(argument: unknown): Wanted | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { name, flagKey, variants } = argument as Partial<Record<keyof Wanted, unknown>>;
  if (typeof name !== 'string' || typeof flagKey !== 'string') return undefined;
  return { name, flagKey, variants: Array.isArray(variants) ? variants.map(variantOf) : halves };
}

/** Takes `{ key, rolloutPercent }`; what is odd becomes a variant that the checks refuse with a sentence. */
function variantOf(value: unknown): NewVariant {
  const { key, rolloutPercent } = (value ?? {}) as Partial<Record<keyof NewVariant, unknown>>;
  return {
    key: typeof key === 'string' ? key : '',
    rolloutPercent: typeof rolloutPercent === 'number' ? rolloutPercent : Number.NaN,
  };
}
