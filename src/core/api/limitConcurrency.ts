import { cancelledRequest } from './errors';
import type { ApiRequest, Transport } from './transport';

/**
 * At most `limit` exchanges at a time, whoever asks; the others wait their turn, first come, first served. Who aborts
 * while waiting leaves the queue.
 */
export function limitConcurrency(transport: Transport, limit: number): Transport {
  let free = limit;
  /** In the order of their coming. */
  const waiting = new Set<() => void>();

  async function turn(request: ApiRequest, signal: AbortSignal): Promise<void> {
    if (signal.aborted) throw cancelledRequest(request);
    if (free > 0) {
      free--;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const begin = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        waiting.delete(begin);
        reject(cancelledRequest(request));
      };
      signal.addEventListener('abort', leave, { once: true });
      waiting.add(begin);
    });
  }

  /** Hands the place on, so that nobody who comes later slips in before the first in the queue. */
  function release(): void {
    const [next] = waiting;
    if (next === undefined) {
      free++;
      return;
    }
    waiting.delete(next);
    next();
  }

  return {
    async send(request, signal) {
      await turn(request, signal);
      try {
        return await transport.send(request, signal);
      } finally {
        release();
      }
    },
  };
}
