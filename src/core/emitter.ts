/** Tells whoever listens. The shape of the editor's own events, for code that knows no editor. */
export class Emitter<T> {
  readonly #listeners = new Set<{ readonly hear: (value: T) => void }>();

  readonly event = (hear: (value: T) => void): { dispose(): void } => {
    const listener = { hear };
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };

  fire(value: T): void {
    for (const { hear } of this.#listeners) hear(value);
  }

  dispose(): void {
    this.#listeners.clear();
  }
}
