import type { Family } from '../language/language';
import { namesCalled } from './constructors';
import type { SourceFile } from './file';
import type { Slot } from './given';

/** Makes the key of what a wrapper is given; undefined when that cannot be told. */
export type Change = (key: string) => string | undefined;

export const same: Change = (key) => key;

/** One after the other. */
export function chained(first: Change, second: Change): Change {
  return (key) => {
    const own = first(key);
    return own === undefined ? undefined : second(own);
  };
}

/** A parameter that becomes the key of a flag: its place, its name for callers, and how it is rewritten. */
export interface WrapperSlot extends Slot {
  readonly change: Change;
}

/** How many were told from each other. */
let rewritings = 0;

/** The wrappers that are known, with those of others below, which are left as they are. */
export class WrapperSlots {
  readonly #slots = new Map<SourceFile, Map<number, readonly WrapperSlot[]>>();
  /** Last names, by family. */
  readonly #names = new Map<Family, Set<string>>();

  constructor(private readonly base?: WrapperSlots) {}

  /** The slots of a function, by its number in the file. */
  of(file: SourceFile, index: number): readonly WrapperSlot[] | undefined {
    return this.#slots.get(file)?.get(index) ?? this.base?.of(file, index);
  }

  hasName(family: Family, last: string): boolean {
    return this.#names.get(family)?.has(last) === true || this.base?.hasName(family, last) === true;
  }

  /** Last names of the wrappers. */
  get names(): readonly string[] {
    return [...new Set([...this.#names.values()].flatMap((names) => [...names]))];
  }

  /** Dotted names of the wrappers, and the files they are in. */
  get functions(): readonly (readonly [SourceFile, string])[] {
    return [...this.#slots].flatMap(([file, slots]) =>
      [...slots.keys()].map((index) => [file, file.functionAt(index)?.name ?? ''] as const),
    );
  }

  /** Files with wrappers. */
  get files(): Iterable<SourceFile> {
    return this.#slots.keys();
  }

  /** Last names of wrappers with their families, `script isOn`. */
  get familyNames(): ReadonlySet<string> {
    return new Set(
      [...this.#names].flatMap(([family, names]) => [...names].map((name) => `${family} ${name}`)),
    );
  }

  /** The slots of a file, as text; one that rewrites keys is never the same as another one. */
  textOf(file: SourceFile): string {
    return JSON.stringify([...(this.#slots.get(file) ?? [])], (name, value: unknown) =>
      name === 'change' && value !== same ? ++rewritings : value,
    );
  }

  /** False when the slot is known. */
  add(file: SourceFile, index: number, slot: WrapperSlot): boolean {
    let byIndex = this.#slots.get(file);
    if (!byIndex) this.#slots.set(file, (byIndex = new Map<number, readonly WrapperSlot[]>()));
    const slots = byIndex.get(index) ?? [];
    if (slots.some((each) => each.slot === slot.slot)) return false;
    byIndex.set(index, [...slots, slot]);
    const names = this.#names.get(file.family) ?? new Set();
    const name = file.functionAt(index)?.name ?? '';
    for (const called of namesCalled(name, file.family)) names.add(called);
    this.#names.set(file.family, names);
    if (name === 'default' && file.component !== undefined) names.add(file.component);
    return true;
  }
}
