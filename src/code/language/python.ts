import type { Lexicon, StringForm } from '../token/lexicon';
import type { Language } from './language';

/** Prefixes in any order and case: `r`, `b`, `u` change nothing for a key, `f` brings holes. */
const plain = /[rRbBuU][bBrR]?(["'])/y;
const plainBlock = /[rRbBuU][bBrR]?("""|''')/y;
const formatted = /[fFrR][fFrR]?(["'])/y;
const formattedBlock = /[fFrR][fFrR]?("""|''')/y;

function quotes(match: RegExpExecArray): string {
  return match[1] ?? '';
}

const strings: readonly StringForm[] = [
  { open: '"""', close: '"""', escape: 'backslash', isMultiline: true },
  { open: "'''", close: "'''", escape: 'backslash', isMultiline: true },
  { open: '"', close: '"', escape: 'backslash' },
  { open: "'", close: "'", escape: 'backslash' },
  { open: plainBlock, close: quotes, escape: 'backslash', isMultiline: true },
  { open: formattedBlock, close: quotes, escape: 'backslash', isMultiline: true, hole: '{' },
  { open: plain, close: quotes, escape: 'backslash' },
  { open: formatted, close: quotes, escape: 'backslash', hole: '{' },
];

const lexicon: Lexicon = { lineComments: ['#'], blockComments: [], strings };

export const python: Language = {
  ids: ['python'],
  extensions: ['py', 'pyi'],
  lexicon,
  grammar: {
    family: 'python',
    functionWords: ['def'],
    containerWords: ['class'],
    isIndented: true,
    parameters: 'nameFirst',
    imports: 'python',
    keywords: [
      'if',
      'elif',
      'while',
      'for',
      'in',
      'not',
      'and',
      'or',
      'return',
      'assert',
      'del',
      'yield',
      'await',
      'is',
      'lambda',
      'else',
      'with',
      'except',
      'import',
      'from',
      'raise',
    ],
  },
};
