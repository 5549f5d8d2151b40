import { globSource } from './globSource';
import { nameOf } from '../path';

/**
 * Whether a path relative to a workspace folder is left out by globs as VS Code's `files.exclude` has them: what
 * matches a folder leaves out all below it, which who walks folder by folder gets by itself.
 */
export type IsExcluded = (path: string) => boolean;

export function createExclusion(globs: readonly string[]): IsExcluded {
  const names = new Set<string>();
  const sources: string[] = [];
  for (const glob of globs) {
    const [, name] = /^\*\*\/([\w.@-]+)(?:\/\*\*)?$/.exec(glob) ?? [];
    if (name !== undefined) names.add(name);
    else sources.push(globSource(glob.replace(/^\/|\/$|\/\*\*$/g, ''), true));
  }
  const expression = sources.length === 0 ? undefined : new RegExp(`^(?:${sources.join('|')})$`, 's');
  return (path) => names.has(nameOf(path)) || expression?.test(path) === true;
}
