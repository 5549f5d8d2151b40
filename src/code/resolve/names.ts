import type { Binding, Value } from '../facts';
import type { ProjectOptions } from '../options';
import { allowedBy, descend, type Found, membersOf } from './descend';
import type { Exported } from './exported';
import { anywhere, lastOf, type SourceFile } from './file';
import { Modules } from './modules';
import { type Defined, NameTables, type Replaced } from './nameTables';
import { isFree, withoutValueMember } from './freeNames';
import { meantBy, memberAround, ofSettings, ownRoots } from './nearest';
import { fileKey, Remembered, Trace } from './trace';

const maxDepth = 8;
/** Looks names up over files. What is seen of one from another is seen through here, where the trace notes it. */
export class Names {
  readonly trace = new Trace();
  readonly modules: Modules;
  readonly #tables = new NameTables(this.trace);

  constructor(
    private readonly files: ReadonlyMap<string, SourceFile>,
    options: ProjectOptions,
  ) {
    this.modules = new Modules(files, options, this.trace);
    this.#tables.fill(files.values());
  }

  /**
   * Takes in that some files are others than before.
   * @returns what others may have seen of them, as it was noted
   */
  replace(changes: readonly Replaced[]): ReadonlySet<string> {
    this.#exported.clear();
    const changed = this.#tables.replace(changes);
    const areOthers = changes.some(({ before, after }) => !before || !after);
    if (areOthers) for (const key of this.modules.refresh()) changed.add(key);
    return changed;
  }

  /** Functions and methods of the project whose last name is this. */
  functionsCalled({ family }: SourceFile, name: string): Defined<number> {
    return this.#tables.functions(family, name);
  }

  #file(path: string | undefined): SourceFile | undefined {
    if (path === undefined) return undefined;
    this.trace.note(fileKey(path));
    return this.files.get(path);
  }

  /** The value of a dotted name at a place of a file. */
  find(file: SourceFile, name: string, at: number, depth = 0): Found | undefined {
    if (depth > maxDepth) return undefined;
    // `(typeof FLAGS)[number]`: any element.
    if (name.endsWith('[]')) return this.find(file, `${name.slice(0, -2)}.*`, at, depth + 1);
    const found =
      this.#local(file, name, at) ?? this.#imported(file, name, depth) ?? this.#anywhere(file, name);
    if (found) return found;
    if (name.endsWith('.*')) {
      // Any entry of an enum that a loop goes over: `for flag in Flag`.
      const [entry] = this.typed(file, name.slice(0, -2), depth + 1);
      return entry && { ...entry, way: ['*'] };
    }
    const plain = withoutValueMember(name);
    return plain === name ? undefined : this.find(file, plain, at, depth + 1);
  }

  /** What a type of keys lists: a union's literals, an enum's entries, a member of all types that are another one. */
  typed(file: SourceFile, type: string, depth = 0): readonly Found[] {
    if (depth > maxDepth) return [];
    const name = type.replace(/\[\]$|\?$/, '');
    const found = this.find(file, name, anywhere, depth);
    const listed = found && this.#listed(found, depth);
    if (listed && (listed.length > 0 || !name.includes('.'))) return listed;
    const target = this.imported(file, name);
    const own = target ? target.name : name;
    const owner = target ? target.file : file.entriesOf(own).length > 0 ? file : this.#enum(file, own);
    const entries = owner?.entriesOf(own) ?? [];
    const find = (at: SourceFile, held: string) => this.find(at, held, anywhere, depth + 1);
    if (entries.length === 0 && own.includes('.')) return this.#tables.conforming(file.family, own, find);
    return entries.map((entry) => ({ file: owner ?? file, value: entry.value, binding: entry, way: [] }));
  }

  /** The file with the enum of this name, in languages whose names need no import. */
  #enum(file: SourceFile, name: string): SourceFile | undefined {
    const all = isFree(file) ? this.#tables.enums(file.family, lastOf(name)) : [];
    return this.#file((all.length === 1 ? all : all.filter(({ facts }) => facts.namesPostHog))[0]?.path);
  }

  #listed(found: Found, depth: number): readonly Found[] {
    const [file, value] = [found.file, allowedBy(found.value)];
    if (value.is === 'list') return [found];
    if (value.is === 'call' && value.name === 'keyof') return this.#keysOf(file, value.given[0]?.value);
    if (value.is !== 'name') return [];
    // `(typeof FLAGS)[keyof typeof FLAGS]`: the values of an object.
    const any = value.name.endsWith('[]') ? this.find(file, value.name, anywhere, depth + 1) : undefined;
    const areTexts = any?.value.is === 'list' && any.value.of.every(({ is }) => is === 'text');
    return any && areTexts ? [any] : this.typed(file, value.name, depth + 1);
  }

  /** `keyof typeof DEFAULTS`: the names of an object. */
  #keysOf(file: SourceFile, object: Value | undefined): readonly Found[] {
    const found = object?.is === 'name' ? this.find(file, object.name, anywhere) : undefined;
    return found && membersOf(found.value) ? [{ ...found, way: [...found.way, 'keyof'] }] : [];
  }

  #local(file: SourceFile, name: string, at: number): Found | undefined {
    const parts = name.split('.');
    if (ownRoots.has(parts[0] ?? '')) {
      const [last = ''] = parts.slice(1);
      const binding = memberAround(file, file.membersCalled(last), at) ?? file.bindingsCalled(last)[0];
      return binding && descend(file, binding, parts.slice(2));
    }
    for (let length = parts.length; length > 0; length--) {
      const binding = file.binding(parts.slice(0, length).join('.'), at);
      const found =
        binding &&
        (descend(file, binding, parts.slice(length)) ?? this.#alias(file, binding, parts.slice(length), at));
      if (found) return found;
    }
    if (file.family === 'script') return undefined;
    // A member of the class around, or of a class inside another: `Flags.Web.NAV` named `Web.NAV`.
    const all = file.membersCalled(parts.at(-1) ?? '').filter((each) => each.name.endsWith(`.${name}`));
    const own = memberAround(file, all, at, parts.length === 1);
    return own && descend(file, own, []);
  }

  /** A member of what a name is bound to by another name: `entry.flag` with `entry = entries.*`. */
  #alias(file: SourceFile, binding: Binding, rest: readonly string[], at: number): Found | undefined {
    const { value } = binding;
    if (value.is !== 'name' || rest.length === 0 || this.#aliases > maxDepth) return undefined;
    this.#aliases++;
    const found = this.find(file, [value.name, ...rest].join('.'), Math.min(at, value.start));
    this.#aliases--;
    return found;
  }

  #aliases = 0;

  #imported(file: SourceFile, name: string, depth: number): Found | undefined {
    const [root = '', ...rest] = name.split('.');
    const imported = file.imports.get(root);
    if (!imported) return undefined;
    const target = this.imported(file, root);
    if (target?.module === 'django.conf')
      return this.#noted(ofSettings(this.#tables.bindings('python', rest[0] ?? '')), rest.slice(1));
    if (!target?.file) return undefined;
    const path = target.name === '*' ? rest : [target.name, ...rest];
    return path.length === 0 ? undefined : this.#exportedValue(target.file, path, depth + 1);
  }

  /** A value that other files know: `path` begins with the name inside `file`. */
  #exportedValue(file: SourceFile, path: readonly string[], depth: number): Found | undefined {
    if (depth > maxDepth) return undefined;
    const [name = '', ...rest] = path;
    const exported = this.exported(file, name);
    if (!exported.file) return undefined;
    if (exported.name === '*')
      return rest.length === 0 ? undefined : this.#exportedValue(exported.file, rest, depth + 1);
    const dotted = [exported.name, ...rest].join('.');
    return (
      this.#local(exported.file, dotted, anywhere) ??
      this.#local(exported.file, `exports.${dotted}`, anywhere) ??
      this.#imported(exported.file, dotted, depth + 1)
    );
  }

  /** Where a name that the file imports comes from. */
  imported(file: SourceFile, name: string, depth = 0): Exported | undefined {
    const imported = file.imports.get(name);
    if (!imported || depth > maxDepth) return undefined;
    return this.#from(file, imported.module, imported.of, depth);
  }

  /** Where a name that the file gives to others is defined. */
  exported(file: SourceFile, name: string, depth = 0): Exported {
    if (depth > maxDepth) return { file: undefined, name };
    // Deeper in, the way here may have used up how far may be looked.
    if (depth > 1) return this.#findExported(file, name, depth);
    return this.#exported.get(`${file.path}\n${name}`, () => this.#findExported(file, name, depth));
  }

  readonly #exported = new Remembered<Exported>(this.trace);

  #findExported(file: SourceFile, name: string, depth: number): Exported {
    let star: Exported | undefined;
    for (const each of file.facts.exports) {
      if (each.name === name) {
        if (each.module !== undefined) return this.#from(file, each.module, each.of ?? name, depth + 1);
        const local = each.local ?? name;
        return file.imports.has(local)
          ? (this.imported(file, local, depth + 1) ?? { file, name: local })
          : { file, name: local };
      }
    }
    for (const each of file.facts.exports) {
      if (each.name !== '*' || each.module === undefined) continue;
      const path = this.modules.find(file.path, each.module, false);
      const target = this.#file(path);
      if (!target) {
        star ??= { file: undefined, name, module: each.module };
        continue;
      }
      const found = this.exported(target, name, depth + 1);
      if (found.file && this.#defines(found.file, found.name)) return found;
    }
    if (!this.#defines(file, name)) {
      if (file.imports.has(name)) return this.imported(file, name, depth + 1) ?? { file, name };
      if (star) return star;
    }
    return { file, name };
  }

  #defines(file: SourceFile, name: string): boolean {
    return name === '*' || file.defines(name);
  }

  #from(file: SourceFile, module: string, name: string, depth: number): Exported {
    const isPython = file.family === 'python';
    const path = this.modules.find(file.path, module, isPython);
    const target = this.#file(path);
    if (target) return name === '*' ? { file: target, name } : this.exported(target, name, depth + 1);
    if (isPython && name !== '*') {
      // `from package import module`.
      const inner = this.modules.find(file.path, `${module}${module.endsWith('.') ? '' : '.'}${name}`, true);
      const innerFile = this.#file(inner);
      if (innerFile) return { file: innerFile, name: '*' };
    }
    return { file: undefined, name, module };
  }

  /** Languages whose names need no import of the file they are in; a script's only where tools import by themselves. */
  #anywhere(file: SourceFile, name: string): Found | undefined {
    if (!isFree(file) || file.imports.has(name.split('.')[0] ?? '')) return undefined;
    const parts = name.split('.').filter((part) => part !== '');
    // A member may stand in the object that a constant is: `Gate::FLAGS[:nav]`.
    for (let length = parts.length; length > 0 && length > parts.length - 2; length--) {
      const own = parts.slice(0, length);
      const all = this.#tables.bindings(file.family, own.at(-1) ?? '');
      const best = meantBy(file, own, all, name.startsWith('.'));
      const found = this.#noted(best, parts.slice(length));
      if (found) return found;
    }
    return undefined;
  }

  #noted(best: Defined<Binding>[number] | undefined, rest: readonly string[]): Found | undefined {
    if (best) this.trace.note(fileKey(best[0].path));
    return best && descend(best[0], best[1], rest);
  }
}
