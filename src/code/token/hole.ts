import type { Lexer } from './lexer';
import type { Lexicon, Markup } from './lexicon';
import { kinds } from './tokens';

/** A place in markup where code begins. */
export interface Hole {
  readonly at: number;
  readonly open: string;
  /** Empty for an expression after `@`. */
  readonly close: string;
  readonly code: Lexicon;
  readonly isComment: boolean;
}

const directive = /@(?:await\s+)?[A-Za-z_]\w*/y;
const chain = /(?:\s*\()|(?:\??\.[A-Za-z_]\w*)/y;

/** The first hole that begins in [from, to). */
export function findHole(markup: Markup, text: string, from: number, to: number): Hole | undefined {
  for (let at = from; at < to; at++) {
    const char = text.charCodeAt(at);
    for (const { open, close, code, isComment } of markup.holes) {
      if (char === open.charCodeAt(0) && text.startsWith(open, at)) {
        return { at, open, close, code, isComment: isComment === true };
      }
    }
    if (char === 64 && markup.directives && isDirective(markup, text, at)) {
      return { at, open: '@', close: '', code: markup.directives, isComment: false };
    }
  }
  return undefined;
}

function isDirective(markup: Markup, text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  const isEscaped = text[at - 1] === '@' || /\w/.test(text[at - 1] ?? '');
  const isBlock = markup.directiveBlocks === true && (next === 40 || next === 123);
  const isName = (next >= 65 && next < 91) || (next >= 97 && next < 123) || next === 95;
  return !isEscaped && (isBlock || isName);
}

/** Reads a hole and leaves the reader behind it. False when it is none after all. */
export function lexHole(lexer: Lexer, hole: Hole, to: number): boolean {
  const { text } = lexer;
  lexer.at = hole.at;
  if (hole.close === '') return lexDirective(lexer, hole.code, to);
  const from = hole.at + hole.open.length;
  if (hole.isComment) {
    const end = text.indexOf(hole.close, from);
    lexer.at = end < 0 || end > to ? to : end + hole.close.length;
    return true;
  }
  const outer = lexer.parent;
  const open = lexer.add(kinds.open, hole.at, from, 123);
  lexer.parent = open;
  lexer.at = from;
  if (hole.close === '}') lexer.code(hole.code, to, 125);
  else if (hole.close === hole.code.end) lexer.code(hole.code, to);
  else {
    const end = text.indexOf(hole.close, from);
    lexer.code(hole.code, end < 0 || end > to ? to : end);
  }
  lexer.parent = outer;
  const start = Math.min(to, lexer.at);
  lexer.at = Math.min(to, start + hole.close.length);
  lexer.tokens.pair(open, lexer.add(kinds.close, start, lexer.at, 125));
  return true;
}

/** `@name.of(code)`, `@(code)`, `@{ code }`, `@code { … }`. */
function lexDirective(lexer: Lexer, code: Lexicon, to: number): boolean {
  const { text } = lexer;
  const start = lexer.at;
  directive.lastIndex = start;
  if (!directive.test(text)) return lexBracket(lexer, code, start + 1, to);
  lexer.at = start + 1;
  lexer.code(code, Math.min(to, directive.lastIndex));
  const word = text.slice(start + 1, directive.lastIndex);
  if (word === 'code' || word === 'functions') {
    const brace = /\s*/y;
    brace.lastIndex = lexer.at;
    brace.test(text);
    return text[brace.lastIndex] !== '{' || lexBracket(lexer, code, brace.lastIndex, to);
  }
  for (;;) {
    chain.lastIndex = lexer.at;
    const match = lexer.at < to ? chain.exec(text) : null;
    if (!match || chain.lastIndex > to) return true;
    if (match[0].endsWith('(')) {
      if (!lexBracket(lexer, code, chain.lastIndex - 1, to)) return true;
    } else lexer.code(code, chain.lastIndex);
  }
}

/** Code in the bracket that opens at `at`. */
export function lexBracket(lexer: Lexer, code: Lexicon, at: number, to: number): boolean {
  const opener = lexer.text.charCodeAt(at);
  const closer = opener === 40 ? 41 : opener === 123 ? 125 : 0;
  if (closer === 0 || at >= to) {
    lexer.at = Math.min(to, at + 1);
    return false;
  }
  const outer = lexer.parent;
  lexer.at = at;
  const open = lexer.add(kinds.open, at, at + 1, opener);
  lexer.parent = open;
  lexer.at = at + 1;
  const isClosed = lexer.code(code, to, closer);
  lexer.parent = outer;
  if (isClosed) lexer.tokens.pair(open, lexer.add(kinds.close, lexer.at, ++lexer.at, closer));
  return true;
}
