import type { Language } from './language';

export const swift: Language = {
  ids: ['swift'],
  extensions: ['swift'],
  lexicon: {
    lineComments: ['//'],
    blockComments: [{ open: '/*', close: '*/', nests: true }],
    strings: [
      { open: '"""', close: '"""', escape: 'backslash', isMultiline: true, hole: '\\(' },
      { open: '"', close: '"', escape: 'backslash', hole: '\\(' },
      { open: /#+"/y, close: (match) => `"${match[0].slice(0, -1)}` },
    ],
    wordCharacters: '@$',
  },
  grammar: {
    family: 'swift',
    functionWords: ['func', 'init', 'subscript'],
    hasTrailingClosures: true,
    containerWords: ['class', 'struct', 'enum', 'protocol', 'extension', 'actor'],
    parameters: 'colon',
    imports: 'none',
    keywords: [
      'if',
      'guard',
      'while',
      'for',
      'switch',
      'return',
      'catch',
      'in',
      'await',
      'try',
      'case',
      'where',
      'super',
    ],
  },
};
