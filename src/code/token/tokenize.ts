import type { Language } from '../language/language';
import { Lexer } from './lexer';
import { lexMarkup } from './markup';
import { Tokens } from './tokens';

/** The tokens of a whole file, in the place of those in `tokens`. Never throws; linear time. */
export function tokenize(
  text: string,
  { lexicon, markup }: Language,
  tokens = new Tokens(text, Math.max(64, text.length >> 2)),
): Tokens {
  tokens.restart(text);
  const lexer = new Lexer(tokens);
  if (markup) lexMarkup(lexer, markup, text.length);
  else lexer.code(lexicon, text.length);
  tokens.clearRest();
  return tokens;
}
