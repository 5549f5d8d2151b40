import { PostHogError } from '../api/errors';
import type { Session } from '../session';

/** Looks up what the project is called and by whose days it counts. A key that may not tell leaves both as they were. */
export async function nameProject(session: Session): Promise<void> {
  try {
    const { name, timeZone } = await session.client.account.retrieveProject(
      session.projectId,
      session.signal,
    );
    session.store.update((state) => ({ ...state, projectName: name, timeZone }));
  } catch (error) {
    if (!(error instanceof PostHogError)) throw error;
  }
}
