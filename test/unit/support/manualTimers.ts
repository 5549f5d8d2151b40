import type { Timers } from '../../../src/core/useCase/upkeep';

/** Timers that beat when the test says so. */
export class ManualTimers implements Timers {
  readonly #works = new Set<() => void>();

  get running(): number {
    return this.#works.size;
  }

  every(_spanMs: number, work: () => void): { stop(): void } {
    this.#works.add(work);
    return { stop: () => this.#works.delete(work) };
  }

  fire(): void {
    for (const work of this.#works) work();
  }
}
