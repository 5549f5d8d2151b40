import { posix } from 'node:path';

export interface Import {
  /** Path from the root without its ending, or the name of a package. */
  readonly target: string;
  readonly isPackage: boolean;
}

/**
 * Every form of an import, types included, because a wall holds for them too. Formatted code begins those that are no
 * calls at the beginning of a line.
 */
const forms =
  /^(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|^import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;

export function importsOf(path: string, text: string): readonly Import[] {
  return [...text.matchAll(forms)].map(([, from, bare, dynamic]) => {
    const name = from ?? bare ?? dynamic ?? '';
    if (!name.startsWith('.')) return { target: name, isPackage: true };
    return { target: posix.join(posix.dirname(path), name), isPackage: false };
  });
}
