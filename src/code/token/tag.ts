import type { Lexer } from './lexer';
import type { Lexicon, Markup } from './lexicon';
import { passComment } from './comment';
import { compile } from './compiled';
import { findHole, lexHole } from './hole';
import { hashOf, kinds } from './tokens';

const tagName = /[A-Za-z_.:$][\w.:$-]*|(?=>)/y;
const attributeName = /[^\s=>"'`{}/]+/y;
const maxTypeLength = 1000;
const space = /\s*/y;

/** What a tag may hold: JSX has code in braces, other markup has holes and attributes that are code. */
export interface TagStyle {
  /** Code in braces: `a={b}`, `{...rest}`. */
  readonly braces?: Lexicon;
  readonly markup?: Markup;
}

/**
 * Reads an opening tag at `<` and leaves the reader behind its end. Yields the number of its token, or -1 when no tag
 * begins here.
 */
export function lexTag(lexer: Lexer, style: TagStyle, to: number): number {
  const { text, tokens } = lexer;
  tagName.lastIndex = lexer.at + 1;
  if (!tagName.test(text) || tagName.lastIndex > to) return -1;
  const outer = lexer.parent;
  const tag = lexer.add(kinds.tag, lexer.at, tagName.lastIndex, 0, lexer.at + 1, tagName.lastIndex);
  lexer.parent = tag;
  lexer.at = tagName.lastIndex;
  if (style.braces) passTypeArguments(lexer, to);
  while (lexer.at < to) {
    lexSpace(lexer, to);
    const char = text[lexer.at];
    if (lexer.at >= to) break;
    if (char === '>' || (char === '/' && text[lexer.at + 1] === '>')) {
      const start = lexer.at;
      lexer.at += char === '>' ? 1 : 2;
      lexer.parent = outer;
      tokens.pair(tag, lexer.add(kinds.tagEnd, start, lexer.at, char === '>' ? 62 : 47));
      return tag;
    }
    if (style.braces && char === '/' && passComment(lexer, compile(style.braces), 47, to)) continue;
    if (char === '<' && !beginsHole(style, text, lexer.at)) break;
    lexAttribute(lexer, style, to);
  }
  lexer.parent = outer;
  return tag;
}

/** `<Select<Option>`: no tag begins there. */
function passTypeArguments(lexer: Lexer, to: number): void {
  const { text } = lexer;
  if (text[lexer.at] !== '<') return;
  const last = Math.min(to, lexer.at + maxTypeLength);
  let open = 0;
  for (let at = lexer.at; at < last; at++) {
    const char = text[at];
    if (char === '<') open++;
    else if (char === '>' && text[at - 1] !== '=' && --open === 0) {
      lexer.passLines(lexer.at, at);
      lexer.at = at + 1;
      return;
    }
  }
}

function beginsHole({ markup }: TagStyle, text: string, at: number): boolean {
  return markup !== undefined && findHole(markup, text, at, at + 1) !== undefined;
}

function lexAttribute(lexer: Lexer, style: TagStyle, to: number): void {
  const { text } = lexer;
  if (lexBraces(lexer, style, to)) return;
  if (style.markup) {
    const hole = findHole(style.markup, text, lexer.at, lexer.at + 1);
    if (hole && lexHole(lexer, hole, to)) return;
  }
  attributeName.lastIndex = lexer.at;
  if (!attributeName.test(text)) {
    if (isQuote(text[lexer.at])) lexQuoted(lexer, style, '', to);
    else lexer.at++;
    return;
  }
  const start = lexer.at;
  lexer.at = Math.min(to, attributeName.lastIndex);
  const name = text.slice(start, lexer.at);
  lexer.add(kinds.word, start, lexer.at, hashOf(name));
  lexSpace(lexer, to);
  if (text[lexer.at] !== '=' || lexer.at >= to) return;
  lexer.add(kinds.other, lexer.at, lexer.at + 1, 61);
  lexer.at++;
  lexSpace(lexer, to);
  if (lexer.at >= to || lexBraces(lexer, style, to)) return;
  if (isQuote(text[lexer.at])) lexQuoted(lexer, style, name, to);
}

function lexBraces(lexer: Lexer, style: TagStyle, to: number): boolean {
  if (!style.braces || lexer.text[lexer.at] !== '{') return false;
  const outer = lexer.parent;
  const open = lexer.add(kinds.open, lexer.at, lexer.at + 1, 123);
  lexer.parent = open;
  lexer.at++;
  const isClosed = lexer.code(style.braces, to, 125);
  lexer.parent = outer;
  if (isClosed) lexer.tokens.pair(open, lexer.add(kinds.close, lexer.at, ++lexer.at, 125));
  return true;
}

/** A quoted value: a string, code, or a string with holes. */
function lexQuoted(lexer: Lexer, { markup }: TagStyle, name: string, to: number): void {
  const { text, tokens } = lexer;
  const start = lexer.at;
  const quote = text[start] ?? '"';
  const code = markup?.codeAttributes?.test(name) === true ? markup.attributeCode : undefined;
  const found = text.indexOf(quote, start + 1);
  const end = found < 0 || found > to ? to : found;
  if (code) {
    const outer = lexer.parent;
    lexer.parent = lexer.add(kinds.open, start, start + 1, 34);
    const open = lexer.parent;
    lexer.at = start + 1;
    lexer.code(code, end);
    lexer.parent = outer;
    lexer.at = Math.min(to, end + 1);
    tokens.pair(open, lexer.add(kinds.close, end, lexer.at, 34));
    return;
  }
  const hole = markup && findHole(markup, text, start + 1, end);
  if (!markup || !hole) {
    lexer.at = Math.min(to, end + 1);
    lexer.add(kinds.text, start, lexer.at, 0, start + 1, end);
    return;
  }
  lexQuotedHoles(lexer, markup, quote, start, to);
}

function lexQuotedHoles(lexer: Lexer, markup: Markup, quote: string, start: number, to: number): void {
  const { text, tokens } = lexer;
  const outer = lexer.parent;
  let from = start + 1;
  let head = -1;
  let end = from - 1;
  for (;;) {
    if (end < from) {
      const found = text.indexOf(quote, from);
      end = found < 0 || found > to ? to : found;
    }
    const hole = findHole(markup, text, from, end);
    if (!hole) {
      lexer.at = Math.min(to, end + 1);
      lexer.parent = outer;
      if (head < 0) lexer.add(kinds.text, start, lexer.at, 0, start + 1, end);
      else tokens.pair(head, lexer.add(kinds.tail, from, lexer.at, 0, from, end));
      return;
    }
    if (head < 0) {
      head = lexer.add(kinds.head, start, hole.at, 0, from, hole.at);
      lexer.parent = head;
    } else lexer.add(kinds.middle, from, hole.at, 0, from, hole.at);
    lexer.at = hole.at;
    if (!lexHole(lexer, hole, to)) lexer.at = hole.at + 1;
    from = lexer.at;
  }
}

function lexSpace(lexer: Lexer, to: number): void {
  space.lastIndex = lexer.at;
  space.test(lexer.text);
  const end = Math.min(to, space.lastIndex);
  if (end > lexer.at) lexer.passLines(lexer.at, end);
  lexer.at = end;
}

function isQuote(char: string | undefined): boolean {
  return char === '"' || char === "'";
}
