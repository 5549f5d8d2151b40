import type { ExperimentDetail } from '../model/experiment';
import type { Session } from '../session';
import { loadExperiment } from './loadExperiment';

/** The experiment as PostHog knows it now, put in the store on the way. @throws PostHogError */
export async function readExperiment(
  session: Session,
  id: number,
  signal = session.signal,
): Promise<ExperimentDetail> {
  await loadExperiment(session, id, signal);
  const detail = session.store.state.details.get(id);
  if (detail?.state === 'ready') return detail.value;
  throw detail?.state === 'failed' ? detail.error : new Error(`Experiment ${id} could not be read.`);
}
