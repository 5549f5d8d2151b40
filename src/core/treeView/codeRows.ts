import type { Experiment } from '../model/experiment';
import { childRow, type ChildRow, type CodePlace } from './childRow';
import { coverageRow, type VariantUse } from './coverageRow';

/** What the code of the workspace is known to say of flags. */
export interface KnownCode {
  /** Whether all of it was looked through: before that, what is missing may still be found. */
  readonly isComplete: boolean;
  /** Why references may be missing for good, where they may. */
  readonly lack?: CodeLack | undefined;
  /** Places that name a flag, by file and line. */
  placesOf(flagKey: string): readonly CodePlace[];
  /** Every key that the code names. */
  keys(): Iterable<string>;
  /** What it does with the variants of a flag; undefined while that was not read. */
  variantsOf(flagKey: string): VariantUse | undefined;
}

/** Looking through the code ended early: with an error, or at the most files that are read. */
export type CodeLack =
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'cut'; readonly files: number };

/** More places than that are shown file by file. */
const enoughPlaces = 8;

/** Where the code reads the experiment's flag; that it does not, where that matters: nobody is counted without. */
export function codeRows(experiment: Experiment, code: KnownCode | undefined): readonly ChildRow[] {
  const places = code?.placesOf(experiment.flagKey) ?? [];
  const lack = code?.lack ? [lackRow(code.lack)] : [];
  if (places.length > 0) {
    const coverage = coverageRow(experiment, code?.variantsOf(experiment.flagKey), (id, place) =>
      placeRow(id, place, nameOf(place.path)),
    );
    const row = { ...placesRow('code', 'Code references', places), icon: 'references' };
    return [row, ...(coverage ? [coverage] : []), ...lack];
  }
  if (lack.length > 0) return lack;
  if (!code?.isComplete || experiment.status !== 'running' || experiment.archived) return [];
  return [
    {
      ...childRow('code', 'search', 'Flag not found in this workspace', ''),
      tooltip: `No code in this workspace was seen to read ${experiment.flagKey}. It may be read in another repository, or by a name that only the running program knows.`,
    },
  ];
}

function lackRow(lack: CodeLack): ChildRow {
  if (lack.kind === 'failed') {
    return {
      ...childRow('codeLack', 'warning', 'Code could not be looked through', ''),
      tooltip: `References may be missing or out of date. ${lack.message}`,
    };
  }
  const files = lack.files.toLocaleString('en-US');
  return {
    ...childRow('codeLack', 'info', `Only ${files} files were looked through`, ''),
    tooltip:
      'References in the other files are missing. Exclude folders without code of yours to have all of the rest read.',
  };
}

/** The flags that the code reads and no experiment is on; nothing when there are none. */
export function unclaimedRow(
  code: KnownCode | undefined,
  isOfExperiment: (flagKey: string) => boolean,
): ChildRow | undefined {
  const keys = [...(code?.keys() ?? [])].filter((key) => !isOfExperiment(key)).toSorted();
  if (!code || keys.length === 0) return undefined;
  const children = keys.map((key): ChildRow => {
    const row = placesRow(`key/${key}`, key, code.placesOf(key));
    return { ...row, icon: 'key', label: key, description: referenceCount(code.placesOf(key).length) };
  });
  return {
    ...childRow('unclaimed', 'code', 'Flags Without an Experiment', String(keys.length)),
    tooltip: 'Flags that the code of this workspace reads and no experiment of the project is on.',
    children: code.lack ? [...children, lackRow(code.lack)] : children,
  };
}

/** `Code references (3)`, and below it the places, or the files when there are many places. */
function placesRow(id: string, label: string, places: readonly CodePlace[]): ChildRow {
  const byFile = groupByFile(places);
  const isLong = places.length > enoughPlaces && byFile.size > 1;
  const row = childRow(id, 'references', `${label} (${places.length})`, '');
  return {
    ...row,
    spoken: `${label}, ${referenceCount(places.length)} in ${fileCount(byFile.size)}`,
    children: isLong
      ? [...byFile].map(([uri, inFile]) => fileRow(`${id}/${uri}`, inFile))
      : places.map((place) => placeRow(id, place, nameOf(place.path))),
  };
}

function groupByFile(places: readonly CodePlace[]): ReadonlyMap<string, readonly CodePlace[]> {
  const byFile = new Map<string, CodePlace[]>();
  for (const place of places) byFile.set(place.uri, [...(byFile.get(place.uri) ?? []), place]);
  return byFile;
}

function fileRow(id: string, places: readonly CodePlace[]): ChildRow {
  const path = places[0]?.path ?? '';
  const count = places.length === 1 ? '' : ` (${places.length})`;
  return {
    ...childRow(id, 'file', `${nameOf(path)}${count}`, folderOf(path)),
    spoken: [nameOf(path), referenceCount(places.length), folderOf(path)].filter(Boolean).join(', '),
    tooltip: path,
    children: places.map((place) => placeRow(id, place, 'Line')),
  };
}

/** `checkout.ts:12`, or `Line 12` below its file. */
function placeRow(parentId: string, place: CodePlace, name: string): ChildRow {
  const { uri, path, line, column, kind } = place;
  const isBelowFile = name === 'Line';
  const number = line + 1;
  const what = kind === 'definition' ? 'definition' : '';
  const where = isBelowFile ? '' : folderOf(path);
  return {
    ...childRow(
      `${parentId}/${uri}:${line}:${column}`,
      kind === 'definition' ? 'symbol-constant' : 'go-to-file',
      isBelowFile ? `Line ${number}` : `${name}:${number}`,
      [where, what].filter(Boolean).join(' · '),
    ),
    spoken: [`${nameOf(path)}, line ${number}`, what, where].filter(Boolean).join(', '),
    tooltip: `${path}:${number}`,
    place,
  };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function referenceCount(count: number): string {
  return `${count} ${count === 1 ? 'reference' : 'references'}`;
}

function fileCount(count: number): string {
  return `${count} ${count === 1 ? 'file' : 'files'}`;
}
