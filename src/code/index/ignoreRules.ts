import { globSource } from './globSource';
import { nameOf } from '../path';

interface Rule {
  readonly isNegated: boolean;
  readonly isForFolders: boolean;
  /** Matched against the name alone: the pattern has no slash. */
  readonly isName: boolean;
  readonly matches: (text: string) => boolean;
}

/** The rules of one .gitignore and of those in the folders above it. */
export interface IgnoreRules {
  /** The folder of the file, without a slash at its end. */
  readonly folder: string;
  /** The last one first: the last one that matches decides. */
  readonly rules: readonly Rule[];
  readonly above: IgnoreRules | undefined;
}

/** Adds what a .gitignore in `folder` says to what those above it say. Never throws. */
export function withIgnoreFile(above: IgnoreRules | undefined, folder: string, text: string): IgnoreRules {
  const rules = text.split(/\r?\n/).flatMap((line) => findRule(line) ?? []);
  return { folder, rules: rules.toReversed(), above };
}

/**
 * Whether git would ignore a file or folder none of whose folders is ignored: the deepest file with a rule for it
 * decides. Paths use slashes and begin like the folders of the rules.
 */
export function isIgnored(ignoreRules: IgnoreRules | undefined, path: string, isFolder: boolean): boolean {
  const name = nameOf(path);
  for (let level = ignoreRules; level; level = level.above) {
    if (level.rules.length === 0) continue;
    const relative = path.slice(level.folder.length + 1);
    for (const rule of level.rules) {
      if ((isFolder || !rule.isForFolders) && rule.matches(rule.isName ? name : relative))
        return !rule.isNegated;
    }
  }
  return false;
}

function findRule(line: string): Rule | undefined {
  // A space at the end counts only behind a backslash.
  let pattern = line.replace(/(?<!\\)[ \t]+$/, '');
  if (pattern === '' || pattern.startsWith('#')) return undefined;
  const isNegated = pattern.startsWith('!');
  if (isNegated) pattern = pattern.slice(1);
  const isForFolders = pattern.endsWith('/');
  if (isForFolders) pattern = pattern.slice(0, -1);
  const isName = !pattern.includes('/');
  if (pattern.startsWith('/')) pattern = pattern.slice(1);
  const matches = matcher(pattern);
  return matches && { isNegated, isForFolders, isName, matches };
}

/** Most patterns are plain names or endings, which need no expression. */
function matcher(pattern: string): ((text: string) => boolean) | undefined {
  if (pattern === '') return undefined;
  if (/^[\w. @-]+$/.test(pattern)) return (text) => text === pattern;
  const [, ending] = /^\*(\.[\w.-]+)$/.exec(pattern) ?? [];
  if (ending !== undefined) return (text) => text.endsWith(ending) && !text.includes('/');
  try {
    // `a/**` is what lies in a, not a itself.
    const expression = new RegExp(`^${globSource(pattern, false).replace(/\.\*$/, '.+')}$`, 's');
    return (text) => expression.test(text);
  } catch {
    // A set out of order, as in `[z-a]`: git takes it for a pattern that matches nothing.
    return undefined;
  }
}
