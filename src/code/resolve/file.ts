import { findLanguage } from '../language/languages';
import type { Family } from '../language/language';
import { namesCalled } from './constructors';
import { pascal } from './spelling';
import type { SdkForm } from '../sdk/form';
import type { Binding, Call, FileFacts, FunctionFact, Import, Parameter, Value } from '../facts';

/** Asks for what a whole file knows. */
export const anywhere = -1;

/** A file of a project with its names looked up fast. */
export class SourceFile {
  readonly family: Family;
  readonly #bindings = new Map<string, Binding[]>();
  readonly #byLast = new Map<string, Binding[]>();
  readonly #containers = new Set<string>();
  readonly #functions = new Map<string, number[]>();
  readonly imports = new Map<string, Import>();
  /** What each call is by the SDKs, as far as somebody asked. */
  readonly forms = new Map<Call, SdkForm | undefined>();

  constructor(
    readonly path: string,
    readonly facts: FileFacts,
  ) {
    this.family = findLanguage(facts.language)?.grammar.family ?? 'script';
    for (const each of facts.bindings) {
      add(this.#bindings, each.name, each);
      const last = lastOf(each.name);
      if (last === each.name) continue;
      add(this.#byLast, last, each);
      this.#containers.add(each.name.slice(0, each.name.indexOf('.')));
    }
    for (const [index, { name }] of facts.functions.entries()) {
      for (const called of namesCalled(name, this.family)) add(this.#functions, called, index);
      const component = name === 'default' ? this.component : undefined;
      if (component !== undefined) add(this.#functions, component, index);
    }
    for (const each of facts.imports) this.imports.set(each.name, each);
  }

  /** The name that a component has by its file, which tools import by themselves: Nuxt's `components/FeatureGate.vue`. */
  get component(): string | undefined {
    const [, name] = /([\w-]+)\.(?:vue|svelte)$/.exec(this.path) ?? [];
    return name === undefined ? undefined : pascal(name);
  }

  /** The innermost binding of this name that is known at `at`. */
  binding(name: string, at: number): Binding | undefined {
    let best: Binding | undefined;
    for (const each of this.#bindings.get(name) ?? []) {
      if (at === anywhere ? each.from > 0 : each.from > at || each.to < at) continue;
      // Of several in one scope the last before `at`.
      const isLater =
        !best || each.from > best.from || (each.from === best.from && startOf(each.value) <= at);
      if (isLater) best = each;
    }
    return best;
  }

  /** Members of anything in this file that are called so: `Flags.nav` for `nav`. */
  membersCalled(last: string): readonly Binding[] {
    return this.#byLast.get(last) ?? [];
  }

  /** Whether the name is bound or imported here. */
  knows(name: string): boolean {
    return this.#bindings.has(name) || this.imports.has(name);
  }

  /** Whether the name is bound here, or an enum or class of that name has members. */
  defines(name: string): boolean {
    return this.#bindings.has(name) || this.#containers.has(name) || this.#functions.has(name);
  }

  bindingsCalled(name: string): readonly Binding[] {
    return this.#bindings.get(name) ?? [];
  }

  /** The entries of an enum. Enums of Python are classes, those of Go constants of a type of their own. */
  entriesOf(type: string): readonly Binding[] {
    return this.facts.bindings.filter((each) => {
      if (this.family === 'go') return type !== 'string' && each.type === type && each.value.is === 'text';
      const isEntry = each.isEntry === true || (this.family === 'python' && each.value.is === 'text');
      return isEntry && (each.name.startsWith(`${type}.`) || ownerOf(each.name).endsWith(`.${type}`));
    });
  }

  get functionNames(): IterableIterator<string> {
    return this.#functions.keys();
  }

  /** Numbers of the functions whose last name is this. */
  functionsCalled(last: string): readonly number[] {
    return this.#functions.get(last) ?? [];
  }

  functionAt(index: number): FunctionFact | undefined {
    return this.facts.functions[index];
  }

  /** The declared type of a parameter with this name, of a function around `at` first. */
  parameterType(name: string, at: number): string | undefined {
    let any: string | undefined;
    for (const each of this.facts.functions) {
      for (const parameter of each.parameters) {
        if (Array.isArray(parameter)) continue;
        const { name: own, type } = parameter as Parameter;
        if (own !== name || type === undefined) continue;
        if (each.from <= at && at <= each.to) return type;
        any = type;
      }
    }
    return any;
  }
}

/** Where a value begins, as far as it says. */
function startOf(value: Value): number {
  return 'start' in value ? value.start : 0;
}

/** All but the last name of a dotted one. */
export function ownerOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf('.')));
}

/** The last name of a dotted one; `[]` for a look into something. */
export function lastOf(name: string): string {
  if (name.endsWith('[]')) return '[]';
  return name.slice(name.lastIndexOf('.') + 1);
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
