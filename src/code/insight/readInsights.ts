import type { Decisions } from '../branch/decision';
import { findDecisions } from '../branch/findBranches';
import { findLanguage } from '../language/languages';
import type { Reference } from '../reference';
import { tokenize } from '../token/tokenize';
import type { Tokens } from '../token/tokens';
import { findIgnores, type Ignore } from './findIgnores';
import { findTimings, type Timing } from './findTimings';

/** What code makes of the flags it reads, by one look at its tokens. */
export interface Insights extends Decisions {
  readonly timings: readonly Timing[];
  readonly ignores: readonly Ignore[];
}

/**
 * Nothing where there are no references. Never throws, whatever the text.
 * @param known the tokens of the text, where somebody has them
 */
export function readInsights(
  text: string,
  languageId: string,
  references: readonly Reference[],
  known?: Tokens,
): Insights {
  const language = references.length === 0 ? undefined : findLanguage(languageId);
  if (!language) return noInsights;
  const tokens = known ?? tokenize(text, language);
  return {
    ...findDecisions(tokens, languageId, references),
    timings: findTimings(tokens, languageId, references),
    ignores: findIgnores(tokens),
  };
}

export const noInsights: Insights = {
  branches: [],
  comparisons: [],
  choices: [],
  yesOrNo: [],
  timings: [],
  ignores: [],
};
