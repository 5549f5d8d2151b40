import type { Markup } from '../token/lexicon';
import { heexMarkup } from './elixir';

/** Markup inside strings of code, by the name their form gives. */
export function markupOf(name: string): Markup {
  if (name === 'heex') return heexMarkup;
  throw new Error(`No markup is called ${name}.`);
}
