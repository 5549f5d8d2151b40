import type { Experiment, ExperimentDetail } from '../model/experiment';
import type { Session } from '../session';
import { deletedHere } from '../store/deletedHere';
import { findRow } from '../store/knownExperiments';
import { mapLoaded } from '../store/resource';
import { type State, timeseriesKey } from '../store/store';
import { isAnswerLost } from './isAnswerLost';
import { keepExperiments } from './keepExperiments';
import { refreshExperiments } from './refreshExperiments';
import { forgetDeleted, rememberDeleted } from './rememberDeleted';
import { write } from './writeExperiment';

/**
 * Hides an experiment from everybody. PostHog keeps it, and its flag stays as it is. When the answer is lost, the list
 * tells whether it was done. @throws PostHogError when it was not, as far as can be told
 */
export async function deleteExperiment(
  session: Session,
  { id, name }: Pick<Experiment, 'id' | 'name'>,
): Promise<void> {
  const row = findRow(session.store.state, id);
  try {
    await session.client.experiments.delete(session.projectId, id, session.signal);
  } catch (error) {
    if (!isAnswerLost(error)) throw error;
    await refreshExperiments(session, session.signal);
    const { list } = session.store.state;
    const isGone =
      list.state === 'ready' && !list.value.experiments.some((experiment) => experiment.id === id);
    if (!isGone) throw error;
  }
  session.store.update((state) => withoutExperiment(state, id, row));
  await rememberDeleted(session, { id, name, deletedMs: session.now() });
  await keepExperiments(session);
}

/**
 * Brings a deleted experiment back as it was. @throws PostHogError invalid when its flag was deleted meanwhile, not
 * found when the project never had it
 */
export async function restoreExperiment(session: Session, id: number): Promise<ExperimentDetail> {
  const experiment = await write(
    session,
    session.client.experiments.restore(session.projectId, id, session.signal),
  );
  await forgetDeleted(session, id);
  return experiment;
}

/** What stays open of it says why it is gone, and a list that is on its way does not bring it back. */
function withoutExperiment(state: State, id: number, row: Experiment | undefined): State {
  const verdicts = new Map(state.verdicts);
  verdicts.delete(id);
  return {
    ...state,
    ...(row && { deletedByFlag: new Map(state.deletedByFlag).set(row.flagKey, row.name) }),
    list: mapLoaded(state.list, (list) => ({
      ...list,
      experiments: list.experiments.filter((experiment) => experiment.id !== id),
    })),
    details: new Map(state.details).set(id, { state: 'failed', error: deletedHere, previous: undefined }),
    verdicts,
    timeseries: new Map([...state.timeseries].filter(([key]) => !key.startsWith(timeseriesKey(id, '')))),
  };
}
