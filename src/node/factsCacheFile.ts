import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { type FactsCache, readFactsCache, writeFactsCache } from '../code/index/factsCache';
import type { FileEntry } from '../code/index/indexedFiles';

/** Set by the build: a hash of the finder's sources. */
declare const FINDER_VERSION: string;

const enoughCharacters = 1_000_000;

/** Nothing when there is none yet, or none that can be used. */
export function readCacheFile(file: string): FactsCache {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return readFactsCache(FINDER_VERSION, '');
  }
  return readFactsCache(FINDER_VERSION, text);
}

/**
 * Replaces the file as a whole, so that who is ended in the middle leaves the old one.
 * @throws when the disk does not take it
 */
export function writeCacheFile(
  file: string,
  relevant: Iterable<string>,
  entries: Iterable<readonly [path: string, entry: FileEntry]>,
): void {
  mkdirSync(dirname(file), { recursive: true });
  const half = `${file}.${process.pid}`;
  const target = openSync(half, 'w');
  try {
    let lines = '';
    for (const line of writeFactsCache(FINDER_VERSION, relevant, entries, Date.now())) {
      lines += `${line}\n`;
      if (lines.length < enoughCharacters) continue;
      writeSync(target, lines);
      lines = '';
    }
    writeSync(target, lines);
  } finally {
    closeSync(target);
  }
  renameSync(half, file);
}
