/** A file worth reading. */
export interface FoundFile {
  /** Relative to the folder, with slashes. */
  readonly path: string;
  readonly bytes: number;
  readonly modifiedMs: number;
}

/** What was left out, in numbers. */
export interface Skipped {
  /** Folders of packages and of build output. */
  folders: number;
  minified: number;
  tooLarge: number;
  /** Files and folders that could not be read. */
  unreadable: number;
}

export const nothingSkipped = (): Skipped => ({ folders: 0, minified: 0, tooLarge: 0, unreadable: 0 });

/**
 * The files of one folder of the workspace, wherever they are: on disk, or behind VS Code's file system. What git
 * ignores, packages, build output, large and packed files are no files to it.
 */
export interface FileSource {
  /** All of those that `wants` says yes to; each is counted in `skipped` that is left out. */
  list(wants: (path: string) => boolean, skipped: Skipped): Iterable<FoundFile> | AsyncIterable<FoundFile>;
  /** What is at a path now: a file, `folder` where a folder came, nothing where nothing worth reading is. */
  find(path: string): FoundFile | 'folder' | undefined | Promise<FoundFile | 'folder' | undefined>;
  /**
   * The text without a byte-order mark; undefined when it cannot be read.
   * @param bytes how many there were when it was found
   */
  read(path: string, bytes?: number): string | undefined | Promise<string | undefined>;
}
