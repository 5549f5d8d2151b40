import type { ExperimentDetail } from '../model/experiment';
import type { Session } from '../session';
import { lastLoaded } from '../store/resource';
import { loadExperiment } from './loadExperiment';

/** An experiment read this recently is not read again for its fingerprints: a page reads it just before its results. */
const fingerprintFreshMs = 10_000;

/**
 * The experiment as it is now. Nearly every edit changes the fingerprints of its metrics, and PostHog answers an
 * outdated one with old or empty days instead of an error. @throws PostHogError when it cannot be read
 */
export async function readFreshDetail(
  session: Session,
  experimentId: number,
  signal: AbortSignal,
): Promise<ExperimentDetail | undefined> {
  const { store } = session;
  const known = store.state.details.get(experimentId);
  const isFresh = known?.state === 'ready' && session.now() - known.loadedMs < fingerprintFreshMs;
  if (!isFresh) await loadExperiment(session, experimentId, signal);
  const detail = store.state.details.get(experimentId);
  if (detail?.state === 'failed') throw detail.error;
  return lastLoaded(detail)?.value;
}
