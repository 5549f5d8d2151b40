import type { CommandHandler } from './commandContext';
import { openSession } from './openSession';

/** Opens the page of how busy the project is with experiments. */
export const showStats: CommandHandler = async ({ sessions, panels }) => {
  const session = await openSession(sessions);
  if (session) panels.showStats(session);
};
