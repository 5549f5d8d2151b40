import { join } from 'node:path';
import type { Branch } from '../code/branch/branch';
import { readInsights } from '../code/insight/readInsights';
import type { Skipped } from '../code/index/fileSource';
import type { FolderProjects } from '../code/index/folderProjects';
import { IndexedFiles } from '../code/index/indexedFiles';
import { isWorthReading } from '../code/index/indexedRoot';
import { lineStartsOf, placeOf } from '../code/index/lineStarts';
import { namesModules, readModuleNames } from '../code/index/moduleNames';
import {
  findConfiguredFolder,
  type FlagNames,
  noNames,
  readProjectConfig,
} from '../code/index/projectConfig';
import { findLanguageOf } from '../code/language/languages';
import type { Reference } from '../code/reference';
import { findSource } from './readSource';
import type { ScanArguments } from './scanArguments';
import { walkFolder } from './walkFolder';

/** One line of the output. */
export interface ScanLine {
  /** Relative to the folder, with slashes. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 0, in UTF-16 units. */
  readonly column: number;
  readonly key: string | null;
  readonly kind: Reference['kind'];
  /** VS Code's language id. */
  readonly language: string;
  readonly call: string | null;
  /** Of a dynamic key, its source. */
  readonly text?: string;
  /** What runs for some variants only by what is read here; on demand. */
  readonly branches?: readonly ScannedBranch[];
}

/** Lines from 1, columns from 0. */
export interface ScannedBranch {
  /** `true`: the flag is on, whichever the variant. */
  readonly variants: readonly (string | true)[];
  /** Runs for all but these. */
  readonly not: boolean;
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

/** Every reference below a folder, by file, line and column. What was left out is counted in `skipped`. */
export function* scanFolder(
  { folder, keys, includesDynamic, showsBranches }: ScanArguments,
  skipped: Skipped,
): Generator<ScanLine> {
  const projects = readProjects(folder, keys, skipped);
  for (const file of [...projects.files.keys()].toSorted(byCodeUnit)) {
    const references = projects.projectOf(file).referencesIn(file);
    const wanted = references.filter(({ kind }) => includesDynamic || kind !== 'dynamic');
    const text = wanted.length === 0 ? undefined : findSource(join(folder, file));
    if (text === undefined) continue;
    const lineStarts = lineStartsOf(text);
    const language = projects.files.get(file)?.language ?? '';
    const branches = showsBranches ? readInsights(text, language, wanted).branches : [];
    for (const { start, key, kind, call, text: source } of wanted.toSorted((a, b) => a.start - b.start)) {
      const { line, column } = placeOf(lineStarts, start);
      yield {
        file,
        line: line + 1,
        column,
        key: key ?? null,
        kind,
        language,
        call: call ?? null,
        ...(source !== undefined && { text: source }),
        ...(showsBranches && {
          branches: branches
            .filter(({ readAt }) => readAt === start)
            .map((branch) => scanned(branch, lineStarts)),
        }),
      };
    }
  }
}

function scanned({ outcomes, isNot, start, end }: Branch, lineStarts: Uint32Array): ScannedBranch {
  const at = (offset: number) => {
    const { line, column } = placeOf(lineStarts, offset);
    return { line: line + 1, column };
  };
  return { variants: outcomes, not: isNot, start: at(start), end: at(end) };
}

/** All files below the folder, as the index of an editor reads them: whole only where that can matter. */
function readProjects(
  folder: string,
  keys: ReadonlySet<string> | undefined,
  skipped: Skipped,
): FolderProjects {
  const files = new IndexedFiles();
  const source = (path: string) => findSource(join(folder, path));
  const moduleFiles: string[] = [];
  const namesByFolder = new Map<string, FlagNames>();
  for (const found of walkFolder(folder, { wants: isWorthReading, isExcluded: () => false }, skipped)) {
    const { path } = found;
    if (namesModules(path)) moduleFiles.push(path);
    const configured = findConfiguredFolder(path);
    if (configured !== undefined) namesByFolder.set(configured, readProjectConfig(source(path) ?? ''));
    if (findLanguageOf(path) === undefined) continue;
    const text = source(path);
    if (text === undefined) skipped.unreadable++;
    else files.read(path, found, text);
    if (files.entries.get(path)?.isMinified) skipped.minified++;
  }
  const options = { ...readModuleNames(moduleFiles, source), ...(keys && { knownKeys: keys }) };
  files.configure({ options, names: noNames, namesByFolder });
  files.expect([], [...(keys ?? [])]);
  for (let wanted = files.findWanted(); wanted.length > 0; wanted = files.findWanted()) {
    for (const path of wanted) {
      const text = source(path);
      if (text !== undefined) files.readWhole(path, text);
    }
  }
  return files.projects;
}

/** The same everywhere, whatever the language of the machine. */
function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
