import type { Language } from './language';

const keywords = [
  'if',
  'for',
  'while',
  'switch',
  'when',
  'catch',
  'return',
  'synchronized',
  'try',
  'throw',
  'else',
  'do',
  'super',
  'this',
  'assert',
  'yield',
  'in',
  'is',
  'as',
];

export const java: Language = {
  ids: ['java'],
  extensions: ['java'],
  lexicon: {
    lineComments: ['//'],
    blockComments: [{ open: '/*', close: '*/' }],
    strings: [
      { open: '"""', close: '"""', escape: 'backslash', isMultiline: true },
      { open: '"', close: '"', escape: 'backslash' },
      { open: "'", close: "'", escape: 'backslash', isOpaque: true },
    ],
    wordCharacters: '$@',
  },
  grammar: {
    family: 'jvm',
    functionWords: [],
    hasPlainMethods: true,
    containerWords: ['class', 'enum', 'interface', 'record'],
    parameters: 'typeFirst',
    imports: 'none',
    keywords,
  },
};

export const kotlin: Language = {
  ids: ['kotlin'],
  extensions: ['kt', 'kts'],
  lexicon: {
    lineComments: ['//'],
    blockComments: [{ open: '/*', close: '*/', nests: true }],
    strings: [
      { open: '"""', close: '"""', isMultiline: true, hole: '${', hasNamedHoles: true },
      { open: '"', close: '"', escape: 'backslash', hole: '${', hasNamedHoles: true },
      { open: "'", close: "'", escape: 'backslash', isOpaque: true },
      { open: '`', close: '`', isOpaque: true },
    ],
    wordCharacters: '@',
  },
  grammar: {
    family: 'jvm',
    functionWords: ['fun'],
    hasTrailingClosures: true,
    containerWords: ['class', 'object', 'interface'],
    parameters: 'colon',
    imports: 'none',
    keywords,
  },
};
