import type { Binding, Value } from '../facts';

/** The texts of an enum's entries, as bindings. */
export class EnumTexts {
  /** Where entries are whose text is their name. */
  readonly #implied = new Map<string, number>();

  constructor(
    private readonly bindings: Binding[],
    private readonly to: number,
  ) {}

  /** Binds an entry to its name, until another text is said. */
  imply(name: string, value: Value): void {
    this.#implied.set(name, this.bindings.length);
    this.bind(name, value, this.bindings.length);
  }

  bind(name: string, value: Value, at = this.#implied.get(name) ?? this.bindings.length): void {
    this.bindings[at] = { name, value, from: 0, to: this.to, isEntry: true };
  }
}
