import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isMinifiedName, maxFileBytes } from '../code/index/fileLimits';
import type { FoundFile, Skipped } from '../code/index/fileSource';
import { type IgnoreRules, isIgnored, withIgnoreFile } from '../code/index/ignoreRules';
import { type Entry, pickEntries, type WalkOptions } from '../code/index/pickEntries';

/**
 * The files of a folder that are worth reading, folder by folder: not what git ignores, packages, build output, packed
 * or large files.
 * @throws when the folder itself cannot be read
 */
export function* walkFolder(root: string, options: WalkOptions, skipped: Skipped): Generator<FoundFile> {
  const top = withSlashes(root).replace(/\/$/, '');
  const waiting = [{ folder: '', rules: rulesAbove(root) }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { folder } = next;
    const entries = entriesIn(join(root, folder), folder === '', skipped);
    const rules = entries.some(({ name }) => name === '.gitignore')
      ? withIgnoreFile(
          next.rules,
          folder === '' ? top : `${top}/${folder}`,
          textOf(join(root, folder, '.gitignore')),
        )
      : next.rules;
    const { files, folders } = pickEntries(folder, entries, options, { rules, top }, skipped);
    for (const path of folders) waiting.push({ folder: path, rules });
    for (const path of files) {
      const file = statFile(root, path, skipped);
      if (file) yield file;
    }
  }
}

/** The file, or nothing when it is gone, is none, or is not worth reading. */
function statFile(root: string, path: string, skipped: Skipped): FoundFile | undefined {
  const stat = statSync(`${root}/${path}`, { throwIfNoEntry: false });
  if (!stat?.isFile()) return undefined;
  if (stat.size > maxFileBytes) skipped.tooLarge++;
  else if (isMinifiedName(path)) skipped.minified++;
  else return { path, bytes: stat.size, modifiedMs: stat.mtimeMs };
  return undefined;
}

function withSlashes(path: string): string {
  return path.replaceAll('\\', '/');
}

function entriesIn(folder: string, isRoot: boolean, skipped: Skipped): readonly Entry[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      kind: entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'other',
    }));
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
