import type { FileFacts } from '../facts';
import { findLanguageOf } from '../language/languages';
import { readFacts } from '../readFacts';
import { isMinified } from './fileLimits';
import type { FoundFile } from './fileSource';
import { FolderProjects } from './folderProjects';
import { lineStartsOf } from './lineStarts';

/** What is kept of a file: that it was read, and what it says when that can matter. */
export interface FileEntry {
  readonly bytes: number;
  readonly modifiedMs: number;
  readonly facts: FileFacts | undefined;
  /** Of a file with facts. */
  readonly lineStarts: Uint32Array | undefined;
  readonly isMinified: boolean;
}

interface OpenDocument {
  readonly facts: FileFacts | undefined;
  readonly lineStarts: Uint32Array | undefined;
}

/** The files of the workspace as they are on disk, with what editors hold of them on top. */
export class IndexedFiles {
  readonly projects = new FolderProjects();
  readonly #entries = new Map<string, FileEntry>();
  readonly #documents = new Map<string, OpenDocument>();
  #changes = 0;

  get entries(): ReadonlyMap<string, FileEntry> {
    return this.#entries;
  }

  /** Grows with every change of what is known of the disk. */
  get changes(): number {
    return this.#changes;
  }

  /** Whether what is known of a file is what is on disk, by its size and time. */
  isCurrent(path: string, { bytes, modifiedMs }: FoundFile): boolean {
    const entry = this.#entries.get(path);
    return entry?.bytes === bytes && entry.modifiedMs === modifiedMs;
  }

  read(path: string, { bytes, modifiedMs }: FoundFile, text: string): void {
    const isPacked = isMinified(text);
    const language = findLanguageOf(path);
    const facts = isPacked || language === undefined ? undefined : readFacts(text, language);
    const lineStarts = facts && lineStartsOf(text);
    this.#changes++;
    this.put(path, { bytes, modifiedMs, facts, lineStarts, isMinified: isPacked });
  }

  /** What was kept of the file. */
  put(path: string, entry: FileEntry): void {
    this.#entries.set(path, entry);
    this.#show(path);
  }

  delete(path: string): void {
    if (!this.#entries.delete(path)) return;
    this.#changes++;
    this.#show(path);
  }

  /** @param text undefined: the file on disk counts again */
  open(path: string, language: string, text: string | undefined): void {
    if (text === undefined) this.#documents.delete(path);
    else {
      const facts = readFacts(text, language);
      this.#documents.set(path, { facts, lineStarts: facts && lineStartsOf(text) });
    }
    this.#show(path);
  }

  lineStartsOf(path: string): Uint32Array | undefined {
    return (this.#documents.get(path) ?? this.#entries.get(path))?.lineStarts;
  }

  #show(path: string): void {
    const { facts } = this.#documents.get(path) ?? this.#entries.get(path) ?? {};
    if (facts) this.projects.set(path, facts);
    else this.projects.delete(path);
  }
}
