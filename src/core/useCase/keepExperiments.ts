import type { Session } from '../session';
import { listKey, serializeList } from '../store/listStorage';
import { lastLoaded } from '../store/resource';

/** Keeps the list that is known, with its age, for the next time the editor starts. */
export async function keepExperiments(session: Session): Promise<void> {
  const loaded = lastLoaded(session.store.state.list);
  if (!loaded || session.signal.aborted) return;
  const text = serializeList(loaded);
  if (text !== undefined) await session.storage.write(listKey(session.accountId, session.projectId), text);
}
