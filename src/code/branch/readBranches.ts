import { findLanguage } from '../language/languages';
import type { Reference } from '../reference';
import { tokenize } from '../token/tokenize';
import type { Branch } from './branch';
import type { Decisions } from './decision';
import { findDecisions } from './findBranches';

/** The code of a text that runs for some variants only, by its references. Never throws, whatever the text. */
export function readBranches(
  text: string,
  languageId: string,
  references: readonly Reference[],
): readonly Branch[] {
  return readDecisions(text, languageId, references).branches;
}

/** The same with the texts and statements that tell variants apart. */
export function readDecisions(
  text: string,
  languageId: string,
  references: readonly Reference[],
): Decisions {
  const language = references.length === 0 ? undefined : findLanguage(languageId);
  return language ? findDecisions(tokenize(text, language), languageId, references) : none;
}

const none: Decisions = { branches: [], comparisons: [], choices: [] };
