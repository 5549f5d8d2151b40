import type { Binding } from '../facts';
import type { Family } from '../language/language';
import type { Found } from './descend';
import { lastOf, ownerOf, type SourceFile } from './file';
import { byCodeUnit } from './order';
import { bindingKey, enumKey, fileKey, functionKey, type Trace } from './trace';

/** What is called so, and the files it is in. */
export type Defined<T> = readonly (readonly [SourceFile, T])[];
type Entries<T> = (readonly [SourceFile, T])[];

/** A file as it was, and as it is now. */
export interface Replaced {
  readonly before: SourceFile | undefined;
  readonly after: SourceFile | undefined;
}

/** What the files of a project define, by the last name: the same whichever file came first. */
export class NameTables {
  /** What everybody knows of each file, not what only a part of it does. */
  readonly #bindings = new Map<string, Entries<Binding>>();
  readonly #enums = new Map<string, Entries<true>>();
  /** With the number of the function in its file. */
  readonly #functions = new Map<string, Entries<number>>();

  constructor(private readonly trace: Trace) {}

  functions(family: Family, last: string): Defined<number> {
    return this.#noted(this.#functions, functionKey(family, last));
  }

  bindings(family: Family, last: string): Defined<Binding> {
    return this.#noted(this.#bindings, bindingKey(family, last));
  }

  /** Files with entries of an enum that is called so. */
  enums(family: Family, name: string): readonly SourceFile[] {
    return this.#noted(this.#enums, enumKey(family, name)).map(([file]) => file);
  }

  /** What a member is in all types that are another one: `Experiment.key` in `NewNav: Experiment`. `find` looks constants up. */
  conforming(
    family: Family,
    member: string,
    find: (file: SourceFile, name: string) => Found | undefined,
  ): readonly Found[] {
    const types = this.bindings(family, `is ${ownerOf(member)}`);
    return types.flatMap(([file, { value }]) => {
      this.trace.note(fileKey(file.path));
      const own = value.is === 'name' ? file.bindingsCalled(`${value.name}.${lastOf(member)}`) : [];
      const [binding] = own.filter((each) => each.value.is === 'text' || each.value.is === 'name');
      if (binding?.value.is === 'name') return find(file, binding.value.name) ?? [];
      return binding ? [{ file, value: binding.value, binding, way: [] }] : [];
    });
  }

  /** Takes the first files, sorted by path. */
  fill(files: Iterable<SourceFile>): void {
    for (const file of files) this.#add(file);
  }

  /**
   * Takes in that some files are others than before.
   * @returns what others may have seen of them, as it was noted
   */
  replace(changes: readonly Replaced[]): Set<string> {
    const changed = new Set<string>();
    for (const { before, after } of changes) {
      for (const file of [before, after]) if (file) for (const key of keysOf(file)) changed.add(key);
      if (before) this.#remove(before);
      if (after) this.#add(after);
    }
    for (const key of changed) {
      sortEntries(this.#bindings, key);
      sortEntries(this.#functions, key);
      sortEntries(this.#enums, key);
    }
    return changed;
  }

  #add(file: SourceFile): void {
    for (const [key, binding] of bindingsOf(file)) put(this.#bindings, key, [file, binding]);
    for (const [key, index] of functionsOf(file)) put(this.#functions, key, [file, index]);
    for (const key of enumsOf(file)) put(this.#enums, key, [file, true]);
  }

  #remove(file: SourceFile): void {
    for (const key of keysOf(file)) {
      take(this.#bindings, key, file);
      take(this.#functions, key, file);
      take(this.#enums, key, file);
    }
  }

  #noted<T>(map: ReadonlyMap<string, Entries<T>>, key: string): Defined<T> {
    this.trace.note(key);
    return map.get(key) ?? [];
  }
}

function keysOf(file: SourceFile): ReadonlySet<string> {
  const keys = [...bindingsOf(file), ...functionsOf(file)].map(([key]) => key);
  return new Set([fileKey(file.path), ...keys, ...enumsOf(file)]);
}

function* bindingsOf({ family, facts }: SourceFile): Generator<[string, Binding]> {
  for (const binding of facts.bindings) {
    if (binding.from === 0 && binding.value.is !== 'other')
      yield [bindingKey(family, lastOf(binding.name)), binding];
  }
}

function enumsOf({ family, facts }: SourceFile): ReadonlySet<string> {
  const entries = facts.bindings.filter(({ isEntry }) => isEntry === true);
  return new Set(entries.map(({ name }) => enumKey(family, lastOf(ownerOf(name)))));
}

function* functionsOf(file: SourceFile): Generator<[string, number]> {
  for (const name of file.functionNames) {
    for (const index of file.functionsCalled(name)) yield [functionKey(file.family, name), index];
  }
}

function put<T>(map: Map<string, Entries<T>>, key: string, entry: readonly [SourceFile, T]): void {
  const list = map.get(key);
  if (list) list.push(entry);
  else map.set(key, [entry]);
}

function take<T>(map: Map<string, Entries<T>>, key: string, file: SourceFile): void {
  const list = map.get(key)?.filter(([each]) => each !== file) ?? [];
  if (list.length > 0) map.set(key, list);
  else map.delete(key);
}

function sortEntries<T>(map: Map<string, Entries<T>>, key: string): void {
  const list = map.get(key);
  if (list)
    map.set(
      key,
      list.toSorted(([a], [b]) => byCodeUnit(a.path, b.path)),
    );
}
