import { type CancellationToken, Location, Range, type TextDocument } from 'vscode';
import type { ReferenceKind } from '../../code/reference';
import type { CodeIndex, CodePlace } from '../code/codeIndex';
import type { ProjectMap } from '../code/projectMap';
import type { FlagCode } from './flagCode';
import { rangeOf } from './flagCode';

export interface FlagPlace {
  readonly location: Location;
  readonly kind: ReferenceKind;
}

export interface PlaceContext {
  readonly index: CodeIndex;
  readonly flags: FlagCode;
  readonly projectMap: ProjectMap;
}

/**
 * All places of a flag: those of the workspace, and of the document when that is not in it. The same key in code of
 * another project is another flag.
 */
export async function placesOf(
  { index, flags, projectMap }: PlaceContext,
  document: TextDocument,
  key: string,
): Promise<readonly FlagPlace[]> {
  const all = allPlacesOf({ index, flags }, document, key);
  return projectMap.ofSameProject(
    document.uri,
    flags.session?.projectId,
    all,
    ({ location }) => location.uri,
  );
}

function allPlacesOf(
  { index, flags }: Pick<PlaceContext, 'index' | 'flags'>,
  document: TextDocument,
  key: string,
): readonly FlagPlace[] {
  const found = index
    .placesOf(key)
    .map((place) => ({ location: new Location(place.uri, rangeOfPlace(place)), kind: place.kind }));
  if (index.pathOf(document.uri) !== undefined) return found;
  const own = (flags.lookAt(document)?.references ?? []).filter((reference) => reference.key === key);
  return [
    ...own.map((each) => ({
      location: new Location(document.uri, rangeOf(document, each)),
      kind: each.kind,
    })),
    ...found,
  ];
}

/** Where the key is written down for others to use. */
export function definitionsIn(places: readonly FlagPlace[]): readonly Location[] {
  return places.filter(({ kind }) => kind === 'definition').map(({ location }) => location);
}

/** Resolves once all of the code was looked through, or nobody waits for it any more. */
export async function wholeIndex(index: CodeIndex, token: CancellationToken): Promise<void> {
  index.need();
  if (index.state.kind !== 'scanning') return;
  await new Promise<void>((resolve) => {
    const stop = (): void => {
      for (const listener of listeners) listener.dispose();
      resolve();
    };
    const listeners = [
      index.onDidChange(() => {
        if (index.state.kind !== 'scanning') stop();
      }),
      token.onCancellationRequested(stop),
    ];
  });
}

export function rangeOfPlace({ line, column, endLine, endColumn }: Omit<CodePlace, 'kind'>): Range {
  return new Range(line, column, endLine, endColumn);
}
