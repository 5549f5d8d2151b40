import type { Session } from '../session';
import { lastLoaded } from '../store/resource';
import type { FlagKeys } from '../store/store';
import { fetchResource } from './fetchResource';

/**
 * Reads the keys of all flags into the store, so that code which reads a flag can be told from code which does not.
 * Resolves when they are there or the failure is: an account that may not list flags knows those of its experiments.
 */
export async function loadFlagKeys(session: Session, signal: AbortSignal): Promise<void> {
  const { store, client, projectId } = session;
  await fetchResource<FlagKeys>(
    session,
    {
      key: 'flagKeys',
      fetch: async (flightSignal) => {
        const { rows, dropped } = await client.flags.list(projectId, {}, flightSignal);
        return { keys: rows.map(({ key }) => key), unreadable: dropped };
      },
      current: () => store.state.flagKeys,
      put: (flagKeys) => store.update((state) => ({ ...state, flagKeys })),
    },
    signal,
  );
}

/** Reads them again where they were read before, and longer than this ago: flags are made elsewhere, too. */
export async function renewFlagKeys(session: Session, oldMs: number, signal: AbortSignal): Promise<void> {
  const loaded = lastLoaded(session.store.state.flagKeys);
  if (loaded && session.now() - loaded.loadedMs >= oldMs) await loadFlagKeys(session, signal);
}
