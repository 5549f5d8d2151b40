import type { ApiRequest } from '../../../src/core/api/transport';
import { metricKey, readingKey } from '../../../src/core/store/metricReading';
import { lastLoaded } from '../../../src/core/store/resource';
import { loadVerdict } from '../../../src/core/useCase/loadVerdict';
import { type MetricsDemand, readMetrics } from '../../../src/core/useCase/readMetrics';
import { refreshExperiments } from '../../../src/core/useCase/refreshExperiments';
import { type Answer, pathOf } from './fakeTransport';
import { never, openSession } from './openSession';
import { serveProject, type ServedProject } from './serveProject';
import { funnelMetric } from './wireExperiments';
import { row } from './wireLists';
import { bayesianDay } from './wireTimeseries';

export const second = { ...funnelMetric, uuid: 'second', name: 'Second', fingerprint: 'f-second' };
export const retention = { ...funnelMetric, uuid: 'back', name: 'Back again', metric_type: 'retention' };
export const legacy = { kind: 'ExperimentTrendsQuery', name: 'Old', count_query: {} };

export type Instead = (request: ApiRequest) => Answer | Promise<Answer> | undefined;

/** A session on a project whose only experiment has these metrics, its newest results read. */
export async function openMetrics(
  metrics: readonly object[],
  project: Partial<ServedProject> = {},
  instead?: Instead,
) {
  const served: ServedProject = { open: [row(1, { metrics })], recalculations: 'none yet', ...project };
  const serve = serveProject(served);
  const opened = openSession((request, signal) => instead?.(request) ?? serve(request, signal));
  const { session, transport, clock } = opened;
  await refreshExperiments(session, never);
  await loadVerdict(session, 1, never);
  transport.requests.length = 0;
  const sleep = async (spanMs: number) => clock.advance(spanMs);
  const results = () => lastLoaded(session.store.state.verdicts.get(1))?.value;
  return {
    ...opened,
    served,
    sleep,
    results,
    read: (what: MetricsDemand['what'] = 'missing', signal = never) =>
      readMetrics(session, 1, { what }, signal, { sleep }),
    sources: () => results()?.outcomes.map(({ source }) => source),
    readings: () =>
      results()?.outcomes.map(
        (outcome) => session.store.state.readings.get(readingKey(1, metricKey(outcome)))?.state,
      ),
    asked: () =>
      transport.requests.map(
        (request) => `${request.method} ${pathOf(request).replace(/.*\/(?=\d+\/|query)/, '')}`,
      ),
  };
}

export const isQuery = (request: ApiRequest) => pathOf(request).includes('/query/');
export const isDays = (request: ApiRequest) => pathOf(request).endsWith('timeseries_results/');
export const cached = { body: { ...bayesianDay, last_refresh: '2026-03-10T09:00:00Z', query_status: null } };
export const running = { status: 202, body: { query_status: { id: 'q1', complete: false } } };
export const forbidden = {
  status: 403,
  body: { type: 'authentication_error', detail: "API key missing required scope 'query:read'" },
};
