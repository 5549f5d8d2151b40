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
  if (!isDetailFresh(session, experimentId)) await loadExperiment(session, experimentId, signal);
  const detail = session.store.state.details.get(experimentId);
  if (detail?.state === 'failed') throw detail.error;
  return lastLoaded(detail)?.value;
}

/** Whether the experiment was read so recently that its fingerprints count as those it has now. */
export function isDetailFresh({ store, now }: Session, experimentId: number): boolean {
  const known = store.state.details.get(experimentId);
  return known?.state === 'ready' && now() - known.loadedMs < fingerprintFreshMs;
}
