const maxKept = 1 << 18;

/** A column of numbers for one text, and then for the next: a new one would cost as much as filling it. */
export class ScratchColumn {
  #kept = new Int32Array(0);

  /** At least `count` numbers, which hold whatever the last text left there. Only one text at a time may use them. */
  take(count: number): Int32Array {
    if (count > maxKept) return new Int32Array(count);
    if (this.#kept.length < count) this.#kept = new Int32Array(Math.min(maxKept, count * 2));
    return this.#kept;
  }

  /** As {@link take}, all of them 0. */
  takeEmpty(count: number): Int32Array {
    return this.take(count).fill(0, 0, count);
  }
}
