import type { Session } from '../session';
import { fetchResource } from './fetchResource';
import { putExperiment } from './putExperiment';

/** Reads one experiment whole. Resolves when it is in the store or its failure is. */
export async function loadExperiment(session: Session, id: number, signal: AbortSignal): Promise<void> {
  const { client, store, projectId } = session;
  await fetchResource(
    session,
    {
      key: `experiment/${id}`,
      fetch: (flightSignal) => client.retrieveExperiment(projectId, id, flightSignal),
      current: () => store.state.details.get(id),
      put: (resource) =>
        store.update((state) => {
          const next = { ...state, details: new Map(state.details).set(id, resource) };
          return resource.state === 'ready' ? putExperiment(next, resource) : next;
        }),
    },
    signal,
  );
}
