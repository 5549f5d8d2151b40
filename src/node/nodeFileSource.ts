import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { IsExcluded } from '../code/index/excludeGlobs';
import { type FileSource, nothingSkipped } from '../code/index/fileSource';
import { isWorthReading } from '../code/index/indexedRoot';
import { findSource } from './readSource';
import { walkFolder } from './walkFolder';

/** A folder on this machine's disk. Everything is read at once: whoever uses it has a thread of its own. */
export function createNodeFileSource(folder: string, isExcluded: IsExcluded): FileSource {
  return {
    list: (wants, skipped) => walkFolder(folder, { wants, isExcluded }, skipped),
    find(path) {
      if (statSync(join(folder, path), { throwIfNoEntry: false })?.isDirectory()) return 'folder';
      const options = { wants: isWorthReading, isExcluded, only: path };
      const [found] = walkFolder(folder, options, nothingSkipped());
      return found;
    },
    read: (path, bytes) => findSource(`${folder}/${path}`, bytes),
  };
}
