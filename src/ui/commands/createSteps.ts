import { type Answers, StepWalk } from '../../core/dialog/stepWalk';
import { nameObstacle } from '../../core/experiment/experimentName';
import { flagKeyObstacle, proposeFlagKey } from '../../core/experiment/flagKey';
import { flagDetail } from '../../core/experiment/flagText';
import { inertText } from '../../core/experiment/inertText';
import { formatVariants, halves, parseVariants } from '../../core/experiment/variants';
import { PostHogError } from '../../core/api/errors';
import { isAbort } from '../../core/isAbort';
import type { ListedFlag, NewVariant } from '../../core/model/featureFlag';
import type { Session } from '../../core/session';
import { knownExperiments } from '../../core/store/knownExperiments';
import { findEligibleFlags } from '../../core/useCase/findEligibleFlags';
import { describeError } from '../messages';
import type { AskedStep, PickRow } from './askSteps';
import { takenFlagKeys } from './newDraft';

/** An experiment that is to be made. */
export interface WantedExperiment {
  readonly name: string;
  readonly flagKey: string;
  /** Of the flag that is made; undefined leaves them to an existing flag, or to PostHog. */
  readonly variants: readonly NewVariant[] | undefined;
  /** The flag is to be one that exists. */
  readonly onExistingFlag: boolean;
}

export type CreateName = 'source' | 'flag' | 'name' | 'key' | 'variants';
export type CreateWalk = StepWalk<CreateName, AskedStep<CreateName>>;

const newFlag = 'new';
const existingFlag = 'existing';

/** A flag that was chosen before anything is asked. */
export interface GivenFlag {
  readonly key: string;
  /** It exists and keeps its variants; else it is made. */
  readonly exists: boolean;
}

/** The questions before a new experiment. */
export function createWalk(session: Session, given?: GivenFlag): CreateWalk {
  const flags = new Map<string, ListedFlag>();
  const isNew = ({ source }: Answers<CreateName>) => !given?.exists && source !== existingFlag;
  return new StepWalk<CreateName, AskedStep<CreateName>>([
    {
      name: 'source',
      applies: () => given === undefined,
      placeHolder: 'What decides who gets which variant?',
      propose: () => newFlag,
      rows: [
        { label: 'New flag', description: 'is made with the experiment', value: newFlag },
        { label: 'Use an existing flag…', description: 'keeps its variants', value: existingFlag },
      ],
    },
    {
      name: 'flag',
      applies: ({ source }) => source === existingFlag,
      placeHolder: 'Which flag? Type a part of its key or name.',
      propose: () => '',
      search: (text, signal) => searchFlags(session, text, flags, signal),
    },
    {
      name: 'name',
      prompt: ({ flag: key = given?.key }) => {
        const flag = key === undefined ? undefined : flags.get(key);
        return `What does the experiment try?${flag ? ` Its variants are the flag's: ${flagDetail(flag, [])}.` : ''}`;
      },
      placeHolder: 'Green checkout button',
      propose: () => '',
      problem: nameObstacle,
    },
    {
      name: 'key',
      applies: (answers) => given === undefined && isNew(answers),
      prompt: () => 'Key of the feature flag: what the code asks for. It cannot be changed later.',
      propose: ({ name = '' }) => proposeFlagKey(name, takenFlagKeys(session)),
      problem: (key) => flagKeyObstacle(key, takenFlagKeys(session)),
    },
    {
      name: 'variants',
      applies: isNew,
      prompt: () => 'Variants and their shares in percent. The first is the baseline.',
      propose: () => formatVariants(halves),
      problem: (text) => {
        const parsed = parseVariants(text);
        return 'problem' in parsed ? parsed.problem : undefined;
      },
    },
  ]);
}

/** @param given what `createWalk` was given */
export function wantedFrom(answers: Answers<CreateName>, given?: GivenFlag): WantedExperiment {
  const existing = given?.exists ? given.key : undefined;
  const { name = '', flag = existing, key = given?.key ?? '', variants = '' } = answers;
  if (flag !== undefined) return { name, flagKey: flag, variants: undefined, onExistingFlag: true };
  const parsed = parseVariants(variants);
  return {
    name,
    flagKey: key,
    variants: 'variants' in parsed ? parsed.variants : [],
    onExistingFlag: false,
  };
}

/** Those in use are shown with the reason, and cannot be chosen. @param known what was found is noted here */
async function searchFlags(
  session: Session,
  text: string,
  known: Map<string, ListedFlag>,
  signal: AbortSignal,
): Promise<readonly PickRow[]> {
  try {
    const { flags, hasMore } = await findEligibleFlags(session, text, signal);
    for (const flag of flags) known.set(flag.key, flag);
    const rows = flags.map((flag) => rowOf(flag, session));
    const more = hasMore ? [{ label: '$(ellipsis) There are more: type to narrow the search' }] : [];
    if (rows.length === 0) return [{ label: '$(info) No flag that an experiment can be made on' }, ...more];
    return [...rows.filter(isFree), ...rows.filter((row) => !isFree(row)), ...more];
  } catch (error) {
    if (isAbort(error) || !(error instanceof PostHogError)) throw error;
    return [{ label: '$(error) The flags could not be read', detail: describeError(error) }];
  }
}

function rowOf(flag: ListedFlag, session: Session): PickRow {
  return {
    label: inertText(flag.key),
    description: inertText(flag.name),
    detail: flagDetail(flag, knownExperiments(session.store.state)),
    ...(flag.experimentIds.length === 0 && { value: flag.key }),
  };
}

function isFree({ value }: PickRow): boolean {
  return value !== undefined;
}
