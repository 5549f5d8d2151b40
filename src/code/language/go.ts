import type { Language } from './language';

export const go: Language = {
  ids: ['go'],
  extensions: ['go'],
  lexicon: {
    lineComments: ['//'],
    blockComments: [{ open: '/*', close: '*/' }],
    strings: [
      { open: '"', close: '"', escape: 'backslash' },
      { open: '`', close: '`', isMultiline: true },
      { open: "'", close: "'", escape: 'backslash', isOpaque: true },
    ],
  },
  grammar: {
    family: 'go',
    functionWords: ['func'],
    containerWords: ['type'],
    parameters: 'nameFirst',
    imports: 'none',
    keywords: [
      'if',
      'for',
      'switch',
      'return',
      'func',
      'import',
      'const',
      'var',
      'type',
      'case',
      'range',
      'go',
      'defer',
      'select',
      'interface',
      'struct',
    ],
  },
};
