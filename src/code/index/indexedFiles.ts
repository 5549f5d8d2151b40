import { findLanguageOf } from '../language/languages';
import { readFacts } from '../readFacts';
import type { FactsCache } from './factsCache';
import { isMinified } from './fileLimits';
import type { FoundFile } from './fileSource';
import { FolderProjects } from './folderProjects';
import type { CodeContext } from './indexMessages';
import { lineStartsOf } from './lineStarts';
import type { FlagNames } from './projectConfig';
import { fileWord, mattersByItself, Relevance } from './relevance';
import { Said } from './said';
import { hashWord, unpackWords, wordsOf, WordSet } from './words';

/** What is kept of a file: which words it has, and what it says when those can matter. */
export interface FileEntry {
  readonly bytes: number;
  readonly modifiedMs: number;
  readonly said: Said | undefined;
  readonly isMinified: boolean;
  /** Whether its facts were read. Of most files the words are enough: nothing in them can matter. */
  readonly isRead: boolean;
  /** None where its facts were read. As a text they are as they were kept: most are never asked for again. */
  readonly words: Int32Array | string;
}

/** The files of the workspace as they are on disk, with what editors hold of them on top. */
export class IndexedFiles {
  readonly #projects = new FolderProjects();
  readonly #entries = new Map<string, FileEntry>();
  /** What editors hold; undefined where that says nothing. */
  readonly #documents = new Map<string, Said | undefined>();
  /** Files whose facts the projects do not know yet. */
  readonly #waiting = new Set<string>();
  #relevance = new Relevance();
  /** Of words by which the files were not looked through yet. */
  readonly #added = new WordSet();
  #changes = 0;

  get entries(): ReadonlyMap<string, FileEntry> {
    return this.#entries;
  }

  /** All that files say, which is looked at from now on. */
  get projects(): FolderProjects {
    for (const path of this.#waiting) this.#show(path);
    return this.#projects;
  }

  /** Sets what decides besides files. */
  configure({ options, names, namesByFolder }: CodeContext): void {
    this.#projects.configure(options, names, namesByFolder);
    this.expect([...namesByFolder.values()], []);
  }

  /** What each file says that says anything, in short. */
  *digests(): Generator<readonly [path: string, digest: string]> {
    for (const [path, { said }] of this.#entries) {
      if (said && !this.#documents.has(path)) yield [path, said.digest];
    }
    for (const [path, said] of this.#documents) if (said) yield [path, said.digest];
  }

  /** Grows with every change of what is known of the disk. */
  get changes(): number {
    return this.#changes;
  }

  /** Whether editors hold what the disk does not. */
  get hasDocuments(): boolean {
    return this.#documents.size > 0;
  }

  /** Whether what is known of a file is what is on disk, by its size and time. */
  isCurrent(path: string, { bytes, modifiedMs }: FoundFile): boolean {
    const entry = this.#entries.get(path);
    return entry?.bytes === bytes && entry.modifiedMs === modifiedMs;
  }

  read(path: string, { bytes, modifiedMs }: FoundFile, text: string): void {
    const isPacked = isMinified(text);
    const isSure = !isPacked && mattersByItself(text);
    const judged = isPacked || isSure ? noWords : wordsOf(text);
    const isRead = isSure || (!isPacked && this.#matters(path, judged, this.#relevance.hashes));
    const words = isRead ? noWords : judged;
    this.#changes++;
    this.put(path, {
      bytes,
      modifiedMs,
      isMinified: isPacked,
      isRead,
      words,
      said: read(path, text, isRead),
    });
  }

  /** Reads the facts of a file that turned out to matter. */
  readWhole(path: string, text: string): void {
    const entry = this.#entries.get(path);
    if (!entry) return;
    this.#changes++;
    this.put(path, { ...entry, isRead: true, words: noWords, said: read(path, text, true) });
  }

  /**
   * From now on files matter that have one of these. Files that were read before come with {@link findWanted}.
   * @param names of the settings and of each .posthog.json
   * @param keys of the project's flags
   */
  expect(names: readonly FlagNames[], keys: readonly string[]): void {
    const added = [...names.map((each) => this.#relevance.addNames(each)), this.#relevance.addKeys(keys)];
    // What is read from now on is judged by them at once.
    if (this.#entries.size > 0) for (const each of added) this.#note(each);
  }

  /** Files whose facts are wanted now and were not read: what the others say of constants and wrappers decides. */
  findWanted(): readonly string[] {
    this.#note(this.#relevance.add(this.projects.reach()));
    if (this.#added.size === 0) return [];
    const wanted = [...this.#entries].flatMap(([path, { isRead, isMinified: isPacked, words }]) =>
      !isRead && !isPacked && this.#matters(path, words, this.#added) ? [path] : [],
    );
    this.#added.clear();
    return wanted;
  }

  /** Words by which all files were judged. */
  get judgedBy(): Iterable<string> {
    return this.#added.size > 0 ? [] : this.#relevance.words;
  }

  /** Takes up where an earlier index of the root ended, which judged all of its files by these words. */
  restore(id: string, { relevant, entries }: FactsCache): void {
    if (this.#entries.size === 0) {
      const more = this.#relevance.words;
      this.#relevance = new Relevance();
      this.#relevance.add(relevant);
      this.#note(this.#relevance.add(more));
    } else this.#note(this.#relevance.hashes.hashes);
    for (const [path, entry] of entries) this.put(`${id}/${path}`, entry);
  }

  /** What is known of the file. */
  put(path: string, entry: FileEntry): void {
    this.#entries.set(path, entry);
    this.#waiting.add(path);
  }

  delete(path: string): void {
    if (!this.#entries.delete(path)) return;
    this.#changes++;
    this.#waiting.add(path);
  }

  /** @param text undefined: the file on disk counts again */
  open(path: string, language: string, text: string | undefined): void {
    if (text === undefined) this.#documents.delete(path);
    else this.#documents.set(path, say(text, language));
    this.#waiting.add(path);
  }

  lineStartsOf(path: string): Uint32Array | undefined {
    return this.#saidIn(path)?.lineStarts;
  }

  #note(added: Iterable<number>): void {
    for (const hash of added) this.#added.add(hash);
  }

  #matters(path: string, words: FileEntry['words'], wanted: WordSet): boolean {
    const unpacked = typeof words === 'string' ? unpackWords(words) : words;
    return wanted.hasAny(unpacked) || wanted.has(hashWord(fileWord(path)));
  }

  #saidIn(path: string): Said | undefined {
    return this.#documents.has(path) ? this.#documents.get(path) : this.#entries.get(path)?.said;
  }

  #show(path: string): void {
    this.#waiting.delete(path);
    const said = this.#saidIn(path);
    if (said) this.#projects.set(path, said.facts);
    else this.#projects.delete(path);
  }
}

const noWords = new Int32Array(0);

function read(path: string, text: string, isRead: boolean): Said | undefined {
  const language = isRead ? findLanguageOf(path) : undefined;
  return language === undefined ? undefined : say(text, language);
}

function say(text: string, language: string): Said | undefined {
  const facts = readFacts(text, language);
  return facts && Said.of(facts, lineStartsOf(text));
}
