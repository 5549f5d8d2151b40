import { join } from 'node:path';
import type { Branch } from '../code/branch/branch';
import { readInsights } from '../code/insight/readInsights';
import { isMinified } from '../code/index/fileLimits';
import type { Skipped } from '../code/index/fileSource';
import { FolderProjects } from '../code/index/folderProjects';
import { lineStartsOf, placeOf } from '../code/index/lineStarts';
import { namesModules, readModuleNames } from '../code/index/moduleNames';
import { type FlagNames, noNames, projectConfigName, readProjectConfig } from '../code/index/projectConfig';
import { findLanguageOf } from '../code/language/languages';
import { readFacts } from '../code/readFacts';
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

function readProjects(
  folder: string,
  keys: ReadonlySet<string> | undefined,
  skipped: Skipped,
): FolderProjects {
  const projects = new FolderProjects();
  const moduleFiles: string[] = [];
  const byFolder = new Map<string, FlagNames>();
  const wants = (path: string) =>
    findLanguageOf(path) !== undefined || namesModules(path) || path.endsWith(projectConfigName);
  for (const { path } of walkFolder(folder, { wants, isExcluded: () => false }, skipped)) {
    if (namesModules(path)) moduleFiles.push(path);
    const language = findLanguageOf(path);
    if (path === projectConfigName || path.endsWith(`/${projectConfigName}`)) {
      const where = path.slice(0, -projectConfigName.length).replace(/\/$/, '');
      byFolder.set(where, readProjectConfig(findSource(join(folder, path)) ?? ''));
    }
    if (language === undefined) continue;
    const text = findSource(join(folder, path));
    if (text === undefined) skipped.unreadable++;
    else if (isMinified(text)) skipped.minified++;
    else {
      const facts = readFacts(text, language);
      if (facts) projects.set(path, facts);
    }
  }
  const modules = readModuleNames(moduleFiles, (path) => findSource(join(folder, path)));
  projects.configure({ ...modules, ...(keys && { knownKeys: keys }) }, noNames, byFolder);
  return projects;
}

/** The same everywhere, whatever the language of the machine. */
function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
