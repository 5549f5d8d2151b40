import type { Grammar } from '../language/language';
import { hashOf } from '../token/tokens';

const keywords = new Map<Grammar, ReadonlySet<number>>();

/** The hashes of a language's keywords. */
export function keywordsOf(grammar: Grammar): ReadonlySet<number> {
  const known = keywords.get(grammar) ?? new Set(grammar.keywords.map(hashOf));
  keywords.set(grammar, known);
  return known;
}
