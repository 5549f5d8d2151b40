import type { IsExcluded } from './excludeGlobs';
import type { Skipped } from './fileSource';
import { type IgnoreRules, isIgnored } from './ignoreRules';
import { isOutputFolder } from './outputFolders';

/** What lies in a folder. Links are neither: what they lead to is in the folder already or is none of it. */
export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}

export interface WalkOptions {
  /** Asked before a file is looked at. */
  readonly wants: (path: string) => boolean;
  readonly isExcluded: IsExcluded;
  /** Walks to this path alone. */
  readonly only?: string;
}

/** Of what lies in a folder, the paths to read and the paths to go into. */
export function pickEntries(
  folder: string,
  entries: readonly Entry[],
  { wants, isExcluded, only }: WalkOptions,
  ignored: { readonly rules: IgnoreRules | undefined; readonly top: string },
  skipped: Skipped,
): { readonly files: readonly string[]; readonly folders: readonly string[] } {
  const names = entries.map(({ name }) => name);
  const files: string[] = [];
  const folders: string[] = [];
  for (const { name, kind } of entries) {
    const path = folder === '' ? name : `${folder}/${name}`;
    if (only !== undefined && only !== path && !only.startsWith(`${path}/`)) continue;
    const isFolder = kind === 'folder';
    if (!isFolder && (kind !== 'file' || !wants(path))) continue;
    if (isIgnored(ignored.rules, `${ignored.top}/${path}`, isFolder) || isExcluded(path)) continue;
    if (!isFolder) files.push(path);
    else if (isOutputFolder(name, names)) skipped.folders++;
    else folders.push(path);
  }
  return { files, folders };
}
