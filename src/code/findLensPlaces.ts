import type { Reference } from './reference';

/** A reference above which something may be said. */
export interface LensPlace {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** A line that a function begins with, in any of the languages: by a word of its own, an arrow, or a name and a brace. */
const functionLine =
  /\b(?:def|fn|func|fun|function|sub|defp)\b|=>|->\s*$|\)\s*(?::[^;]*|throws [\w, ]+|async|const)?\s*\{?\s*$/;
/** Words that begin a block and no function. */
const blockLine =
  /^[\s@{#<%:}\])]*(?:if|else|elif|elsif|for|foreach|while|switch|case|when|with|try|catch|match|unless|do|guard|until|rescue|using|lock)\b/;

/**
 * Where lenses go: the first of the calls that name a flag in each function. What only defines a key has none. Functions
 * are told by lines and their indentation, which all languages share.
 */
export function findLensPlaces(text: string, references: readonly Reference[]): readonly LensPlace[] {
  const seen = new Set<string>();
  return references.flatMap(({ key, kind, start, end }) => {
    if (key === undefined || kind === 'definition') return [];
    const scope = `${scopeAt(text, start)}:${key}`;
    if (seen.has(scope)) return [];
    seen.add(scope);
    return [{ key, start, end }];
  });
}

/** Offset of the line that the function around an offset begins with; -1 outside of all functions. */
function scopeAt(text: string, offset: number): number {
  let lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  let indent = indentOf(text, lineStart);
  while (lineStart > 0 && indent > 0) {
    const end = lineStart - 1;
    lineStart = end === 0 ? 0 : text.lastIndexOf('\n', end - 1) + 1;
    const here = indentOf(text, lineStart);
    if (here >= indent || isBlank(text, lineStart + here)) continue;
    const line = text.slice(lineStart, end);
    // A brace on a line of its own belongs to the line above it.
    indent = line.trim() === '{' ? here + 1 : here;
    if (functionLine.test(line) && !blockLine.test(line)) return lineStart;
  }
  return -1;
}

function isBlank(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r';
}

function indentOf(text: string, lineStart: number): number {
  let at = lineStart;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at - lineStart;
}
