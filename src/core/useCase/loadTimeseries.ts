import { PostHogError } from '../api/errors';
import { allMetrics } from '../experiment/allMetrics';
import { seriesObstacle } from '../experiment/seriesObstacle';
import type { SeriesReading, Timeseries } from '../model/timeseries';
import type { Session } from '../session';
import { lastLoaded } from '../store/resource';
import { timeseriesKey } from '../store/store';
import { fetchResource } from './fetchResource';
import { loadExperiment } from './loadExperiment';
import { isDetailFresh } from './readFreshDetail';

/**
 * Reads the daily results of one metric. The fingerprint is read fresh before, because nearly every edit of the
 * experiment changes it and PostHog answers an outdated one with old or empty days instead of an error. Where it was
 * read a moment before and there is no day, an edit may have come between: then it is read once more.
 */
export async function loadTimeseries(
  session: Session,
  experimentId: number,
  metricUuid: string,
  signal: AbortSignal,
): Promise<void> {
  const { client, store, projectId } = session;
  const key = timeseriesKey(experimentId, metricUuid);
  const current = () => store.state.timeseries.get(key);

  async function read(fingerprint: string, flightSignal: AbortSignal): Promise<SeriesReading> {
    const metric = { uuid: metricUuid, fingerprint };
    const series = await client.results.timeseries(projectId, experimentId, metric, flightSignal);
    const before = lastLoaded(current())?.value;
    const isSame = before === undefined || before.fingerprint === fingerprint;
    return { ...series, fingerprint, isRestarted: isSame ? (before?.isRestarted ?? false) : hasDays(before) };
  }

  await fetchResource<SeriesReading>(
    session,
    {
      key: `timeseries/${key}`,
      fetch: async (flightSignal) => {
        const isFresh = isDetailFresh(session, experimentId);
        if (!isFresh) await loadExperiment(session, experimentId, flightSignal);
        const fingerprint = fingerprintOf(session, experimentId, metricUuid);
        const series = await read(fingerprint, flightSignal);
        if (!isFresh || hasDays(series) || series.recalculation !== undefined) return series;
        await loadExperiment(session, experimentId, flightSignal);
        const now = fingerprintOf(session, experimentId, metricUuid);
        return now === fingerprint ? series : read(now, flightSignal);
      },
      current,
      put: (resource) =>
        store.update((state) => ({ ...state, timeseries: new Map(state.timeseries).set(key, resource) })),
    },
    signal,
  );
}

/** @throws PostHogError when the experiment could not be read, or has no such metric, or that has no daily results */
function fingerprintOf({ store }: Session, experimentId: number, metricUuid: string): string {
  const detail = store.state.details.get(experimentId);
  if (detail?.state === 'failed') throw detail.error;
  const experiment = lastLoaded(detail)?.value;
  const metric = experiment && allMetrics(experiment).find(({ uuid }) => uuid === metricUuid);
  if (metric?.fingerprint !== undefined) return metric.fingerprint;
  throw new PostHogError('notFound', {
    method: 'GET',
    template: '/api/projects/:project/experiments/:id/timeseries_results/',
    serverMessage: (metric && seriesObstacle(metric)) ?? 'The experiment no longer has this metric.',
  });
}

function hasDays({ days }: Timeseries): boolean {
  return days.some(({ result, isLegacy }) => result !== undefined || isLegacy);
}
