import { PostHogError } from '../api/errors';
import type { Experiment } from '../model/experiment';
import type { Session } from '../session';
import { knownExperiments } from '../store/knownExperiments';
import { isAnswerLost } from './isAnswerLost';
import { loadExperiment } from './loadExperiment';

export type Draft =
  | { readonly kind: 'made'; readonly experiment: Experiment }
  /** PostHog's answer did not come through, but the experiment is there. */
  | { readonly kind: 'found'; readonly experiment: Experiment }
  /** Neither the answer came through nor the list that would show whether it was made. */
  | { readonly kind: 'unknown'; readonly error: PostHogError };

/**
 * Sends the request that makes an experiment. It must not be sent twice, so when the answer is lost PostHog is asked
 * whether there is a new experiment on the flag.
 * @throws PostHogError when nothing was made, as far as PostHog can tell by now
 */
export async function makeDraft(
  session: Session,
  flagKey: string,
  send: () => Promise<Experiment>,
): Promise<Draft> {
  const known = new Set(knownExperiments(session.store.state).map(({ id }) => id));
  try {
    return { kind: 'made', experiment: await send() };
  } catch (error) {
    if (!isAnswerLost(error)) throw error;
    const isNew = (experiment: Experiment) => experiment.flagKey === flagKey && !known.has(experiment.id);
    const found = await findExperiment(session, isNew);
    if (found === 'unknown') return { kind: 'unknown', error };
    if (found === undefined) throw error;
    return { kind: 'found', experiment: found };
  }
}

/** Reads the list past the store: a reading that is under way may be older than the request. */
async function findExperiment(
  session: Session,
  isWanted: (experiment: Experiment) => boolean,
): Promise<Experiment | 'unknown' | undefined> {
  const { client, projectId, signal } = session;
  try {
    const { rows } = await client.experiments.list(projectId, {}, signal);
    const found = rows.find(isWanted);
    // Puts it in the list on screen.
    if (found) await loadExperiment(session, found.id, signal);
    return found;
  } catch (error) {
    if (error instanceof PostHogError && error.kind !== 'cancelled') return 'unknown';
    throw error;
  }
}
