import { inBackground } from '../../core/inBackground';
import { CloserLook } from '../../core/useCase/closerLook';
import type { CommandHandler } from './commandContext';
import { openSession } from './openSession';
import { pickExperiment } from './pickExperiment';

/** Opens the experiment's panel beside the code, or shows the one that is open. Resolves to `{ id }`. */
export const openExperiment: CommandHandler = async ({ sessions, panels, logger }, argument) => {
  const session = await openSession(sessions);
  const experiment = session && (await pickExperiment(session, argument, 'Open Experiment'));
  if (!experiment) return undefined;
  panels.showExperiment(session, experiment);
  // Whoever looks at the panel wants to see the verdict on its row and its line, too.
  const look = new CloserLook(session);
  if (look.needsReading(experiment.id)) {
    inBackground(look.read(experiment.id, session.signal), 'Reading an experiment', logger);
  }
  return { id: experiment.id };
};
