import type { FileFacts } from './facts';
import { findLanguage } from './language/languages';
import { type Interest, Relevant } from './read/interest';
import { readTemplates } from './read/inlineTemplate';
import { Reader } from './read/reader';
import { vendorsIn } from './sdk/vendors';
import { tokenize } from './token/tokenize';
import { Tokens } from './token/tokens';

/** The columns of the last text: new ones for each would cost as much as filling them. */
let scratch = new Tokens('');
const maxKept = 1 << 18;

/** What is known before a text is read. */
export interface ReadOptions {
  /** Those of the text, where somebody has them. */
  readonly tokens?: Tokens;
  /** What can matter to the references in this text; the rest is not read, where the language allows to tell. */
  readonly interest?: Interest;
}

/**
 * What the text says that can matter to flags, in the language with this VS Code id. Undefined when the language is
 * unknown or nothing in the text can matter. Never throws; takes linear time.
 */
export function readFacts(
  text: string,
  languageId: string,
  { tokens: known, interest }: ReadOptions = {},
): FileFacts | undefined {
  const language = findLanguage(languageId);
  if (!language) return undefined;
  const tokens = known ?? tokenize(text, language, scratch);
  const reader = new Reader(tokens, language);
  const canTell = language.grammar.family === 'script' && !language.markup;
  reader.read(interest && canTell && !interest.isWhole ? new Relevant(tokens, interest) : undefined);
  reader.settleScopes();
  const { imports, exports, bindings } = reader;
  const calls =
    languageId === 'typescript' ? [...reader.calls, ...readTemplates(tokens, language)] : reader.calls;
  const { functions } = reader.scopes;
  scratch.restart('');
  if (scratch.kind.length > maxKept) scratch = new Tokens('');
  if (bindings.length + calls.length + exports.length + functions.length === 0) return undefined;
  const facts = {
    language: languageId,
    imports,
    exports,
    bindings,
    functions,
    calls,
    namesPostHog: /posthog/i.test(text),
    ...(language.grammar.family === 'jvm' && text.includes('posthog.server') && { isServer: true as const }),
  };
  if (!interest) return { ...facts, vendors: vendorsIn(text) };
  let vendors: readonly string[] | undefined;
  return {
    ...facts,
    // Few documents make anybody ask for them, and finding them takes as long as reading what matters.
    get vendors() {
      return (vendors ??= vendorsIn(text));
    },
  };
}
