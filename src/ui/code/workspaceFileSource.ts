import { FileType, Uri, workspace } from 'vscode';
import type { IsExcluded } from '../../code/index/excludeGlobs';
import { isMinifiedName, maxFileBytes } from '../../code/index/fileLimits';
import { type FileSource, type FoundFile, nothingSkipped, type Skipped } from '../../code/index/fileSource';
import { withIgnoreFile, type IgnoreRules } from '../../code/index/ignoreRules';
import { isWorthReading } from '../../code/index/indexedRoot';
import { type Entry, pickEntries, type WalkOptions } from '../../code/index/pickEntries';

/**
 * A folder behind VS Code's file system, wherever its files are. They have no time that could be had cheaply: looking
 * again reads them again.
 */
export function createWorkspaceFileSource(root: Uri, isExcluded: IsExcluded): FileSource {
  const at = (path: string) => (path === '' ? root : Uri.joinPath(root, path));
  return {
    list: (wants, skipped) => walk(at, { wants, isExcluded }, skipped),
    async find(path) {
      if ((await findType(at(path))) === FileType.Directory) return 'folder';
      for await (const file of walk(at, { wants: isWorthReading, isExcluded, only: path }, nothingSkipped()))
        return file;
      return undefined;
    },
    read: (path) => readText(at(path)),
  };
}

async function* walk(
  at: (path: string) => Uri,
  options: WalkOptions,
  skipped: Skipped,
): AsyncGenerator<FoundFile> {
  const waiting: { readonly folder: string; readonly rules: IgnoreRules | undefined }[] = [
    { folder: '', rules: undefined },
  ];
  const top = at('').path;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { folder } = next;
    const entries = await entriesIn(at(folder), folder === '', skipped);
    const rules = entries.some(({ name }) => name === '.gitignore')
      ? withIgnoreFile(
          next.rules,
          at(folder).path,
          (await readText(at(folder === '' ? '.gitignore' : `${folder}/.gitignore`))) ?? '',
        )
      : next.rules;
    const { files, folders } = pickEntries(folder, entries, options, { rules, top }, skipped);
    for (const path of folders) waiting.push({ folder: path, rules });
    for (const path of files) {
      if (isMinifiedName(path)) skipped.minified++;
      else yield { path, bytes: Number.NaN, modifiedMs: Number.NaN };
    }
  }
}

/** @throws what VS Code says of the folder itself */
async function entriesIn(folder: Uri, isRoot: boolean, skipped: Skipped): Promise<readonly Entry[]> {
  try {
    const entries = await workspace.fs.readDirectory(folder);
    return entries.map(([name, type]) => ({ name, kind: kindOf(type) }));
  } catch (error) {
    if (isRoot) throw error;
    skipped.unreadable++;
    return [];
  }
}

function kindOf(type: FileType): Entry['kind'] {
  return type === FileType.Directory ? 'folder' : type === FileType.File ? 'file' : 'other';
}

/** Undefined when it is gone, cannot be read or is too large. */
async function readText(uri: Uri): Promise<string | undefined> {
  try {
    const bytes = await workspace.fs.readFile(uri);
    return bytes.length > maxFileBytes ? undefined : new TextDecoder().decode(bytes);
  } catch {
    return undefined;
  }
}

async function findType(uri: Uri): Promise<FileType | undefined> {
  try {
    return (await workspace.fs.stat(uri)).type;
  } catch {
    return undefined;
  }
}
