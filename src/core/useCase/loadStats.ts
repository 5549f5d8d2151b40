import type { Session } from '../session';
import { fetchResource } from './fetchResource';

/** Reads how busy the project is with experiments. Resolves when it is in the store or its failure is. */
export async function loadStats(session: Session, signal: AbortSignal): Promise<void> {
  const { client, store, projectId } = session;
  await fetchResource(
    session,
    {
      key: 'stats',
      fetch: (flightSignal) => client.experiments.stats(projectId, flightSignal),
      current: () => store.state.stats,
      put: (stats) => store.update((state) => ({ ...state, stats })),
    },
    signal,
  );
}
