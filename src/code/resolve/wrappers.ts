import type { Call, Value } from '../facts';
import { lastOf, type SourceFile } from './file';
import { isBuilder, keysOf } from './keys';
import { isVendor } from '../sdk/vendors';
import { expand } from './receiver';
import { givenForField } from './fields';
import { callOf, givenAt, slotOf, typeOf } from './given';
import { isInPackage, isMethod } from './goPackage';
import { meantMethods } from './meantMethods';
import { isAutoImporting, nameCalled } from './spelling';
import { functionsFrom, isInner, isProperty } from './innerFunctions';
import { rewrittenBy } from './returned';
import { ownKey, receiversOf, typeOfOwnKey } from './ownKey';
import { lookIn } from './lookIn';
import { rewriteOf } from './rewrite';
import type { HandingFile } from './handing';
import { type Evidence, sdkValues } from './sdkCall';
import { type Change, chained, same, type WrapperSlot, WrapperSlots } from './wrapperSlots';

const maxRounds = 8;
const maxDepth = 6;

/**
 * Functions of the project that hand a parameter on to an SDK's call, over files and layers. Those of an open document
 * stand on the project's, which they leave as they are.
 */
export class Wrappers {
  readonly slots: WrapperSlots;

  /** Types of the parameters that are keys, and the files they are named in. */
  readonly keyTypes: (readonly [SourceFile, string])[] = [];

  constructor(
    private readonly evidence: Evidence,
    base?: Wrappers,
  ) {
    this.slots = new WrapperSlots(base?.slots);
  }

  /** Adds the wrappers among these files, until no more are found. */
  findAll(files: readonly HandingFile[]): void {
    // What calls an SDK hands on is known at once; later rounds are for what calls other wrappers.
    for (const { file, handing, watch } of files)
      if (handing.toSdk.length > 0)
        watch(() => handing.toSdk.forEach(([value, at]) => this.#handOn(file, value, same, at)));
    for (let round = 0; round < maxRounds; round++) {
      let isNew = false;
      for (const { file, handing, watch } of files) {
        if (handing.toOthers.length === 0) continue;
        watch(() => {
          for (const call of handing.toOthers)
            for (const [value, change] of this.#ownValues(file, call))
              isNew = this.#handOn(file, value, change, call.from) || isNew;
        });
      }
      if (!isNew) return;
    }
  }

  /** Files that have any, without those it stands on. */
  get files(): ReadonlySet<SourceFile> {
    return new Set([...this.slots.files, ...this.keyTypes.map(([file]) => file)]);
  }

  /** The values of a call that are keys of flags, with what is still done to them. */
  keyValues(file: SourceFile, call: Call): readonly (readonly [Value, Change])[] {
    const values = sdkValues(this.evidence, file, call);
    return values ? values.map((value) => [value, same]) : this.#ownValues(file, call);
  }

  #ownValues(file: SourceFile, call: Call): readonly (readonly [Value, Change])[] {
    return this.slotsOf(file, call).flatMap((taken) => {
      const values =
        taken.slot === ownKey
          ? receiversOf(this.evidence.names, file, call, taken.names[0] ?? '')
          : givenAt(call.given, taken);
      return values.map((value) => [value, taken.change] as const);
    });
  }

  /** What the project's own function takes that this call calls; empty when it calls none that reads flags. */
  slotsOf(file: SourceFile, call: Call): readonly WrapperSlot[] {
    for (const [target, index] of this.#targets(file, call)) {
      if (isProperty(target, index) !== (call.isRead === true)) continue;
      const slots = this.slots.of(target, index);
      if (slots) return slots;
    }
    const isMarkup = file.facts.language === 'html' || call.isInTemplate === true;
    return isMarkup && call.isComponent ? this.#inputsOf(file, call) : [];
  }

  /** Directives of Angular, whose attribute calls a setter of that name: `<nav *appFlag="'new-nav'">`. */
  #inputsOf(file: SourceFile, { given }: Call): readonly WrapperSlot[] {
    return given.flatMap(({ slot }) =>
      this.#byName(file, String(slot), '').flatMap(([target, index]) =>
        (this.slots.of(target, index) ?? []).map((each) => ({ ...each, slot })),
      ),
    );
  }

  #targets(file: SourceFile, call: Call): readonly (readonly [SourceFile, number])[] {
    const { names } = this.evidence;
    const name = nameCalled(file, call);
    if (
      !this.slots.hasName(file.family, lastOf(name)) &&
      !file.bindingsCalled(name)[0] &&
      !file.imports.has(name)
    )
      return [];
    const expanded = expand(file, name, call.from);
    const parts = expanded.split('.');
    const last = parts.at(-1) ?? '';
    if (parts.length === 1) {
      if (last.endsWith('()')) return functionsFrom(names, file, last.slice(0, -2));
      const local = file.functionsCalled(last);
      const exact = local.filter((index) => file.functionAt(index)?.name === last && !isInner(file, index));
      if (exact.length > 0) return exact.map((index) => [file, index] as const);
      const target = names.imported(file, last);
      if (target) {
        if (!target.file) return [];
        const owner = target.file;
        const own = owner
          .functionsCalled(target.name)
          .filter((index) => !isInner(owner, index))
          .map((index) => [owner, index] as const);
        return own.length > 0 ? own : this.#bound(target.file, target.name);
      }
      if (local.length > 0 && file.family !== 'script') return local.map((index) => [file, index] as const);
      const isFree =
        file.family !== 'python' && (file.family !== 'script' || call.isComponent || isAutoImporting(file));
      return isFree ? this.#byName(file, last, '') : [];
    }
    const root = parts[0] ?? '';
    if (isVendor(root)) return [];
    const target = names.imported(file, root);
    if (target?.module !== undefined) return [];
    if (target?.file && target.name === '*') {
      const exported = names.exported(target.file, last);
      return exported.file
        ? exported.file
            .functionsCalled(exported.name)
            .map((index) => [exported.file as SourceFile, index] as const)
        : [];
    }
    if (/^(?:\$?this|self|cls|Self|static)$/.test(root) && parts.length === 2) {
      const own = file.functionsCalled(last);
      if (own.length > 0) return own.map((index) => [file, index] as const);
    }
    return this.#byName(file, last, parts.slice(0, -1).join('.'), call.isRead === true);
  }

  /** A name that is bound to another function: `export const isOn = flags.isOn`. */
  #bound(file: SourceFile, name: string): readonly (readonly [SourceFile, number])[] {
    const value = file.bindingsCalled(name)[0]?.value;
    return value?.is === 'name' ? this.#targets(file, callOf(value)) : [];
  }

  #byName(
    file: SourceFile,
    name: string,
    receiver: string,
    isRead = false,
  ): readonly (readonly [SourceFile, number])[] {
    const named = this.evidence.names.functionsCalled(file, name);
    const called = named.filter(([target, index]) => isProperty(target, index) === isRead);
    const owner = receiver.slice(receiver.lastIndexOf('.') + 1);
    const ofPackage = called.filter((each) => file.family === 'go' && isInPackage(each, owner));
    // A package of Go has functions, a value methods.
    const methods = called.filter((each) => file.family !== 'go' || owner === '' || isMethod(each));
    const all = ofPackage.length > 0 ? ofPackage : methods;
    const wrappers = all.filter(([target, index]) => this.slots.of(target, index) !== undefined);
    return wrappers.length === 0
      ? []
      : meantMethods(this.evidence.names, file, name, receiver, all, wrappers);
  }

  #handOn(file: SourceFile, value: Value, change: Change, at: number, depth = 0): boolean {
    if (depth > maxDepth) return false;
    switch (value.is) {
      case 'parameter':
        return this.#add(file, value.of, value.slot, change);
      case 'name': {
        const binding =
          file.binding(value.name, at) ?? file.binding(value.name.replace(/\.(?:value|current)$/, ''), at);
        if (binding) return binding.from > 0 && this.#handOn(file, binding.value, change, at, depth + 1);
        const isOwn = this.#handOnOwn(file, value.name, change, at);
        return givenForField(file, value.name, at)
          .map((each) => this.#handOn(file, each, change, at, depth + 1))
          .reduce((isNew, each) => isNew || each, isOwn);
      }
      case 'choice':
        return value.of.map((each) => this.#handOn(file, each, change, at, depth + 1)).some(Boolean);
      case 'joined': {
        const keyOf = (part: Value) => keysOf(this.evidence.names, file, part, at)[0]?.key;
        const [only, more] = value.of.filter((part) => part.is !== 'text' && keyOf(part) === undefined);
        if (!only || more) return false;
        const fixed = value.of.map((part) =>
          part === only ? undefined : part.is === 'text' ? part.text : keyOf(part),
        );
        return this.#handOn(
          file,
          only,
          (key) => change(fixed.map((part) => part ?? key).join('')),
          at,
          depth + 1,
        );
      }
      case 'call': {
        if (!value.on) {
          const rewritten = rewrittenBy(this.evidence.names, file, value);
          if (rewritten) {
            const { value: inner, rewrite } = rewritten;
            return this.#handOn(file, inner, chained(rewrite, change), at, depth + 1);
          }
          const [first] = value.given;
          return (
            first !== undefined &&
            isBuilder(value.name) &&
            this.#handOn(file, first.value, change, at, depth + 1)
          );
        }
        const rewrite = rewriteOf(value.name, value.given) ?? lookIn(this.evidence.names, file, value);
        return rewrite !== undefined && this.#handOn(file, value.on, chained(rewrite, change), at, depth + 1);
      }
      default:
        return false;
    }
  }

  /** A key that is held by an entry of an enum, in a method of that: `fun isOn() = posthog.isFeatureEnabled(key)`. */
  #handOnOwn(file: SourceFile, name: string, change: Change, at: number): boolean {
    const own = typeOfOwnKey(this.evidence.names, file, name, at);
    if (!own) return false;
    this.keyTypes.push([file, own.keys]);
    const { type, index } = own;
    const names = [lastOf(type)];
    return index !== undefined && this.slots.add(file, index, { slot: ownKey, names, isRest: false, change });
  }

  #add(file: SourceFile, index: number, slot: number | string, change: Change): boolean {
    const fact = file.functionAt(index);
    const type = fact && typeof slot === 'number' ? typeOf(fact, slot) : undefined;
    // What is changed on its way to a key, or looked up by, is none itself.
    if (type !== undefined && change === same) this.keyTypes.push([file, type]);
    if (!fact || fact.name === '') return false;
    return this.slots.add(file, index, { ...slotOf(fact, slot), change });
  }
}
