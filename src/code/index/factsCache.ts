import type { FileEntry } from './indexedFiles';
import { narrow, narrowJson } from './narrowJson';
import { Said } from './said';
import { packWords } from './words';

/** A file changed this shortly before may change again without its time telling. */
const doubtMs = 2_000;

export interface FactsCache {
  readonly relevant: readonly string[];
  readonly entries: ReadonlyMap<string, FileEntry>;
}

/** Of a file, a line of JSON. Its words and what it says follow, and are not looked at before they are needed. */
type Heading = readonly [
  path: string,
  bytes: number,
  modifiedMs: number,
  isMinified: 0 | 1,
  isRead: 0 | 1,
  wordsLength: number,
  saidLength: number,
  digest: string,
];

/**
 * The files of one root as text of characters up to 255, piece by piece. Files in doubt are left out, so that they are
 * read again.
 * @param relevant words by which the files were judged
 */
export function* writeFactsCache(
  relevant: Iterable<string>,
  entries: Iterable<readonly [path: string, entry: FileEntry]>,
  nowMs: number,
): Generator<string> {
  yield `${narrowJson([...relevant])}\n`;
  for (const [path, { bytes, modifiedMs, isMinified, isRead, words, said }] of entries) {
    if (modifiedMs > nowMs - doubtMs) continue;
    const packed = typeof words === 'string' ? words : packWords(words);
    const text = said ? narrow(said.toKeep()) : '';
    const heading: Heading = [
      path,
      bytes,
      modifiedMs,
      isMinified ? 1 : 0,
      isRead ? 1 : 0,
      packed.length,
      text.length,
      said?.digest ?? '',
    ];
    yield `${narrowJson(heading)}\n`;
    yield packed;
    yield text;
  }
}

/** @param text whole, and written by {@link writeFactsCache} of this very build */
export function readFactsCache(text: string): FactsCache {
  let at = 0;
  const take = (length: number) => text.slice(at, (at += length));
  const takeLine = () => {
    const line = text.slice(at, text.indexOf('\n', at));
    at += line.length + 1;
    return line;
  };
  const entries = new Map<string, FileEntry>();
  const relevant = JSON.parse(takeLine()) as readonly string[];
  while (at < text.length) {
    const [path, bytes, modifiedMs, isMinified, isRead, wordsLength, saidLength, digest] = JSON.parse(
      takeLine(),
    ) as Heading;
    const words = take(wordsLength);
    const said = take(saidLength);
    entries.set(path, {
      bytes,
      modifiedMs,
      said: said === '' ? undefined : Said.kept(said, digest),
      isMinified: isMinified === 1,
      isRead: isRead === 1,
      words,
    });
  }
  return { relevant, entries };
}
