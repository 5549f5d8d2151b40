import { sdkNames } from '../sdk/names';
import type { FlagNames } from './projectConfig';
import { hashWord } from './words';

/**
 * Names of SDKs that half of all files have for something else. Read as flags only beside something that says so: the
 * word PostHog, or the name of the call that gave what they are called on.
 */
const everyday =
  /^(?:get|has|is|check|fetch|override|enabled|includes|indexOf|feature|dig|capture|find|key|value|flags?)$/i;

/** The words by which a file matters, as far as they are known: they only become more. */
export class Relevance {
  readonly #hashes = new Set<number>();
  readonly #words = new Set<string>();

  constructor() {
    this.add([...sdkNames].filter((name) => !everyday.test(name)));
  }

  get words(): Iterable<string> {
    return this.#words;
  }

  get hashes(): ReadonlySet<number> {
    return this.#hashes;
  }

  /** @returns hashes of those that were not known yet */
  add(words: Iterable<string>): ReadonlySet<number> {
    const added = new Set<number>();
    for (const each of words) {
      if (this.#words.has(each)) continue;
      this.#words.add(each);
      for (const word of each.startsWith('/') ? [each] : each.split(/[^\w$-]+/)) {
        const hash = hashWord(word);
        if (word.length < 2 || this.#hashes.has(hash)) continue;
        this.#hashes.add(hash);
        added.add(hash);
      }
    }
    return added;
  }

  /** A key with dots or slashes is no word: its longest part stands for it. */
  addKeys(keys: readonly string[]): ReadonlySet<number> {
    return this.add(
      keys.map((key) =>
        key.split(/[^\w$-]+/).reduce((long, part) => (part.length > long.length ? part : long), ''),
      ),
    );
  }

  addNames({ flagFunctions, clientNames }: FlagNames): ReadonlySet<number> {
    const last = (name: string) => name.slice(name.lastIndexOf('.') + 1);
    return this.add([...flagFunctions.map(last), ...clientNames]);
  }
}

/** What makes a file matter whatever its words: it speaks of PostHog, or gives on all that another file gives. */
export function mattersByItself(text: string): boolean {
  return (
    text.includes('osthog') ||
    text.includes('ostHog') ||
    text.includes('OSTHOG') ||
    text.includes('export *') ||
    text.includes('import *')
  );
}

/** `/name` of a file, by which a module is named. */
export function fileWord(path: string): string {
  const parts = path.split('/');
  const [stem = ''] = (parts.pop() ?? '').split('.');
  return `/${stem === 'index' || stem === '__init__' ? (parts.pop() ?? stem) : stem}`;
}
