import type { Binding, Value } from '../facts';

/** The texts of an enum's entries, as bindings. */
export class EnumTexts {
  /** Where entries are bound whose text is their name, or how they are shown. */
  readonly #implied = new Map<string, number>();
  readonly #said = new Set<string>();

  constructor(
    private readonly bindings: Binding[],
    private readonly to: number,
  ) {}

  /** Binds an entry that has no text yet, until another one is said. */
  imply(name: string, value: Value): void {
    if (this.#said.has(name) || this.#implied.has(name)) return;
    this.#implied.set(name, this.bindings.length);
    this.#bindAt(this.bindings.length, name, value);
  }

  bind(name: string, value: Value): void {
    this.#said.add(name);
    this.#bindAt(this.#implied.get(name) ?? this.bindings.length, name, value);
    this.#implied.delete(name);
  }

  #bindAt(at: number, name: string, value: Value): void {
    this.bindings[at] = { name, value, from: 0, to: this.to, isEntry: true };
  }
}
