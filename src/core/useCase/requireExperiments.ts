import type { Experiment } from '../model/experiment';
import type { Session } from '../session';
import { lastLoaded } from '../store/resource';
import { refreshExperiments } from './refreshExperiments';

/** The experiments that are known, however old; read now when none are. @throws PostHogError when that fails */
export async function requireExperiments(session: Session): Promise<readonly Experiment[]> {
  const { store, signal } = session;
  if (lastLoaded(store.state.list) === undefined) await refreshExperiments(session, signal);
  const { list } = store.state;
  const loaded = lastLoaded(list);
  if (!loaded && list.state === 'failed') throw list.error;
  return loaded?.value.experiments ?? [];
}
