import { PostHogError } from '../api/errors';
import type { Session } from '../session';
import { lastLoaded, type Resource } from '../store/resource';

/**
 * Reads something into the store: what was there stays while it loads and when that fails. Who asks for the same
 * meanwhile joins. Resolves when the resource is ready or failed; rejects only when cancelled.
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
      put({ state: 'loading', previous: lastLoaded(current()) });
      try {
        const value = await fetch(flightSignal);
        if (!session.signal.aborted) put({ state: 'ready', value, loadedMs: session.now() });
      } catch (error) {
        if (session.signal.aborted) return;
        const previous = lastLoaded(current());
        if (!(error instanceof PostHogError)) throw error;
        if (error.kind !== 'cancelled') put({ state: 'failed', error, previous });
        else put(previous ? { state: 'ready', ...previous } : { state: 'idle' });
      }
    },
    AbortSignal.any([signal, session.signal]),
  );
}
