import { PostHogError } from '../api/errors';
import type { Session } from '../session';
import { idle, lastLoaded, type Resource } from '../store/resource';

/**
 * Reads something into the store: what was there stays while it loads and when that fails. Who asks for the same
 * meanwhile joins. Resolves when the resource is ready or failed; rejects when cancelled, and then the resource is
 * what it was, at once: a reply that comes late all the same must not touch what the next reader does.
 */
export async function fetchResource<T>(
  session: Session,
  options: {
    readonly key: string;
    readonly fetch: (signal: AbortSignal) => Promise<T>;
    readonly current: () => Resource<T> | undefined;
    readonly put: (resource: Resource<T>) => void;
  },
  signal: AbortSignal,
): Promise<void> {
  const { key, fetch, current, put } = options;
  await session.flights.join(
    key,
    async (flightSignal) => {
      const putBack = () => {
        const previous = lastLoaded(current());
        put(previous ? { state: 'ready', ...previous } : idle);
      };
      const isOver = () => flightSignal.aborted || session.signal.aborted;
      put({ state: 'loading', previous: lastLoaded(current()) });
      flightSignal.addEventListener('abort', putBack, { once: true });
      try {
        const value = await fetch(flightSignal);
        if (!isOver()) put({ state: 'ready', value, loadedMs: session.now() });
      } catch (error) {
        if (isOver()) return;
        if (error instanceof PostHogError) {
          put({ state: 'failed', error, previous: lastLoaded(current()) });
        } else {
          putBack();
          throw error;
        }
      } finally {
        flightSignal.removeEventListener('abort', putBack);
      }
    },
    AbortSignal.any([signal, session.signal]),
  );
}
