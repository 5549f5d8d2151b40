import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';

/** Tests run from the root of the project. */
export const root = process.cwd();

/** What tools make or fetch, and what sample projects and samples of code say in their own words. */
const notOurs = [
  'node_modules',
  'dist',
  '.git',
  '.vscode-test',
  'test-results',
  'sampleWorkspace',
  'samples',
];

/** Paths of the files below a folder, from the root and with slashes, sorted. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name);
      if (notOurs.includes(entry.name)) return [];
      return entry.isDirectory() ? filesBelow(path) : [path];
    })
    .toSorted();
}

export function sourcesBelow(...folders: readonly string[]): readonly string[] {
  return folders.flatMap(filesBelow).filter((path) => path.endsWith('.ts'));
}

export function textOf(path: string): string {
  return readFileSync(join(root, ...path.split(posix.sep)), 'utf8');
}

export function withSlashes(path: string): string {
  return path.split(sep).join(posix.sep);
}
