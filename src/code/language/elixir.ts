import type { Lexicon, Markup } from '../token/lexicon';
import type { Grammar, Language } from './language';
import { scriptLexicon } from './script';

const brackets: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };

function closing(match: RegExpExecArray): string {
  const bracket = match[1] ?? '';
  return brackets[bracket] ?? bracket;
}

export const elixirLexicon: Lexicon = {
  lineComments: ['#'],
  blockComments: [],
  strings: [
    { open: '~H"""', close: '"""', isMultiline: true, markup: 'heex' },
    { open: /~[a-zA-GI-Z]"""/y, close: '"""', isMultiline: true, isOpaque: true },
    { open: /~s([([{<|/"'])/y, close: closing, escape: 'backslash', isMultiline: true, hole: '#{' },
    { open: /~S([([{<|/"'])/y, close: closing, isMultiline: true },
    { open: /~[wW]([([{<|/])/y, close: closing, isMultiline: true, isList: true },
    { open: /~[rR]([([{<|/"'])/y, close: closing, escape: 'backslash', isMultiline: true, isOpaque: true },
    { open: '"""', close: '"""', escape: 'backslash', isMultiline: true, isOpaque: true },
    { open: '"', close: '"', escape: 'backslash', isMultiline: true, hole: '#{' },
    { open: "'", close: "'", escape: 'backslash', isOpaque: true },
    { open: /\?\\?[^\s\w]/y, close: '', isOpaque: true },
  ],
  wordCharacters: '@',
  wordEnds: '?!',
};

const grammar: Grammar = {
  family: 'elixir',
  functionWords: ['def', 'defp', 'defmacro'],
  containerWords: ['defmodule'],
  isIndented: true,
  parameters: 'nameFirst',
  hasBareCalls: true,
  imports: 'none',
  keywords: [
    'if',
    'unless',
    'cond',
    'case',
    'do',
    'end',
    'else',
    'and',
    'or',
    'not',
    'when',
    'fn',
    'in',
    'with',
    'for',
    'alias',
    'import',
    'use',
    'require',
    'def',
    'defp',
    'defmodule',
    'true',
    'false',
    'nil',
  ],
};

export const heexMarkup: Markup = {
  holes: [
    { open: '<%!--', close: '--%>', code: elixirLexicon, isComment: true },
    { open: '<%#', close: '%>', code: elixirLexicon, isComment: true },
    { open: '<%=', close: '%>', code: elixirLexicon },
    { open: '<%', close: '%>', code: elixirLexicon },
    { open: '{', close: '}', code: elixirLexicon },
  ],
  script: scriptLexicon,
};

export const elixir: Language = {
  ids: ['elixir'],
  extensions: ['ex', 'exs'],
  lexicon: elixirLexicon,
  grammar,
};

export const heex: Language = {
  ids: ['phoenix-heex', 'heex', 'html-eex'],
  extensions: ['heex', 'eex', 'leex'],
  lexicon: elixirLexicon,
  markup: heexMarkup,
  grammar,
};
