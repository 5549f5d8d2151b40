import type { KnownExperiment } from './concern';
import { hiddenText, isHiddenEarly } from './hiddenEarly';
import { describeOutcome, type OutcomeText } from './outcomeText';

export interface Headline extends Omit<OutcomeText, 'otherVariants'> {
  /** What the text leaves out: `+2 variants, +1 metric`; empty when nothing. */
  readonly more: string;
}

/**
 * What a running experiment says: its first primary metric in PostHog's order. Undefined where there is nothing to say
 * yet, and once it has ended, which is for the conclusion to tell.
 */
export function findHeadline(known: KnownExperiment, nowMs: number): Headline | undefined {
  const { experiment, results } = known;
  if (!results || experiment.endMs !== undefined || experiment.archived) return undefined;
  if (isHiddenEarly(known, nowMs)) {
    const text = hiddenText(known);
    return { text, spoken: text, finding: undefined, hasChange: false, more: '' };
  }
  const [first, ...others] = results.outcomes.filter(({ role }) => role === 'primary');
  const outcome = first && describeOutcome(first, results, nowMs);
  if (!outcome) return undefined;
  const { otherVariants, ...said } = outcome;
  const more = [count(otherVariants, 'variant'), count(others.length, 'metric')].filter(Boolean).join(', ');
  return { ...said, more };
}

function count(number: number, noun: string): string {
  return number === 0 ? '' : `+${number} ${noun}${number === 1 ? '' : 's'}`;
}
