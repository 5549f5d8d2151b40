import type { Markup } from '../token/lexicon';
import type { Language } from './language';
import { rubyGrammar, rubyLexicon } from './ruby';
import { jsxLexicon, scriptGrammar, scriptLexicon } from './script';

/** Handlers, Vue's bound attributes and Angular's: `onclick`, `:a`, `@a`, `v-a`, `#a`, `*a`, `[a]`, `(a)`, Alpine's `x-a`. */
const codeAttributes = /^(?:[:@#*[(]|v-|x-|\[\(|on[a-z]+$)/;

const interpolated: Markup = {
  holes: [{ open: '{{', close: '}}', code: scriptLexicon }],
  codeAttributes,
  attributeCode: scriptLexicon,
  script: scriptLexicon,
};

export const vue: Language = {
  ids: ['vue'],
  extensions: ['vue'],
  lexicon: scriptLexicon,
  markup: { ...interpolated, script: jsxLexicon },
  grammar: scriptGrammar,
};

/** Plain HTML and Angular's templates: `@if (…)` is a directive of the latter. */
export const html: Language = {
  ids: ['html'],
  extensions: ['html', 'htm'],
  lexicon: scriptLexicon,
  markup: { ...interpolated, directives: scriptLexicon },
  grammar: scriptGrammar,
};

export const svelte: Language = {
  ids: ['svelte'],
  extensions: ['svelte'],
  lexicon: scriptLexicon,
  markup: { holes: [{ open: '{', close: '}', code: scriptLexicon }], script: scriptLexicon },
  grammar: scriptGrammar,
};

export const astro: Language = {
  ids: ['astro'],
  extensions: ['astro'],
  lexicon: scriptLexicon,
  markup: {
    holes: [{ open: '{', close: '}', code: jsxLexicon }],
    frontmatter: scriptLexicon,
    script: scriptLexicon,
  },
  grammar: scriptGrammar,
};

export const erb: Language = {
  ids: ['erb'],
  extensions: ['erb'],
  lexicon: rubyLexicon,
  markup: {
    holes: [
      { open: '<%#', close: '%>', code: rubyLexicon, isComment: true },
      { open: '<%=', close: '%>', code: rubyLexicon },
      { open: '<%-', close: '%>', code: rubyLexicon },
      { open: '<%', close: '%>', code: rubyLexicon },
    ],
    script: scriptLexicon,
  },
  grammar: rubyGrammar,
};
