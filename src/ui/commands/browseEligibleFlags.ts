import type { CommandHandler } from './commandContext';
import { openSession } from './openSession';

/** Opens the page of the flags that an experiment can be made on. */
export const browseEligibleFlags: CommandHandler = async ({ sessions, panels }) => {
  const session = await openSession(sessions);
  if (session) panels.showFlags(session);
};
