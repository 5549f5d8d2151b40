/** On a thread that the editor shares: typing must not wait. */
const sharedSliceMs = 5;

/** Divides work, so that whoever shares the thread gets a turn, and ends it when it is not wanted any more. */
export class Slices {
  #startMs: number;

  constructor(
    private readonly options: {
      readonly sliceMs: number;
      readonly now: () => number;
      /** Resolves when the others had their turn. */
      readonly breathe: () => Promise<void>;
    },
  ) {
    this.#startMs = options.now();
  }

  /** Asked between two pieces of work; costs next to nothing as long as the slice lasts. */
  get isOver(): boolean {
    return this.options.now() - this.#startMs >= this.options.sliceMs;
  }

  async next(): Promise<void> {
    await this.options.breathe();
    this.#startMs = this.options.now();
  }
}

/** Slices of work on the very thread that the editor runs on. */
export function createSharedSlices(): Slices {
  const breathe = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
  return new Slices({ sliceMs: sharedSliceMs, now: () => performance.now(), breathe });
}
