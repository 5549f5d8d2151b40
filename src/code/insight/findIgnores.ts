import { Source } from '../branch/source';
import { kinds, type Tokens } from '../token/tokens';

/** Code in which nothing is to be said of flags, by a comment's wish. Offsets are UTF-16. */
export interface Ignore {
  readonly start: number;
  readonly end: number;
  /** What is not to be said; empty: nothing at all. */
  readonly codes: readonly string[];
}

/** What a comment says, alone or with codes behind it: `experiment-lens-ignore unknown-key`. */
export const ignoreMarker = 'experiment-lens-ignore';
const codesBehind = /[ \t]+[a-z]+(?:-[a-z]+)*(?:[ \t]*,[ \t]*[a-z]+(?:-[a-z]+)*)*/y;

/** A comment is about its own line, or, where it stands alone, about the next line with code. */
export function findIgnores(tokens: Tokens): readonly Ignore[] {
  const { text } = tokens;
  const ignores: Ignore[] = [];
  let source: Source | undefined;
  for (let at = text.indexOf(ignoreMarker); at >= 0; at = text.indexOf(ignoreMarker, at + 1)) {
    source ??= new Source(tokens, '');
    // A string that says so is no comment.
    if (source.tokenAt(at) !== undefined) continue;
    codesBehind.lastIndex = at + ignoreMarker.length;
    const codes =
      codesBehind
        .exec(text)?.[0]
        .trim()
        .split(/\s*,\s*/) ?? [];
    ignores.push({ ...coveredBy(source, at), codes });
  }
  return ignores;
}

function coveredBy(source: Source, at: number): { start: number; end: number } {
  const { tokens } = source;
  const start = lineStart(tokens.text, at);
  const end = lineEnd(tokens.text, at);
  const next = source.tokenBehind(at);
  let before = next - 1;
  // JSX has its comments in braces.
  if (source.isBracket(before, '{') && source.matchOf(before) === next) before--;
  if (before >= 0 && (tokens.end[before] ?? 0) > start) return { start, end };
  const first = source.tokenBehind(end);
  if (first >= source.count) return { start, end };
  const begin = tokens.start[first] ?? end;
  const last = source.kindOf(first) === kinds.tag ? (source.matchOf(first) ?? first) : first;
  return { start, end: Math.max(lineEnd(tokens.text, begin), tokens.end[last] ?? 0) };
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
