import { PostHogError } from '../api/errors';
import type { Session } from '../session';

/** Looks up what the project is called. A key that may not tell leaves the name as it was. */
export async function nameProject(session: Session): Promise<void> {
  try {
    const { name } = await session.client.account.retrieveProject(session.projectId, session.signal);
    session.store.update((state) => ({ ...state, projectName: name }));
  } catch (error) {
    if (!(error instanceof PostHogError)) throw error;
  }
}
