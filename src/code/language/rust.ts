import type { Language } from './language';

export const rust: Language = {
  ids: ['rust'],
  extensions: ['rs'],
  lexicon: {
    lineComments: ['//'],
    blockComments: [{ open: '/*', close: '*/', nests: true }],
    strings: [
      { open: '"', close: '"', escape: 'backslash', isMultiline: true },
      { open: 'b"', close: '"', escape: 'backslash', isMultiline: true },
      { open: /[br]r?(#*)"/y, close: (match) => `"${match[1] ?? ''}`, isMultiline: true },
      // A character; a lifetime (`'a`) has no second quote.
      { open: /'(?:\\[^\n]|[^\\'\n])(?=')/y, close: "'", isOpaque: true },
    ],
  },
  grammar: {
    family: 'rust',
    functionWords: ['fn'],
    containerWords: ['enum', 'struct', 'impl', 'mod', 'trait'],
    parameters: 'colon',
    imports: 'none',
    keywords: ['if', 'while', 'for', 'match', 'return', 'in', 'let', 'as', 'await', 'loop', 'else', 'move'],
  },
};
