import type { SeriesProgress } from '../../shared/panelSeries';
import { PostHogError } from '../api/errors';
import { sleep as sleepForReal } from '../api/sleep';
import { allMetrics } from '../experiment/allMetrics';
import { seriesProgress } from '../experiment/seriesHistory';
import { seriesObstacle } from '../experiment/seriesObstacle';
import type { Metric } from '../model/metric';
import type { Session } from '../session';
import { timeseriesKey } from '../store/store';
import { isAnswerLost } from './isAnswerLost';
import { loadTimeseries } from './loadTimeseries';
import { readExperiment } from './readExperiment';

export interface MetricOf {
  readonly experimentId: number;
  readonly metricUuid: string;
}

/** PostHog asks for no more than that: it works for minutes. */
const pollMs = 20_000;
/** A network that goes away for a moment does not end the work in PostHog. */
const maxFailures = 5;

/**
 * Has the daily results of a metric computed anew: what is stored of them is deleted at once. The definition and its
 * fingerprint are from one fresh reading, because PostHog does not check that they belong together. Resolves to
 * whether this began it; else it was under way already and nothing was deleted.
 * @throws PostHogError when it did not begin, as far as can be told
 */
export async function startRecalculation(
  session: Session,
  { experimentId, metricUuid }: MetricOf,
): Promise<{ readonly isNew: boolean }> {
  const { client, projectId, signal } = session;
  const experiment = await readExperiment(session, experimentId);
  const metric = allMetrics(experiment).find(({ uuid }) => uuid === metricUuid);
  if (!metric || metric.fingerprint === undefined) throw metricGone(metric);
  const { definition, fingerprint } = metric;
  let isNew = true;
  try {
    const body = { metric: definition, fingerprint };
    ({ isNew } = await client.results.recalculateTimeseries(projectId, experimentId, body, signal));
  } catch (error) {
    if (!isAnswerLost(error)) throw error;
    await loadTimeseries(session, experimentId, metricUuid, signal);
    // Sending it twice would delete twice.
    if (!isUnderWay(session, { experimentId, metricUuid })) throw error;
    return { isNew };
  }
  await loadTimeseries(session, experimentId, metricUuid, signal);
  // A reading that was under way before knows nothing of it.
  if (!isUnderWay(session, { experimentId, metricUuid })) {
    await loadTimeseries(session, experimentId, metricUuid, signal);
  }
  return { isNew };
}

/**
 * Reads the daily results again and again until PostHog has recalculated them: the series in the store follows.
 * @throws the reason of the signal when somebody stops waiting, which stops nothing in PostHog; PostHogError when the
 * results cannot be read for long
 */
export async function followRecalculation(
  session: Session,
  metric: MetricOf,
  report: (progress: SeriesProgress) => void,
  signal: AbortSignal,
  sleep = sleepForReal,
): Promise<void> {
  const either = AbortSignal.any([signal, session.signal]);
  for (let failures = 0; ;) {
    const series = seriesOf(session, metric);
    failures = series?.state === 'failed' ? failures + 1 : 0;
    if (series?.state === 'failed' && failures === maxFailures) throw series.error;
    if (series?.state === 'ready') {
      if (series.value.recalculation === undefined) return;
      report(seriesProgress(series.value));
    }
    await sleep(pollMs, either);
    await loadTimeseries(session, metric.experimentId, metric.metricUuid, either);
  }
}

function isUnderWay(session: Session, metric: MetricOf): boolean {
  const series = seriesOf(session, metric);
  return series?.state === 'ready' && series.value.recalculation !== undefined;
}

function seriesOf({ store }: Session, { experimentId, metricUuid }: MetricOf) {
  return store.state.timeseries.get(timeseriesKey(experimentId, metricUuid));
}

function metricGone(metric: Metric | undefined): PostHogError {
  return new PostHogError('notFound', {
    method: 'POST',
    template: '/api/projects/:project/experiments/:id/recalculate_timeseries/',
    serverMessage: (metric && seriesObstacle(metric)) ?? 'The experiment no longer has this metric.',
  });
}
