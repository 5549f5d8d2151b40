import type { Language } from './language';

export const dart: Language = {
  ids: ['dart'],
  extensions: ['dart'],
  lexicon: {
    lineComments: ['//'],
    blockComments: [{ open: '/*', close: '*/', nests: true }],
    strings: [
      { open: /r("""|'''|"|')/y, close: (match) => match[1] ?? '"' },
      ...(['"""', "'''"] as const).map(
        (quote) =>
          ({
            open: quote,
            close: quote,
            escape: 'backslash',
            isMultiline: true,
            hole: '${',
            hasNamedHoles: true,
          }) as const,
      ),
      ...(['"', "'"] as const).map(
        (quote) =>
          ({ open: quote, close: quote, escape: 'backslash', hole: '${', hasNamedHoles: true }) as const,
      ),
    ],
    wordCharacters: '@$',
  },
  grammar: {
    family: 'dart',
    functionWords: [],
    hasPlainMethods: true,
    hasArrows: true,
    containerWords: ['class', 'enum', 'mixin', 'extension'],
    parameters: 'typeFirst',
    imports: 'script',
    keywords: [
      'if',
      'for',
      'while',
      'switch',
      'catch',
      'return',
      'assert',
      'await',
      'super',
      'this',
      'in',
      'is',
      'as',
      'throw',
      'else',
    ],
  },
};
