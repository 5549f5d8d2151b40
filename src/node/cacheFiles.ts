import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type FactsCache, readFactsCache, writeFactsCache } from '../code/index/factsCache';
import type { FileEntry } from '../code/index/indexedFiles';
import type { KeptResults } from '../code/index/keptResults';
import { narrowJson } from '../code/index/narrowJson';
import { findSealed, writeSealed } from './sealedFile';

/** Set by the build: a hash of the finder's sources, and so of all that is kept and how. */
declare const FINDER_VERSION: string;

/** Where an index keeps what it knows over a restart: the files of each folder, and what all of them say together. */
export class CacheFiles {
  constructor(private readonly folder: string) {}

  /** Undefined when there is none yet, or none that can be used. */
  findFacts(location: string): FactsCache | undefined {
    const text = findSealed(this.#fileOf('facts', location), FINDER_VERSION);
    return text === undefined ? undefined : readFactsCache(text);
  }

  /** As {@link findFacts}. */
  findResults(locations: readonly string[]): KeptResults | undefined {
    const text = findSealed(this.#fileOf('results', ...locations), FINDER_VERSION);
    return text === undefined ? undefined : (JSON.parse(text) as KeptResults);
  }

  /** @throws when the disk does not take it */
  writeFacts(
    location: string,
    relevant: Iterable<string>,
    entries: Iterable<readonly [path: string, entry: FileEntry]>,
  ): void {
    const pieces = writeFactsCache(relevant, entries, Date.now());
    writeSealed(this.#fileOf('facts', location), FINDER_VERSION, pieces);
  }

  /**
   * @param results undefined: none are known to hold
   * @throws when the disk does not take it
   */
  writeResults(locations: readonly string[], results: KeptResults | undefined): void {
    const file = this.#fileOf('results', ...locations);
    if (results) writeSealed(file, FINDER_VERSION, [narrowJson(results)]);
    else rmSync(file, { force: true });
  }

  #fileOf(ending: string, ...locations: readonly string[]): string {
    const name = createHash('sha256').update(locations.join('\n')).digest('hex').slice(0, 16);
    return join(this.folder, `${name}.${ending}`);
  }
}
