import { findHole, lexBracket, lexHole } from './hole';
import type { Lexer } from './lexer';
import type { Lexicon, Markup } from './lexicon';
import { lexTag } from './tag';
import { kinds } from './tokens';

const frontmatter = /\s*---\r?\n/y;
const rawTag = /^(?:script|style)$/i;

/** Reads markup up to `to`: tags, the code in holes and scripts; text between is passed over. */
export function lexMarkup(lexer: Lexer, markup: Markup, to: number): void {
  const { text, tokens } = lexer;
  lexer.depth++;
  const braces = bracesOf(markup);
  const style = { markup, ...(braces && { braces }) };
  lexFrontmatter(lexer, markup, to);
  const hole = new NextHole(markup, text, to);
  let elses = markup.directiveBlocks ? lexer.at : -1;
  let tagAt = -1;
  while (lexer.at < to) {
    if (tagAt < lexer.at) tagAt = nextTag(text, lexer.at, to);
    const next = hole.from(lexer.at, tagAt);
    if (elses >= 0 && elses <= lexer.at) elses = text.indexOf('else if', lexer.at);
    if (elses >= 0 && elses < Math.min(next?.at ?? to, tagAt) && markup.directives) {
      lexer.at = elses + 7;
      const paren = text.slice(lexer.at, lexer.at + 3).indexOf('(');
      if (paren >= 0) lexBracket(lexer, markup.directives, lexer.at + paren, to);
      continue;
    }
    if (next && next.at < tagAt) {
      lexer.passLines(lexer.at, next.at);
      if (!lexHole(lexer, next, to)) lexer.at = Math.max(lexer.at, next.at + 1);
      continue;
    }
    lexer.passLines(lexer.at, tagAt);
    lexer.at = tagAt;
    if (tagAt >= to) break;
    if (text.startsWith('<!--', tagAt)) {
      const end = text.indexOf('-->', tagAt + 4);
      lexer.at = end < 0 || end > to ? to : end + 3;
    } else if (text[tagAt + 1] === '/') {
      const end = text.indexOf('>', tagAt);
      lexer.at = end < 0 || end > to ? to : end + 1;
      lexer.add(kinds.endTag, tagAt, lexer.at);
    } else {
      const tag = lexTag(lexer, style, to);
      if (tag < 0) lexer.at++;
      else if (rawTag.test(tokens.textOf(tag))) lexRaw(lexer, markup, tag, to);
    }
  }
  lexer.at = Math.max(lexer.at, to);
  lexer.depth--;
}

/** Looks for holes only once over the same text, however many tags stand before the next one. */
class NextHole {
  #searchedTo = 0;
  #found: ReturnType<typeof findHole>;

  constructor(
    private readonly markup: Markup,
    private readonly text: string,
    private readonly to: number,
  ) {}

  from(at: number, before: number): ReturnType<typeof findHole> {
    if (this.#found && this.#found.at >= at) return this.#found;
    const from = this.#found ? at : Math.max(at, this.#searchedTo);
    if (from >= before && !this.#found) return undefined;
    this.#found = findHole(this.markup, this.text, Math.max(at, from), Math.min(before, this.to));
    this.#searchedTo = before;
    return this.#found;
  }
}

function bracesOf(markup: Markup): Lexicon | undefined {
  return markup.holes.find(({ open }) => open === '{')?.code;
}

function nextTag(text: string, from: number, to: number): number {
  for (let at = text.indexOf('<', from); at >= 0 && at < to; at = text.indexOf('<', at + 1)) {
    const code = text.charCodeAt(at + 1);
    const isName = (code >= 65 && code < 91) || (code >= 97 && code < 123) || code === 46 || code === 58;
    if (isName || code === 47 || code === 33) return at;
  }
  return to;
}

function lexFrontmatter(lexer: Lexer, { frontmatter: code }: Markup, to: number): void {
  if (!code) return;
  frontmatter.lastIndex = lexer.at;
  if (!frontmatter.test(lexer.text)) return;
  lexer.at = frontmatter.lastIndex;
  const end = lexer.text.indexOf('\n---', lexer.at);
  lexer.code(code, end < 0 || end > to ? to : end);
  lexer.at = Math.min(to, lexer.at + 4);
}

/** The code of a script; a style is passed over. */
function lexRaw(lexer: Lexer, markup: Markup, tag: number, to: number): void {
  const { text, tokens } = lexer;
  const end = tokens.match[tag] ?? -1;
  if (end < 0 || tokens.hash[end] === 47) return;
  const isScript = tokens.textOf(tag).toLowerCase() === 'script';
  const close = isScript ? /<\/script/gi : /<\/style/gi;
  close.lastIndex = lexer.at;
  const stop = close.test(text) ? Math.min(to, close.lastIndex - (isScript ? 8 : 7)) : to;
  if (isScript) lexer.code(markup.script, stop);
  lexer.passLines(lexer.at, stop);
  lexer.at = Math.max(lexer.at, stop);
}
