import type { Language } from '../language/language';
import { Lexer } from './lexer';
import { lexMarkup } from './markup';
import type { Tokens } from './tokens';

/** The tokens of a whole file. Never throws; linear time. */
export function tokenize(text: string, { lexicon, markup }: Language): Tokens {
  const lexer = new Lexer(text);
  if (markup) lexMarkup(lexer, markup, text.length);
  else lexer.code(lexicon, text.length);
  return lexer.tokens;
}
