import type { Experiment } from '../model/experiment';
import type { Loaded } from './resource';
import type { ExperimentList } from './store';

/** A small shelf of texts that outlives the editor. Reading what is not there gives undefined. */
export interface ListStorage {
  read(key: string): Promise<string | undefined>;
  write(key: string, text: string): Promise<void>;
  /** Forgets every text whose key begins so. */
  remove(beginning: string): Promise<void>;
}

/** Raise it when `Experiment` changes: what an older version stored is then forgotten. */
const version = 4;
/** Beyond this the copy costs more than the second it saves. */
const maxKept = 2_000;

/** Fit for a file name. */
export function listKey(accountId: string, projectId: number): string {
  return listsOf(accountId) + projectId;
}

/** What the keys of all lists of an account begin with. */
export function listsOf(accountId: string): string {
  return `${accountId.replaceAll(/[^A-Za-z0-9_-]/g, '_')}-`;
}

/** The list as text; undefined when it is too long to keep whole (a part never passes for all). */
export function serializeList({ value, loadedMs }: Loaded<ExperimentList>): string | undefined {
  return value.experiments.length > maxKept ? undefined : JSON.stringify({ version, loadedMs, ...value });
}

/** Undefined when the text is not what this version wrote. */
export function parseList(text: string | undefined): Loaded<ExperimentList> | undefined {
  if (text === undefined) return undefined;
  try {
    const stored = JSON.parse(text) as Partial<Stored>;
    if (stored.version !== version || !Array.isArray(stored.experiments)) return undefined;
    const { loadedMs = 0, unreadable = 0, experiments } = stored;
    return { loadedMs, value: { experiments, unreadable } };
  } catch {
    return undefined;
  }
}

interface Stored extends ExperimentList {
  readonly version: number;
  readonly loadedMs: number;
  readonly experiments: readonly Experiment[];
}
