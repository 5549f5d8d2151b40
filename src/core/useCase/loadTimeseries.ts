import { PostHogError } from '../api/errors';
import { allMetrics } from '../experiment/allMetrics';
import type { Timeseries } from '../model/timeseries';
import type { Session } from '../session';
import { lastLoaded } from '../store/resource';
import { timeseriesKey } from '../store/store';
import { fetchResource } from './fetchResource';
import { loadExperiment } from './loadExperiment';

/** An experiment read this recently is not read again for its fingerprints: a page reads it just before its chart. */
const fingerprintFreshMs = 10_000;

/**
 * Reads the daily results of one metric. The fingerprint is read fresh before, because nearly every edit of the
 * experiment changes it and PostHog answers an outdated one with old or empty days instead of an error.
 */
export async function loadTimeseries(
  session: Session,
  experimentId: number,
  metricUuid: string,
  signal: AbortSignal,
): Promise<void> {
  const { client, store, projectId } = session;
  const key = timeseriesKey(experimentId, metricUuid);
  await fetchResource<Timeseries>(
    session,
    {
      key: `timeseries/${key}`,
      fetch: async (flightSignal) => {
        const known = store.state.details.get(experimentId);
        const isFresh = known?.state === 'ready' && session.now() - known.loadedMs < fingerprintFreshMs;
        if (!isFresh) await loadExperiment(session, experimentId, flightSignal);
        const detail = store.state.details.get(experimentId);
        if (detail?.state === 'failed') throw detail.error;
        const experiment = lastLoaded(detail)?.value;
        const metrics = experiment ? allMetrics(experiment) : [];
        const fingerprint = metrics.find(({ uuid }) => uuid === metricUuid)?.fingerprint;
        if (fingerprint === undefined) throw metricGone;
        return client.results.timeseries(
          projectId,
          experimentId,
          { uuid: metricUuid, fingerprint },
          flightSignal,
        );
      },
      current: () => store.state.timeseries.get(key),
      put: (resource) =>
        store.update((state) => ({ ...state, timeseries: new Map(state.timeseries).set(key, resource) })),
    },
    signal,
  );
}

const metricGone = new PostHogError('notFound', {
  method: 'GET',
  template: '/api/projects/:project/experiments/:id/timeseries_results/',
  serverMessage: 'The experiment no longer has this metric, or the metric has no daily results.',
});
