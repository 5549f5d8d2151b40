import type { Lexicon } from '../token/lexicon';
import type { Grammar, Language } from './language';

const brackets: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };

function closing(match: RegExpExecArray): string {
  const bracket = match[1] ?? '';
  return brackets[bracket] ?? bracket;
}

export const rubyLexicon: Lexicon = {
  lineComments: ['#'],
  blockComments: [{ open: '\n=begin', close: '\n=end' }],
  strings: [
    { open: '"', close: '"', escape: 'backslash', isMultiline: true, hole: '#{' },
    { open: "'", close: "'", escape: 'backslash', isMultiline: true },
    { open: '`', close: '`', escape: 'backslash', isMultiline: true, isOpaque: true },
    {
      open: /<<(?:[~-](['"`]?)(\w+)\1|(['"`]?)([A-Z_][A-Z0-9_]*)\3)/y,
      close: (match) => match[2] ?? match[4] ?? '',
      isBelow: true,
    },
    { open: /%[wWiI]([([{<|!/])/y, close: closing, isMultiline: true, nests: true, isList: true },
    {
      open: /%r([([{<|!/])/y,
      close: closing,
      escape: 'backslash',
      isMultiline: true,
      nests: true,
      isOpaque: true,
    },
    {
      open: /%[qQ]?([([{<|!/])/y,
      close: closing,
      escape: 'backslash',
      isMultiline: true,
      nests: true,
      hole: '#{',
    },
  ],
  wordCharacters: '@$',
  wordEnds: '?!',
  hasSlashPatterns: true,
  operators: [
    'if',
    'unless',
    'elsif',
    'else',
    'and',
    'or',
    'not',
    'return',
    'when',
    'case',
    'while',
    'until',
    'in',
    'do',
    'then',
    'puts',
  ],
};

export const rubyGrammar: Grammar = {
  family: 'ruby',
  functionWords: ['def'],
  containerWords: ['class', 'module'],
  isIndented: true,
  parameters: 'nameFirst',
  hasBareCalls: true,
  imports: 'none',
  keywords: [
    'if',
    'unless',
    'elsif',
    'while',
    'until',
    'return',
    'and',
    'or',
    'not',
    'case',
    'when',
    'in',
    'yield',
    'then',
    'do',
    'else',
    'end',
    'class',
    'module',
    'def',
    'begin',
    'rescue',
    'ensure',
    'require',
    'require_relative',
    'puts',
    'p',
    'raise',
    'attr_reader',
    'attr_accessor',
    'include',
    'extend',
    'private',
    'public',
    'nil',
    'true',
    'false',
    'self',
    'self.class',
  ],
};

export const ruby: Language = {
  ids: ['ruby'],
  extensions: ['rb', 'rake', 'ru'],
  lexicon: rubyLexicon,
  grammar: rubyGrammar,
};
