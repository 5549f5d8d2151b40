import type { Lexicon } from '../token/lexicon';
import type { Grammar, Language } from './language';
import { scriptLexicon } from './script';

export const phpLexicon: Lexicon = {
  lineComments: ['//', '#'],
  blockComments: [{ open: '/*', close: '*/' }],
  strings: [
    // An attribute, `#[Flag('x')]`, is no comment.
    { open: /#(?=\[)/y, close: '', isOpaque: true },
    { open: "'", close: "'", escape: 'backslash', isMultiline: true },
    { open: '"', close: '"', escape: 'backslash', isMultiline: true, hole: '{$', hasNamedHoles: true },
    {
      open: /<<<[ \t]*(['"]?)(\w+)\1(?=\r?\n)/y,
      close: (match) => match[2] ?? '',
      isBelow: true,
    },
  ],
  wordCharacters: '$',
  end: '?>',
};

export const phpGrammar: Grammar = {
  family: 'php',
  functionWords: ['function', 'fn'],
  containerWords: ['class', 'interface', 'trait', 'enum'],
  parameters: 'typeFirst',
  imports: 'none',
  keywords: [
    'if',
    'elseif',
    'while',
    'for',
    'foreach',
    'switch',
    'match',
    'catch',
    'return',
    'array',
    'list',
    'isset',
    'empty',
    'function',
    'fn',
    'use',
    'unset',
    'echo',
    'print',
    'and',
    'or',
    'declare',
    'exit',
    'die',
  ],
};

const code = { open: '<?php', close: '?>', code: phpLexicon };

export const php: Language = {
  ids: ['php'],
  extensions: ['php', 'phtml'],
  lexicon: phpLexicon,
  markup: { holes: [code, { ...code, open: '<?=' }, { ...code, open: '<?' }], script: scriptLexicon },
  grammar: phpGrammar,
};

export const blade: Language = {
  ids: ['blade'],
  extensions: ['blade.php'],
  lexicon: phpLexicon,
  markup: {
    holes: [
      { open: '{{--', close: '--}}', code: phpLexicon, isComment: true },
      { open: '@php\n', close: '@endphp', code: phpLexicon },
      { open: '{!!', close: '!!}', code: phpLexicon },
      { open: '{{', close: '}}', code: phpLexicon },
      code,
      { ...code, open: '<?=' },
    ],
    directives: phpLexicon,
    codeAttributes: /^:/,
    attributeCode: phpLexicon,
    script: scriptLexicon,
  },
  grammar: phpGrammar,
};
