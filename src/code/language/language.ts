import type { Lexicon, Markup } from '../token/lexicon';

/** Languages whose names reach each other and that share an SDK. */
export type Family =
  | 'script'
  | 'python'
  | 'go'
  | 'ruby'
  | 'php'
  | 'jvm'
  | 'swift'
  | 'dart'
  | 'dotnet'
  | 'rust'
  | 'elixir';

/** How a language declares and calls, as far as its forms are not those of all. */
export interface Grammar {
  readonly family: Family;
  /** Words before the name of a function: `def`, `func`. */
  readonly functionWords: readonly string[];
  /** Whether `name(…) {` without such a word defines a method. */
  readonly hasPlainMethods?: true;
  /** Whether `(a) => …` and `a => …` are functions. */
  readonly hasArrows?: true;
  /** Whether the last function that a call is given may stand in braces behind it: `flags.forEach { flag -> … }`. */
  readonly hasTrailingClosures?: true;
  /** Words before the name of what holds members: `class`, `enum`, `object`. */
  readonly containerWords: readonly string[];
  /** Whether bodies are told by their indentation; by braces otherwise. */
  readonly isIndented?: true;
  /** `key: String`, `String key`, `key string`. */
  readonly parameters: 'colon' | 'typeFirst' | 'nameFirst';
  /** Whether a call may do without parentheses: `enabled? 'key', id`. */
  readonly hasBareCalls?: true;
  /** How other files are named: see read/imports. */
  readonly imports: 'script' | 'python' | 'none';
  /** Words before a parenthesis that call nothing. */
  readonly keywords: readonly string[];
}

export interface Language {
  /** VS Code's ids. */
  readonly ids: readonly string[];
  readonly extensions: readonly string[];
  readonly lexicon: Lexicon;
  /** Of files that are markup with code inside. */
  readonly markup?: Markup;
  readonly grammar: Grammar;
}
