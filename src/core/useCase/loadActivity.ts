import type { ActivityPage } from '../model/activity';
import type { Session } from '../session';
import { fetchResource } from './fetchResource';

/**
 * Reads what was done to an experiment, the newest hundred. Resolves when it is in the store or its failure is: few
 * keys may read it.
 */
export async function loadActivity(session: Session, id: number, signal: AbortSignal): Promise<void> {
  const { client, store, projectId } = session;
  await fetchResource<ActivityPage>(
    session,
    {
      key: `activity/${id}`,
      fetch: (flightSignal) => client.experiments.activity(projectId, id, flightSignal),
      current: () => store.state.activities.get(id),
      put: (resource) =>
        store.update((state) => ({ ...state, activities: new Map(state.activities).set(id, resource) })),
    },
    signal,
  );
}
