import type { FileFacts } from '../facts';
import type { ProjectOptions } from '../options';
import { Project } from '../project';
import { type FlagNames, joinNames, noNames } from './projectConfig';

/**
 * The files of a workspace, each judged by the names of its own folder: the nearest .posthog.json decides. One project
 * for each set of names, which is one for nearly everybody.
 */
export class FolderProjects {
  readonly #files = new Map<string, FileFacts>();
  #options: ProjectOptions = {};
  #names: FlagNames = noNames;
  #byFolder: ReadonlyMap<string, FlagNames> = new Map();
  readonly #projects = new Map<string, Project>();

  get files(): ReadonlyMap<string, FileFacts> {
    return this.#files;
  }

  /**
   * @param options what holds everywhere: known keys, aliases, packages
   * @param names of the settings
   * @param byFolder of each .posthog.json, by its folder without a slash at the end
   */
  configure(options: ProjectOptions, names: FlagNames, byFolder: ReadonlyMap<string, FlagNames>): void {
    this.#options = options;
    this.#names = names;
    this.#byFolder = byFolder;
    const wanted = new Set([noNames, ...byFolder.values()].map((each) => this.#key(each)));
    for (const key of this.#projects.keys()) if (!wanted.has(key)) this.#projects.delete(key);
    for (const each of [noNames, ...byFolder.values()]) {
      const project = this.#projects.get(this.#key(each));
      if (project) project.options = this.#optionsOf(each);
    }
  }

  set(path: string, facts: FileFacts): void {
    this.#files.set(path, facts);
    for (const project of this.#projects.values()) project.set(path, facts);
  }

  delete(path: string): void {
    if (!this.#files.delete(path)) return;
    for (const project of this.#projects.values()) project.delete(path);
  }

  /** The project that a file belongs to, whether or not it holds the file. */
  projectOf(path: string): Project {
    const names = this.#namesOf(path);
    const key = this.#key(names);
    const known = this.#projects.get(key);
    if (known) return known;
    const made = new Project(this.#files, this.#optionsOf(names));
    this.#projects.set(key, made);
    return made;
  }

  /** Words by which other files matter to these, whatever the names. */
  reach(): ReadonlySet<string> {
    this.projectOf('');
    return new Set([...this.#projects.values()].flatMap((project) => [...project.reach()]));
  }

  /** Facts of the files that others need, whatever the names. */
  contextFiles(): ReadonlyMap<string, FileFacts> {
    return new Map([...this.#projects.values()].flatMap((project) => [...project.contextFiles()]));
  }

  #namesOf(path: string): FlagNames {
    if (this.#byFolder.size === 0) return noNames;
    for (let end = path.lastIndexOf('/'); ; end = path.lastIndexOf('/', end - 1)) {
      const names = this.#byFolder.get(path.slice(0, Math.max(0, end)));
      if (names) return names;
      if (end <= 0) return noNames;
    }
  }

  #key(names: FlagNames): string {
    const { flagFunctions, clientNames } = joinNames(this.#names, names);
    return JSON.stringify([flagFunctions, clientNames]);
  }

  #optionsOf(names: FlagNames): ProjectOptions {
    return { ...this.#options, ...joinNames(this.#names, names) };
  }
}
