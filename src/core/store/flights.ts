interface Flight {
  readonly promise: Promise<unknown>;
  readonly abort: AbortController;
  waiters: number;
}

/** Work under way by key: who asks for the same again joins, and when the last one leaves, the work is cancelled. */
export class Flights {
  readonly #flights = new Map<string, Flight>();

  /** @throws whatever `start` rejects with; when `signal` aborts, its reason at once */
  async join<T>(key: string, start: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T> {
    signal.throwIfAborted();
    const flight = this.#flights.get(key) ?? this.#start(key, start);
    flight.waiters++;
    let leave: () => void = () => undefined;
    const left = new Promise<never>((_, reject) => {
      leave = () => reject(signal.reason as Error);
    });
    signal.addEventListener('abort', leave, { once: true });
    try {
      // Under one key there is one kind of work.
      return await Promise.race([flight.promise as Promise<T>, left]);
    } finally {
      signal.removeEventListener('abort', leave);
      flight.waiters--;
      if (flight.waiters === 0) {
        flight.abort.abort();
        if (this.#flights.get(key) === flight) this.#flights.delete(key);
      }
    }
  }

  #start(key: string, start: (signal: AbortSignal) => Promise<unknown>): Flight {
    const abort = new AbortController();
    const promise = start(abort.signal).finally(() => {
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
    });
    const flight: Flight = { promise, abort, waiters: 0 };
    this.#flights.set(key, flight);
    return flight;
  }
}
