import type { FileFacts } from '../facts';
import type { ProjectOptions } from '../options';
import type { ReferenceKind } from '../reference';
import type { Skipped } from './fileSource';
import type { FlagNames } from './projectConfig';

/*
 * What the editor's side and the indexer tell each other; all of it can be sent between threads. Paths are
 * `<id of the root>/<path below it>`, with slashes.
 */

/** A folder of the workspace. */
export interface IndexRoot {
  /** Without a slash; the same as long as the folder is open. */
  readonly id: string;
  /** Where its source finds it: a path of the file system, or a URI. */
  readonly location: string;
  /** Globs of `files.exclude` and `search.exclude`. */
  readonly excludes: readonly string[];
}

export interface IndexOptions {
  readonly roots: readonly IndexRoot[];
  readonly names: FlagNames;
  /** Keys of the project's flags; undefined when they are not known. */
  readonly keys: readonly string[] | undefined;
}

export type IndexRequest =
  /** The first one starts the work. Only what differs from before is done. */
  | { readonly kind: 'configure'; readonly options: IndexOptions }
  /** Something happened to these files or folders. */
  | { readonly kind: 'changed'; readonly paths: readonly string[] }
  /** What an editor holds and the disk does not; `text` undefined: the disk counts again. */
  | {
      readonly kind: 'document';
      readonly path: string;
      readonly language: string;
      readonly text: string | undefined;
    }
  /** From now on, tell what open documents need to be analysed. */
  | { readonly kind: 'context' }
  /** The last bulky report was taken in. */
  | { readonly kind: 'taken' }
  | { readonly kind: 'end' };

/** A reference with its place in the file: lines and UTF-16 columns from 0. */
export interface CodeReference {
  readonly key: string | undefined;
  readonly kind: ReferenceKind;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly call: string | undefined;
}

export interface IndexSummary {
  readonly files: number;
  readonly skipped: Skipped;
  /** There are more files than the index reads. */
  readonly isCut: boolean;
  /** Whether any file names PostHog. */
  readonly namesPostHog: boolean;
}

/** What files say to others: what an open document is analysed with. */
export interface CodeContext {
  readonly options: ProjectOptions;
  readonly names: FlagNames;
  readonly namesByFolder: ReadonlyMap<string, FlagNames>;
}

export type IndexReport =
  | { readonly kind: 'progress'; readonly files: number }
  /** Of these files the references are others than before. */
  | {
      readonly kind: 'references';
      readonly files: readonly (readonly [path: string, references: readonly CodeReference[]])[];
    }
  | { readonly kind: 'contextOptions'; readonly context: CodeContext }
  | {
      readonly kind: 'contextFiles';
      readonly files: readonly (readonly [path: string, facts: FileFacts | undefined])[];
    }
  | { readonly kind: 'ready'; readonly summary: IndexSummary }
  | { readonly kind: 'failed'; readonly message: string };

/** Such a report is answered with `taken`, and the next one waits for that: the other thread has turns between. */
export function isBulky({ kind }: IndexReport): boolean {
  return kind === 'references' || kind === 'contextFiles';
}
