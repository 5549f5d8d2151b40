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
  /** Files that are others than those which were linked. */
  readonly #changes = new Map<string, FileFacts | undefined>();

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
    if (this.#files.get(path) === facts) return;
    this.#files.set(path, facts);
    this.#changes.set(path, facts);
  }

  delete(path: string): void {
    if (this.#files.delete(path)) this.#changes.set(path, undefined);
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
    // Where most is other than before, nothing is gained by what is known.
    if (!this.#linked || this.#changes.size * 2 > this.#files.size)
      this.#linked = new Linked(this.#files, this.#options);
    else if (this.#changes.size > 0) this.#linked.update(this.#changes);
    this.#changes.clear();
    return this.#linked;
  }
}
