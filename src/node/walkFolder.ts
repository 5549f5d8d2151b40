import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isMinifiedName, maxFileBytes } from '../code/index/fileLimits';
import { type IgnoreRules, isIgnored, withIgnoreFile } from '../code/index/ignoreRules';
import { isOutputFolder } from '../code/index/outputFolders';

export interface WalkedFile {
  /** Relative to the folder walked, with slashes. */
  readonly path: string;
  readonly bytes: number;
  readonly modifiedMs: number;
}

/** What was left out, in numbers. */
export interface Skipped {
  /** Folders of packages and of build output. */
  folders: number;
  minified: number;
  tooLarge: number;
  /** Files and folders that could not be read. */
  unreadable: number;
}

export interface WalkOptions {
  /** Asked before a file is looked at. */
  readonly wants: (path: string) => boolean;
  readonly isExcluded: (path: string) => boolean;
}

export const nothingSkipped = (): Skipped => ({ folders: 0, minified: 0, tooLarge: 0, unreadable: 0 });

/**
 * The files of a folder that are worth reading, folder by folder: not what git ignores, packages, build output, packed
 * or large files. Links are not followed: what they lead to is in the folder already or is none of it.
 * @throws when the folder itself cannot be read
 */
export function* walkFolder(
  root: string,
  { wants, isExcluded }: WalkOptions,
  skipped: Skipped,
): Generator<WalkedFile> {
  const top = withSlashes(root).replace(/\/$/, '');
  const waiting = [{ folder: '', rules: rulesAbove(root) }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { folder } = next;
    const entries = entriesIn(join(root, folder), folder === '', skipped);
    const names = entries.map(({ name }) => name);
    const prefix = folder === '' ? '' : `${folder}/`;
    const rules = names.includes('.gitignore')
      ? withIgnoreFile(
          next.rules,
          folder === '' ? top : `${top}/${folder}`,
          textOf(join(root, prefix, '.gitignore')),
        )
      : next.rules;
    for (const entry of entries) {
      const path = prefix + entry.name;
      const isFolder = entry.isDirectory();
      if (!isFolder && (!entry.isFile() || !wants(path))) continue;
      if (isIgnored(rules, `${top}/${path}`, isFolder) || isExcluded(path)) continue;
      if (isFolder) {
        if (isOutputFolder(entry.name, names)) skipped.folders++;
        else waiting.push({ folder: path, rules });
      } else {
        const file = statFile(root, path, skipped);
        if (file) yield file;
      }
    }
  }
}

/** The file, or nothing when it is gone, is none, or is not worth reading. */
export function statFile(root: string, path: string, skipped: Skipped): WalkedFile | undefined {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stat?.isFile()) return undefined;
  if (stat.size > maxFileBytes) skipped.tooLarge++;
  else if (isMinifiedName(path)) skipped.minified++;
  else return { path, bytes: stat.size, modifiedMs: stat.mtimeMs };
  return undefined;
}

export function withSlashes(path: string): string {
  return path.replaceAll('\\', '/');
}

function entriesIn(folder: string, isRoot: boolean, skipped: Skipped) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (isRoot) throw error;
    skipped.unreadable++;
    return [];
  }
}

/** An unreadable .gitignore ignores nothing, as with git. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/**
 * What the .gitignore files above a folder of a repository say. Nothing when they ignore the folder itself: who names
 * it wants to see into it.
 */
function rulesAbove(root: string): IgnoreRules | undefined {
  const above: string[] = [];
  let top = root;
  while (!existsSync(join(top, '.git'))) {
    const parent = dirname(top);
    if (parent === top) return undefined;
    top = parent;
    above.unshift(top);
  }
  let rules: IgnoreRules | undefined;
  const exclude = textOf(join(top, '.git', 'info', 'exclude'));
  if (exclude !== '') rules = withIgnoreFile(rules, withSlashes(top), exclude);
  for (const folder of above) {
    rules = withIgnoreFile(rules, withSlashes(folder), textOf(join(folder, '.gitignore')));
    const next = above[above.indexOf(folder) + 1] ?? root;
    if (isIgnored(rules, withSlashes(next), true)) return undefined;
  }
  return rules;
}
