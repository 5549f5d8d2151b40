/** What a person agrees to before a draft is made. Flag keys are letters, digits, hyphens and underscores by then. */
import type { Question } from '../dialog/question';
import type { Experiment } from '../model/experiment';
import type { ListedFlag, NewVariant } from '../model/featureFlag';
import { flagSplit } from './flagText';
import { inertText } from './inertText';
import { formatVariants, halves } from './variants';

/** What is known of a flag at the key: none, this one, or nothing at all. */
export type FlagAtKey =
  | { readonly kind: 'free' | 'unknown' }
  | { readonly kind: 'exists'; readonly flag: ListedFlag };

export function createQuestion(
  wanted: {
    readonly name: string;
    readonly flagKey: string;
    readonly variants?: readonly NewVariant[] | undefined;
  },
  found: FlagAtKey,
  projectName: string,
): Question {
  const { flagKey, variants } = wanted;
  const split = formatVariants(variants ?? halves);
  const asked = { message: `Create the draft “${inertText(wanted.name)}”?`, action: 'Create Draft' };
  const project = inertText(projectName);
  switch (found.kind) {
    case 'free':
      return {
        ...asked,
        detail:
          `Adds to ${project} a draft experiment and the feature flag ${flagKey} with the variants ${split}. ` +
          'The flag is off: nobody sees anything until the launch.',
      };
    case 'exists':
      return {
        ...asked,
        detail:
          `Adds to ${project} a draft experiment on the feature flag ${flagKey}, which exists already and stays as ` +
          `it is. ${flagSentence(found.flag)} ${!variants || flagSplit(found.flag) === split ? '' : `${split} is not used. `}` +
          effectSentence(found.flag),
      };
    case 'unknown':
      return {
        ...asked,
        detail:
          `Adds to ${project} a draft experiment and, if it does not exist, the feature flag ${flagKey} with the ` +
          `variants ${split}, switched off. ${unchecked}`,
      };
  }
}

export function duplicateQuestion(
  experiment: Experiment,
  flagKey: string,
  found: FlagAtKey,
  projectName: string,
): Question {
  const original = `The original and its flag ${experiment.flagKey} stay as they are.`;
  const asked = { message: `Duplicate “${inertText(experiment.name)}”?`, action: 'Duplicate' };
  const project = inertText(projectName);
  switch (found.kind) {
    case 'free':
      return {
        ...asked,
        detail:
          `Adds to ${project} a draft with the same metrics and variants on the new feature flag ${flagKey}, which ` +
          `is off. ${original}`,
      };
    case 'exists':
      return {
        ...asked,
        detail:
          `Adds to ${project} a draft with the same metrics on the feature flag ${flagKey}, which exists already: ` +
          `the copy takes its variants. ${flagSentence(found.flag)} ${effectSentence(found.flag)} ${original}`,
      };
    case 'unknown':
      return {
        ...asked,
        detail:
          `Adds to ${project} a draft with the same metrics on the feature flag ${flagKey}, which is made with the ` +
          `same variants if it does not exist. ${unchecked} ${original}`,
      };
  }
}

const unchecked =
  'Whether it exists could not be checked, because the API key lacks the scope feature_flag:read. An existing flag ' +
  'would be linked as it is, with variants of its own, on or off.';

function flagSentence(flag: ListedFlag): string {
  return `Its variants are ${flagSplit(flag)}.`;
}

function effectSentence({ active }: ListedFlag): string {
  return active
    ? 'The flag is on: it already decides what people see, and what they see before the launch is not counted.'
    : 'The flag is off: nobody sees anything until the launch.';
}
