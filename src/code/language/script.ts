import type { Lexicon, StringForm } from '../token/lexicon';
import type { Grammar, Language } from './language';

const strings: readonly StringForm[] = [
  { open: "'", close: "'", escape: 'backslash' },
  { open: '"', close: '"', escape: 'backslash' },
  { open: '`', close: '`', escape: 'backslash', isMultiline: true, hole: '${' },
];

/** JavaScript and TypeScript without markup. */
export const scriptLexicon: Lexicon = {
  lineComments: ['//'],
  blockComments: [{ open: '/*', close: '*/' }],
  strings,
  wordCharacters: '$#@',
  hasSlashPatterns: true,
  // Words after which an operand comes: a slash begins a pattern, `<` an element.
  operators: [
    'as',
    'await',
    'case',
    'default',
    'delete',
    'do',
    'else',
    'extends',
    'in',
    'instanceof',
    'of',
    'return',
    'satisfies',
    'throw',
    'typeof',
    'void',
    'yield',
  ],
};

/** The same with JSX. */
export const jsxLexicon: Lexicon = { ...scriptLexicon, hasJsx: true };

export const scriptGrammar: Grammar = {
  family: 'script',
  functionWords: ['function'],
  hasPlainMethods: true,
  hasArrows: true,
  containerWords: ['class', 'enum', 'namespace', 'interface', 'module'],
  parameters: 'colon',
  imports: 'script',
  keywords: [
    'if',
    'for',
    'while',
    'switch',
    'catch',
    'with',
    'return',
    'typeof',
    'await',
    'function',
    'super',
  ],
};

export const typescript: Language = {
  ids: ['typescript'],
  extensions: ['ts', 'mts', 'cts'],
  lexicon: scriptLexicon,
  grammar: scriptGrammar,
};

export const javascript: Language = {
  ids: ['javascript', 'javascriptreact', 'typescriptreact'],
  extensions: ['js', 'mjs', 'cjs', 'jsx', 'tsx'],
  lexicon: jsxLexicon,
  grammar: scriptGrammar,
};
