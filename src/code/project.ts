import type { FileFacts } from './facts';
import type { ProjectOptions } from './options';
import type { Interest } from './read/interest';
import type { Reference } from './reference';
import { Linked } from './resolve/linked';

/**
 * The files of a workspace, read together: constants and wrappers of one are known in the others. Paths are relative to
 * the root, with forward slashes. Changing files or options costs nothing until the next question.
 */
export class Project {
  readonly #files = new Map<string, FileFacts>();
  #options: ProjectOptions = {};
  #linked: Linked | undefined;

  constructor(files: Iterable<readonly [string, FileFacts]> = [], options: ProjectOptions = {}) {
    for (const [path, facts] of files) this.#files.set(path, facts);
    this.#options = options;
  }

  get options(): ProjectOptions {
    return this.#options;
  }

  set options(options: ProjectOptions) {
    this.#options = options;
    this.#linked = undefined;
  }

  set(path: string, facts: FileFacts): void {
    this.#files.set(path, facts);
    this.#linked = undefined;
  }

  delete(path: string): void {
    this.#files.delete(path);
    this.#linked = undefined;
  }

  /** The references in a file of the project, in the order of the text. */
  referencesIn(path: string): readonly Reference[] {
    return this.#link().referencesIn(path);
  }

  /** The references in text that stands, or will stand, at `path`, whatever the project holds there. */
  referencesOf(path: string, facts: FileFacts): readonly Reference[] {
    return this.#link().referencesOf(path, facts);
  }

  /** Whether text at this path may hold references: a quick look that finds most documents have none. */
  mayMatter(path: string, text: string): boolean {
    return this.#link().mayMatter(path, text);
  }

  /** What in a document at this path can matter, for {@link readFacts}. */
  interestIn(path: string): Interest {
    return this.#link().interestIn(path);
  }

  /**
   * Facts of those files that others need: constants that hold keys, wrappers, what re-exports them. A project of these
   * alone answers {@link referencesOf} for an open document as this one does.
   */
  contextFiles(): ReadonlyMap<string, FileFacts> {
    return this.#link().contextFiles();
  }

  /** Words without which a file changes nothing here; `/name` stands for a file that is called so. */
  reach(): ReadonlySet<string> {
    return this.#link().reach();
  }

  #link(): Linked {
    return (this.#linked ??= new Linked(this.#files, this.#options));
  }
}
