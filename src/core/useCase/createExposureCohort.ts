import type { Session } from '../session';
import { isAnswerLost } from './isAnswerLost';
import { loadExperiment } from './loadExperiment';

export interface MadeCohort {
  readonly id: number;
  /** Undefined when PostHog's answer was lost and only the experiment tells of it. */
  readonly name: string | undefined;
}

/**
 * Makes the cohort of everybody an experiment exposed, which PostHog then fills by itself, and reads the experiment,
 * which names it. The request must not be sent twice: when its answer is lost the experiment tells what came of it.
 * @throws PostHogError when there is none, as far as can be told
 */
export async function createExposureCohort(session: Session, experimentId: number): Promise<MadeCohort> {
  const { client, projectId, signal, store } = session;
  let made: MadeCohort;
  try {
    made = await client.experiments.createExposureCohort(projectId, experimentId, signal);
  } catch (error) {
    if (!isAnswerLost(error)) throw error;
    await loadExperiment(session, experimentId, signal);
    const detail = store.state.details.get(experimentId);
    const id = detail?.state === 'ready' ? detail.value.exposureCohortId : undefined;
    if (id === undefined) throw error;
    return { id, name: undefined };
  }
  await loadExperiment(session, experimentId, signal);
  return made;
}
