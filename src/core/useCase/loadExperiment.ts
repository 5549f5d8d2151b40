import type { Session } from '../session';
import { lastLoaded } from '../store/resource';
import { fetchResource } from './fetchResource';
import { putExperiment } from './putExperiment';

/** Reads one experiment whole. Resolves when it is in the store or its failure is. */
export async function loadExperiment(session: Session, id: number, signal: AbortSignal): Promise<void> {
  const { client, store, projectId } = session;
  const known = () => lastLoaded(store.state.details.get(id))?.value;
  await fetchResource(
    session,
    {
      key: `experiment/${id}`,
      fetch: async (flightSignal) => {
        const before = known();
        const read = await client.experiments.retrieve(projectId, id, flightSignal);
        const detail = store.state.details.get(id);
        // Deleted while this was on its way.
        if (detail?.state === 'failed') throw detail.error;
        const now = known();
        // Written while this was on its way: the answer to the write is the newer truth.
        return now === undefined || now === before ? read : now;
      },
      current: () => store.state.details.get(id),
      put: (resource) => {
        // A cancelled read puts back what was known: the list may have a newer row by then.
        const isNews = resource.state === 'ready' && resource.value !== known();
        store.update((state) =>
          isNews
            ? putExperiment(state, resource)
            : { ...state, details: new Map(state.details).set(id, resource) },
        );
      },
    },
    signal,
  );
}
