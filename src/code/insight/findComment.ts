import { Source } from '../branch/source';
import { findLanguage } from '../language/languages';
import { tokenize } from '../token/tokenize';
import { kinds } from '../token/tokens';

/** Where a line of comment can be put, and what begins and ends it there. */
export interface CommentPlace {
  /** Start of the line that it comes above. UTF-16 offset. */
  readonly at: number;
  /** White space that the line begins with. */
  readonly indent: string;
  readonly open: string;
  readonly close: string;
}

interface Comment {
  readonly open: string;
  readonly close: string;
}

const slashes: Comment = { open: '// ', close: '' };
const hash: Comment = { open: '# ', close: '' };
const html: Comment = { open: '<!-- ', close: ' -->' };
const jsx: Comment = { open: '{/* ', close: ' */}' };
const markups: Readonly<Record<string, { readonly outside: Comment; readonly inside: Comment }>> = {
  vue: { outside: html, inside: slashes },
  svelte: { outside: html, inside: slashes },
  astro: { outside: html, inside: slashes },
  html: { outside: html, inside: slashes },
  php: { outside: html, inside: slashes },
  erb: { outside: { open: '<%# ', close: ' %>' }, inside: hash },
  blade: { outside: { open: '{{-- ', close: ' --}}' }, inside: slashes },
  razor: { outside: { open: '@* ', close: ' *@' }, inside: slashes },
  aspnetcorerazor: { outside: { open: '@* ', close: ' *@' }, inside: slashes },
  'phoenix-heex': { outside: { open: '<%!-- ', close: ' --%>' }, inside: hash },
  heex: { outside: { open: '<%!-- ', close: ' --%>' }, inside: hash },
  'html-eex': { outside: { open: '<%!-- ', close: ' --%>' }, inside: hash },
};
const hashed = new Set(['python', 'ruby', 'elixir']);
/** What code between tags of markup begins and ends with. */
const codeOf: readonly (readonly [open: RegExp, close: RegExp])[] = [
  [/<script\b[^>]*>/gi, /<\/script/gi],
  [/<\?(?:php|=)?/g, /\?>/g],
  [/@(?:code|functions)?\s*\{/g, /^\}/gm],
];

/** The place for a comment about what stands at `offset`. Undefined where its line cannot have one above. */
export function findComment(text: string, languageId: string, offset: number): CommentPlace | undefined {
  const language = findLanguage(languageId);
  if (!language) return undefined;
  const source = new Source(tokenize(text, language), languageId);
  let line = lineStart(text, offset);
  const { tokens } = source;
  const first = source.tokenBehind(line - 1);
  const tag = tagAround(source, first);
  // Within a tag there are none.
  if (tag !== undefined) line = lineStart(text, tokens.start[tag] ?? line);
  const begin = source.tokenBehind(line - 1);
  if (isWithinText(source, line) || text.slice(0, line).trimEnd().endsWith('\\')) return undefined;
  const indent = /[ \t]*/y.exec(text.slice(line))?.[0] ?? '';
  return { at: line, indent, ...commentAt(source, begin, line) };
}

function commentAt(source: Source, first: number, line: number): Comment {
  const { language, tokens } = source;
  const markup = markups[language];
  if (markup) return isCode(source, first, line) ? markup.inside : markup.outside;
  if (hashed.has(language)) return hash;
  // Between the elements of JSX everything else is text.
  const isChild =
    source.kindOf(first) === kinds.tag ||
    source.kindOf(first) === kinds.endTag ||
    source.isBracket(first, '{');
  const isBehindElement = [kinds.tagEnd, kinds.endTag].some((kind) => kind === source.kindOf(first - 1));
  const isBehindHole = source.isBracket(first - 1, '}') && isElementHole(source, source.matchOf(first - 1));
  return isChild && (isBehindElement || isBehindHole) && tokens.count > 0 ? jsx : slashes;
}

/** Braces between elements. */
function isElementHole(source: Source, open: number | undefined): boolean {
  return open !== undefined && [kinds.tagEnd, kinds.endTag].some((kind) => kind === source.kindOf(open - 1));
}

/** Whether a line of markup is code: of a script, of a hole that began above. */
function isCode(source: Source, first: number, line: number): boolean {
  const { text, start } = source.tokens;
  for (let open = source.parentOf(first); open >= 0; open = source.parentOf(open)) {
    if (source.kindOf(open) === kinds.open && (start[open] ?? 0) < line) return true;
  }
  if (source.language === 'astro' && text.startsWith('---') && text.indexOf('\n---', 3) >= line) return true;
  return codeOf.some(([open, close]) => last(open, text, line) > last(close, text, line));
}

function last(pattern: RegExp, text: string, before: number): number {
  return [...text.slice(0, before).matchAll(pattern)].at(-1)?.index ?? -1;
}

/** The opening tag that has this token among its attributes. */
function tagAround(source: Source, token: number): number | undefined {
  const parent = source.parentOf(token);
  return source.kindOf(parent) === kinds.tag ? parent : undefined;
}

/** Whether the line begins in the middle of a string. */
function isWithinText(source: Source, line: number): boolean {
  const { start, end } = source.tokens;
  const before = source.tokenBehind(line - 1) - 1;
  if (before < 0) return false;
  const kind = source.kindOf(before);
  const isOpen = kind === kinds.head || kind === kinds.middle;
  return isOpen || ((start[before] ?? 0) < line && (end[before] ?? 0) > line);
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}
