import type { CommandHandler } from './commandContext';
import { openSession } from './openSession';
import { pickExperiment } from './pickExperiment';

/** Opens the experiment's panel beside the code, or shows the one that is open. Resolves to `{ id }`. */
export const openExperiment: CommandHandler = async ({ sessions, panels }, argument) => {
  const session = await openSession(sessions);
  const experiment = session && (await pickExperiment(session, argument, 'Open Experiment'));
  if (!experiment) return undefined;
  panels.showExperiment(session, experiment);
  return { id: experiment.id };
};
