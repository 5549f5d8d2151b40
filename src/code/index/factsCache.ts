import type { FileFacts } from '../facts';
import type { FileEntry } from './indexedFiles';

/** Of the form below. */
const formVersion = 1;
/** A file changed this shortly before may change again without its time telling. */
const doubtMs = 2_000;

type CachedFile = readonly [
  path: string,
  bytes: number,
  modifiedMs: number,
  isMinified: boolean,
  facts: FileFacts | null,
  lineLengths: readonly number[] | null,
];

/**
 * The files of one root as lines to keep: a heading, then a file a line, then an end. Files in doubt are left out, so
 * that they are read again.
 * @param finder what the finder that read them is called: another one may read them otherwise
 */
export function* writeFactsCache(
  finder: string,
  entries: Iterable<readonly [path: string, entry: FileEntry]>,
  nowMs: number,
): Generator<string> {
  yield heading(finder);
  for (const [path, { bytes, modifiedMs, isMinified, facts, lineStarts }] of entries) {
    if (modifiedMs > nowMs - doubtMs) continue;
    const lineLengths = lineStarts
      ? Array.from(lineStarts, (start, at) => start - (lineStarts[at - 1] ?? 0))
      : null;
    const file: CachedFile = [path, bytes, modifiedMs, isMinified, facts ?? null, lineLengths];
    yield JSON.stringify(file);
  }
  yield end;
}

/** What was kept; nothing at all when it is of another finder, cut off, or damaged. */
export function readFactsCache(finder: string, text: string): ReadonlyMap<string, FileEntry> {
  const lines = text.split('\n');
  if (lines[0] !== heading(finder) || lines.at(-2) !== end) return new Map();
  try {
    return new Map(lines.slice(1, -2).map((line) => entryIn(JSON.parse(line))));
  } catch {
    // Damaged. The files tell everything again.
    return new Map();
  }
}

const end = 'end';

function heading(finder: string): string {
  return JSON.stringify({ form: formVersion, finder });
}

/** @throws Error when it is none */
function entryIn(value: unknown): readonly [string, FileEntry] {
  if (!Array.isArray(value) || value.length !== 6) throw new Error('No file of the cache.');
  const [path, bytes, modifiedMs, isMinified, facts, lineLengths] = value as unknown as CachedFile;
  if (typeof path !== 'string' || typeof bytes !== 'number' || typeof modifiedMs !== 'number')
    throw new Error('No file of the cache.');
  let start = 0;
  const lineStarts = lineLengths ? Uint32Array.from(lineLengths, (length) => (start += length)) : undefined;
  return [path, { bytes, modifiedMs, isMinified, facts: facts ?? undefined, lineStarts }];
}
