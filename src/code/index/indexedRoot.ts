import { findLanguageOf } from '../language/languages';
import { type FileSource, type FoundFile, nothingSkipped, type Skipped } from './fileSource';
import type { IndexedFiles } from './indexedFiles';
import { type ModuleNames, namesModules, readModuleNames } from './moduleNames';
import { findConfiguredFolder, type FlagNames, readProjectConfig } from './projectConfig';
import type { Slices } from './slices';

/** Who can end the reading, and hears how far it came. */
export interface Reading {
  readonly slices: Slices;
  readonly isWanted: () => boolean;
  readonly onFile: () => void;
}

/** What the files of a folder are called by. */
export interface RootNames extends ModuleNames {
  readonly namesByFolder: ReadonlyMap<string, FlagNames>;
}

/** One folder of the workspace, read into the files of all. */
export class IndexedRoot {
  skipped: Skipped = nothingSkipped();
  isCut = false;
  /** Files that tell names, below the root. */
  readonly #naming = new Set<string>();

  constructor(
    readonly id: string,
    private readonly source: FileSource,
    private readonly files: IndexedFiles,
    private readonly maxFiles: number,
  ) {}

  /**
   * Reads what is new or other than before, and forgets what is gone.
   * @throws when the folder cannot be read
   */
  async scan({ slices, isWanted, onFile }: Reading): Promise<void> {
    const seen = new Set<string>();
    const skipped = nothingSkipped();
    const naming = new Set<string>();
    let isCut = false;
    const listed = this.source.list(isWorthReading, skipped);
    const steps = Symbol.iterator in listed ? listed[Symbol.iterator]() : listed[Symbol.asyncIterator]();
    for (;;) {
      const step = steps.next();
      // Awaited only where it must be: there are thousands of files.
      const { done, value: file } = step instanceof Promise ? await step : step;
      if (done) break;
      if (isNaming(file.path)) naming.add(file.path);
      if (seen.size >= this.maxFiles) {
        isCut = true;
        break;
      }
      if (findLanguageOf(file.path) !== undefined) {
        const path = this.#pathOf(file.path);
        seen.add(path);
        if (!this.files.isCurrent(path, file)) {
          const isRead = this.#read(file);
          if (!(typeof isRead === 'boolean' ? isRead : await isRead)) skipped.unreadable++;
        }
        onFile();
      }
      if (slices.isOver) {
        await slices.next();
        if (!isWanted()) return;
      }
    }
    for (const path of this.#known()) if (!seen.has(path)) this.files.delete(path);
    for (const path of seen) if (this.files.entries.get(path)?.isMinified) skipped.minified++;
    this.#naming.clear();
    for (const path of naming) this.#naming.add(path);
    this.skipped = skipped;
    this.isCut = isCut;
  }

  /**
   * Looks at one path below the root again.
   * @returns `scan` when only a whole scan tells what changed, `names` when what it says of names may have
   */
  async look(path: string): Promise<'scan' | 'names' | undefined> {
    if (path === '.gitignore' || path.endsWith('/.gitignore')) return 'scan';
    const found = await this.source.find(path);
    if (found === 'folder') return 'scan';
    if (found === undefined) this.#forget(path);
    else if (findLanguageOf(path) !== undefined && !(await this.#read(found))) this.#forget(path);
    if (found && isNaming(path)) this.#naming.add(path);
    const isName = isNaming(path) || [...this.#naming].some((each) => each.startsWith(`${path}/`));
    if (!found) for (const each of this.#naming) if (isWithin(each, path)) this.#naming.delete(each);
    return isName ? 'names' : undefined;
  }

  async readNames(): Promise<RootNames> {
    const texts = new Map<string, string | undefined>();
    const missing = new Set<string>();
    const read = (path: string) => {
      if (!texts.has(path)) missing.add(path);
      return texts.get(path);
    };
    const paths = [...this.#naming];
    let modules = readModuleNames(paths, read);
    // A configuration may lead to another one.
    while (missing.size > 0) {
      for (const path of missing) texts.set(path, await this.source.read(path));
      missing.clear();
      modules = readModuleNames(paths, read);
    }
    const namesByFolder = new Map<string, FlagNames>();
    for (const path of paths) {
      const folder = findConfiguredFolder(path);
      if (folder === undefined) continue;
      namesByFolder.set(this.#pathOf(folder), readProjectConfig((await this.source.read(path)) ?? ''));
    }
    return {
      namesByFolder,
      packages: modules.packages.map((each) => ({ ...each, folder: this.#pathOf(each.folder) })),
      pathAliases: modules.pathAliases.map((alias) => ({
        ...alias,
        folder: this.#pathOf(alias.folder),
        targets: alias.targets.map((target) => this.#pathOf(target)),
      })),
    };
  }

  /** Reads a file whole that turned out to matter. */
  async readWhole(path: string): Promise<void> {
    const text = await this.source.read(path.slice(this.id.length + 1));
    if (text !== undefined) this.files.readWhole(path, text);
  }

  /** Forgets all of it: the folder is not open any more. */
  close(): void {
    for (const path of this.#known()) this.files.delete(path);
  }

  /** @returns whether it could be read */
  #read(file: FoundFile): boolean | Promise<boolean> {
    const text = this.source.read(file.path, file.bytes);
    if (typeof text === 'object') return text.then((read) => this.#take(file, read));
    return this.#take(file, text);
  }

  #take(file: FoundFile, text: string | undefined): boolean {
    if (text !== undefined) this.files.read(this.#pathOf(file.path), file, text);
    return text !== undefined;
  }

  /** The file, or all of the folder that was there. */
  #forget(path: string): void {
    for (const each of this.#known()) if (isWithin(each, this.#pathOf(path))) this.files.delete(each);
  }

  #known(): readonly string[] {
    return [...this.files.entries.keys()].filter((path) => path.startsWith(`${this.id}/`));
  }

  #pathOf(path: string): string {
    return path === '' ? this.id : `${this.id}/${path}`;
  }
}

/** Whether the index reads files of this name at all. */
export function isWorthReading(path: string): boolean {
  return findLanguageOf(path) !== undefined || isNaming(path);
}

function isNaming(path: string): boolean {
  return namesModules(path) || findConfiguredFolder(path) !== undefined;
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
