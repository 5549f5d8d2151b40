import type { Lexicon } from '../token/lexicon';
import { scriptLexicon } from './script';
import type { Grammar, Language } from './language';

const lexicon: Lexicon = {
  lineComments: ['//', '#region', '#endregion', '#pragma'],
  blockComments: [{ open: '/*', close: '*/' }],
  strings: [
    { open: /"""+/y, close: (match) => match[0], isMultiline: true },
    { open: /[$@][$@]"/y, close: '"', escape: 'double', isMultiline: true, hole: '{' },
    { open: '$"', close: '"', escape: 'backslash', hole: '{' },
    { open: '@"', close: '"', escape: 'double', isMultiline: true },
    { open: '"', close: '"', escape: 'backslash' },
    { open: "'", close: "'", escape: 'backslash', isOpaque: true },
  ],
  wordCharacters: '@',
};

const grammar: Grammar = {
  family: 'dotnet',
  functionWords: [],
  hasPlainMethods: true,
  hasArrows: true,
  containerWords: ['class', 'enum', 'interface', 'struct', 'record'],
  parameters: 'typeFirst',
  imports: 'none',
  keywords: [
    'if',
    'for',
    'foreach',
    'while',
    'switch',
    'catch',
    'return',
    'using',
    'lock',
    'nameof',
    'typeof',
    'await',
    'when',
    'is',
    'as',
    'in',
    'base',
    'this',
    'else',
    'throw',
    'not',
    'and',
    'or',
  ],
};

export const csharp: Language = { ids: ['csharp'], extensions: ['cs'], lexicon, grammar };

export const razor: Language = {
  ids: ['razor', 'aspnetcorerazor'],
  extensions: ['razor', 'cshtml'],
  lexicon,
  markup: {
    holes: [{ open: '@*', close: '*@', code: lexicon, isComment: true }],
    directives: lexicon,
    directiveBlocks: true,
    script: scriptLexicon,
  },
  grammar,
};
