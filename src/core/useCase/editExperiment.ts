import { type Edits, patchOf } from '../experiment/editFields';
import type { ExperimentDetail } from '../model/experiment';
import type { Session } from '../session';
import { write } from './writeExperiment';

/**
 * Saves what a person changed of an experiment as it was read, and nothing else. Sending it again is harmless.
 * @throws PostHogError conflict when the server keeps versions and somebody else changed the same
 */
export function editExperiment(
  session: Session,
  experiment: ExperimentDetail,
  edits: Edits,
): Promise<ExperimentDetail> {
  const { client, projectId, signal } = session;
  const patch = patchOf(experiment, edits);
  return write(session, client.experiments.update(projectId, experiment.id, patch, signal));
}
