import { refreshExperiments } from '../../core/useCase/refreshExperiments';
import { renewFlagKeys } from '../../core/useCase/loadFlagKeys';
import type { CommandHandler } from './commandContext';
import { openSession } from './openSession';

/**
 * Reads the experiments and the keys of the flags again, and the account too when that failed. A failure shows in the view, with the list of
 * before below it.
 */
export const refresh: CommandHandler = async ({ sessions }) => {
  if (sessions.state.kind === 'failed') await sessions.reopen();
  const session = await openSession(sessions);
  if (!session) return;
  const { signal } = session;
  await Promise.all([refreshExperiments(session, signal), renewFlagKeys(session, 0, signal)]);
};
