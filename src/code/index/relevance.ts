import { everyday, sdkNames } from '../sdk/names';
import type { FlagNames } from './projectConfig';
import { metadata } from '../resolve/metadata';
import { stemOf } from '../resolve/stem';
import { hashWord, WordSet } from './words';

/** The words by which a file matters, as far as they are known: they only become more. */
export class Relevance {
  readonly #hashes = new WordSet();
  readonly #words = new Set<string>();

  constructor() {
    this.add([...sdkNames, metadata.name].filter((name) => !everyday.test(name)));
  }

  get words(): Iterable<string> {
    return this.#words;
  }

  get hashes(): WordSet {
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

/** One look for all: it goes through every text. `import *` is Python's; a script's has `as` behind it. */
const important = /ost[hH]og|OSTHOG|export \*|import \*(?! as)/;

/** What makes a file matter whatever its words: it speaks of PostHog, or gives on all that another file gives. */
export function mattersByItself(text: string): boolean {
  return important.test(text);
}

/** `/name` of a file, by which a module is named. */
export function fileWord(path: string): string {
  return `/${stemOf(path)}`;
}
