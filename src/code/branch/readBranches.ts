import { findLanguage } from '../language/languages';
import type { Reference } from '../reference';
import { tokenize } from '../token/tokenize';
import type { Branch } from './branch';
import { findBranches } from './findBranches';

/** The code of a text that runs for some variants only, by its references. Never throws, whatever the text. */
export function readBranches(
  text: string,
  languageId: string,
  references: readonly Reference[],
): readonly Branch[] {
  const language = references.length === 0 ? undefined : findLanguage(languageId);
  return language ? findBranches(tokenize(text, language), languageId, references) : [];
}
