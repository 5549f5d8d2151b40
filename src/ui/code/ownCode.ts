import { type TextDocument, type Uri, workspace } from 'vscode';
import { importFor } from '../../code/insert/importFor';
import { canRead, findOwnRead, type OwnRead } from '../../code/insert/ownRead';
import { canUseOwnRead, isPlainRead, type Sdk } from '../../code/insert/sdk';
import { findLanguage, findLanguageOf } from '../../code/language/languages';
import type { CodeIndex, CodePlace } from './codeIndex';

/** What a project has of its own for reading flags, and what a document has to import for it. */
export interface OwnCode {
  readonly constant: string | undefined;
  readonly read: OwnRead | undefined;
  readonly imports: readonly string[];
}

const dottedName = /^[\p{L}_$@][\p{L}\p{N}_$.:]*$/u;
/** More places than that say nothing new about how the project reads flags. */
const enough = 2_000;

/**
 * How the project writes down a key and reads a flag, as far as the document can do so too: by names that it knows
 * already, or that a script can import.
 */
export async function findOwnCode(
  index: CodeIndex,
  document: TextDocument,
  sdk: Sdk,
  key: string,
  isBoolean: boolean,
): Promise<OwnCode> {
  const places = [...placesOfFamily(index, document)];
  const isHere = ({ uri }: CodePlace) => uri.toString() === document.uri.toString();
  const uses = places.filter((place) => place.key === key && place.kind === 'use');
  const constant = await firstUsable(document, hereFirst(uses, isHere), (place, text) => {
    const name = textAt(text, place);
    return dottedName.test(name) ? { name, made: name } : undefined;
  });
  const reads = places.filter(
    (place) =>
      place.line === place.endLine &&
      place.call !== undefined &&
      canRead(place.call, isBoolean) &&
      // What another file calls of the SDK may be another SDK.
      (place.kind === 'wrapper' ? canUseOwnRead(sdk) : isHere(place) && isPlainRead(sdk)) &&
      (place.kind === 'wrapper' || place.kind === 'call' || place.kind === 'use'),
  );
  const own = reads.filter(({ kind }) => kind === 'wrapper');
  const read = await firstUsable(document, mostUsed(own.length > 0 ? own : reads, isHere), (place, text) => {
    const { call = '', line, column, endColumn } = place;
    // The text may be newer than what is known of it.
    if (place.kind !== 'use' && textAt(text, place) !== place.key) return undefined;
    const made = findOwnRead(lineAt(text, line), column, endColumn, call);
    return made && { name: call, made };
  });
  const imports = [constant?.statement, read?.statement].filter((each) => each !== undefined);
  return { constant: constant?.made, read: read?.made, imports: [...new Set(imports)] };
}

function* placesOfFamily(index: CodeIndex, document: TextDocument): Generator<CodePlace> {
  const family = findLanguage(document.languageId)?.grammar.family;
  let count = 0;
  for (const key of index.keys()) {
    for (const place of index.placesOf(key)) {
      if (++count > enough) return;
      const language = findLanguage(findLanguageOf(place.uri.path) ?? '');
      if (language?.grammar.family === family) yield place;
    }
  }
}

function hereFirst(
  places: readonly CodePlace[],
  isHere: (place: CodePlace) => boolean,
): readonly CodePlace[] {
  return places.toSorted((a, b) => Number(isHere(b)) - Number(isHere(a)));
}

/** One place of each call: those of the document first, then the ones that are called most. */
function mostUsed(places: readonly CodePlace[], isHere: (place: CodePlace) => boolean): readonly CodePlace[] {
  const byCall = new Map<string, { readonly place: CodePlace; readonly count: number }>();
  for (const place of hereFirst(places, isHere)) {
    const known = byCall.get(place.call ?? '');
    byCall.set(place.call ?? '', { place: known?.place ?? place, count: (known?.count ?? 0) + 1 });
  }
  return [...byCall.values()]
    .toSorted((a, b) => Number(isHere(b.place)) - Number(isHere(a.place)) || b.count - a.count)
    .map(({ place }) => place);
}

/** So many files are looked into for an example. */
const maxTries = 5;

async function firstUsable<T>(
  document: TextDocument,
  places: readonly CodePlace[],
  make: (place: CodePlace, text: string) => { readonly name: string; readonly made: T } | undefined,
): Promise<{ readonly made: T; readonly statement: string | undefined } | undefined> {
  const target = document.getText();
  for (const place of places.slice(0, maxTries)) {
    const text = await textOf(place.uri, document);
    const found = make(place, text);
    const root = /^[\p{L}_$][\p{L}\p{N}_$]*/u.exec(found?.name ?? '')?.[0];
    if (!found || root === undefined) continue;
    if (knows(target, root)) return { made: found.made, statement: undefined };
    const isScript = findLanguage(document.languageId)?.grammar.family === 'script';
    const statement = isScript
      ? importFor(root, text, place.uri.path.slice(1), document.uri.path.slice(1))
      : undefined;
    if (statement !== undefined) return { made: found.made, statement };
  }
  return undefined;
}

function knows(text: string, name: string): boolean {
  return text.split(/[^\p{L}\p{N}_$]+/u).includes(name);
}

async function textOf(uri: Uri, document: TextDocument): Promise<string> {
  const open = [document, ...workspace.textDocuments].find((each) => each.uri.toString() === uri.toString());
  return open ? open.getText() : new TextDecoder().decode(await workspace.fs.readFile(uri));
}

function textAt(text: string, { line, column, endColumn }: CodePlace): string {
  return lineAt(text, line).slice(column, endColumn);
}

function lineAt(text: string, line: number): string {
  return text.split(/\r\n?|\n/)[line] ?? '';
}
