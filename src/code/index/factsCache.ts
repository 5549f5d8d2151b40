import type { FileFacts } from '../facts';
import type { FileEntry } from './indexedFiles';
import { packWords } from './words';

/** Of the form below. */
const formVersion = 2;
/** A file changed this shortly before may change again without its time telling. */
const doubtMs = 2_000;

export interface FactsCache {
  readonly relevant: readonly string[];
  readonly entries: ReadonlyMap<string, FileEntry>;
}

const nothing: FactsCache = { relevant: [], entries: new Map() };

type CachedFile = readonly [
  path: string,
  bytes: number,
  modifiedMs: number,
  isMinified: boolean,
  isRead: boolean,
  words: string,
  facts: FileFacts | null,
  lineLengths: readonly number[] | null,
];

/**
 * The files of one root as lines to keep: a heading, then a file a line, then an end. Files in doubt are left out, so
 * that they are read again.
 * @param relevant words by which the files were judged
 * @param finder what the finder that read them is called: another one may read them otherwise
 */
export function* writeFactsCache(
  finder: string,
  relevant: Iterable<string>,
  entries: Iterable<readonly [path: string, entry: FileEntry]>,
  nowMs: number,
): Generator<string> {
  yield heading(finder);
  yield JSON.stringify([...relevant]);
  for (const [path, { bytes, modifiedMs, isMinified, isRead, words, facts, lineStarts }] of entries) {
    if (modifiedMs > nowMs - doubtMs) continue;
    const lineLengths = lineStarts
      ? Array.from(lineStarts, (start, at) => start - (lineStarts[at - 1] ?? 0))
      : null;
    const file: CachedFile = [
      path,
      bytes,
      modifiedMs,
      isMinified,
      isRead,
      typeof words === 'string' ? words : packWords(words),
      facts ?? null,
      lineLengths,
    ];
    yield JSON.stringify(file);
  }
  yield end;
}

/** What was kept; nothing at all when it is of another finder, cut off, or damaged. */
export function readFactsCache(finder: string, text: string): FactsCache {
  const lines = text.split('\n');
  if (lines[0] !== heading(finder) || lines.at(-2) !== end) return nothing;
  try {
    const relevant: unknown = JSON.parse(lines[1] ?? '');
    if (!Array.isArray(relevant) || relevant.some((word) => typeof word !== 'string')) return nothing;
    const entries = new Map(lines.slice(2, -2).map((line) => entryIn(JSON.parse(line))));
    return { relevant: relevant as readonly string[], entries };
  } catch {
    // Damaged. The files tell everything again.
    return nothing;
  }
}

const end = 'end';

function heading(finder: string): string {
  return JSON.stringify({ form: formVersion, finder });
}

/** @throws Error when it is none */
function entryIn(value: unknown): readonly [string, FileEntry] {
  if (!Array.isArray(value) || value.length !== 8) throw new Error('No file of the cache.');
  const [path, bytes, modifiedMs, isMinified, isRead, words, facts, lineLengths] =
    value as unknown as CachedFile;
  if (
    typeof path !== 'string' ||
    typeof bytes !== 'number' ||
    typeof modifiedMs !== 'number' ||
    typeof words !== 'string'
  )
    throw new Error('No file of the cache.');
  let start = 0;
  const lineStarts = lineLengths ? Uint32Array.from(lineLengths, (length) => (start += length)) : undefined;
  return [
    path,
    {
      bytes,
      modifiedMs,
      isMinified,
      isRead,
      words,
      facts: facts ?? undefined,
      lineStarts,
    },
  ];
}
