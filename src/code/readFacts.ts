import type { FileFacts } from './facts';
import { findLanguage } from './language/languages';
import { Reader } from './read/reader';
import { vendorsIn } from './sdk/vendors';
import { tokenize } from './token/tokenize';
import type { Tokens } from './token/tokens';

/**
 * What the text says that can matter to flags, in the language with this VS Code id. Undefined when the language is
 * unknown or nothing in the text can matter. Never throws; takes linear time.
 * @param tokens of the text, where somebody has them
 */
export function readFacts(text: string, languageId: string, tokens?: Tokens): FileFacts | undefined {
  const language = findLanguage(languageId);
  if (!language) return undefined;
  const reader = new Reader(tokens ?? tokenize(text, language), language);
  reader.read();
  reader.settleScopes();
  const { imports, exports, bindings, calls } = reader;
  const { functions } = reader.scopes;
  if (bindings.length + calls.length + exports.length + functions.length === 0) return undefined;
  return {
    language: languageId,
    imports,
    exports,
    bindings,
    functions,
    calls,
    namesPostHog: /posthog/i.test(text),
    vendors: vendorsIn(text),
    ...(language.grammar.family === 'jvm' && text.includes('posthog.server') && { isServer: true as const }),
  };
}
