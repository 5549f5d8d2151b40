import type { ApiRequest } from '../../../src/core/api/transport';
import { pathOf, queryOf, type Answer, type Respond } from './fakeTransport';
import { funnelMetric, wireDetail } from './wireExperiments';
import { bayesianDay, wireSeries } from './wireTimeseries';

/** A project that can change between two requests. */
export interface ServedProject {
  open: readonly object[];
  readonly archived?: readonly object[];
  /** What the server knows of the newest results: all metrics at once, nothing yet, or not even the question. */
  readonly recalculations?: 'there' | 'none yet' | 'unsupported';
  /** Answers instead, where it does. */
  readonly instead?: (request: ApiRequest) => Answer | undefined;
  /** When the results were computed. */
  readonly completedAt?: string;
}

/** A server with lists by pages, each experiment whole, and its results in both forms. */
export function serveProject(project: ServedProject): Respond {
  return (request) => {
    const instead = project.instead?.(request);
    if (instead) return instead;
    const [, id, action = ''] = /\/experiments\/(?:(\d+)\/(.*))?$/.exec(pathOf(request)) ?? [];
    if (id === undefined) return listPage(project, request);
    const experiment = [...project.open, ...(project.archived ?? [])].find(
      (row) => 'id' in row && row.id === Number(id),
    );
    if (!experiment) return notFound('Not found.');
    if (action === '') return { body: { ...wireDetail, ...experiment } };
    if (action === 'timeseries_results/') return { body: wireSeries };
    return latest(project);
  };
}

function listPage({ open, archived = [] }: ServedProject, request: ApiRequest): Answer {
  const query = queryOf(request);
  if (!('limit' in query)) return { body: { id: 42, name: 'Web' } };
  const rows = query['archived'] === 'true' ? archived : open;
  const offset = Number(query['offset']);
  const end = offset + Number(query['limit']);
  return {
    body: { count: rows.length, next: end < rows.length ? 'next' : null, results: rows.slice(offset, end) },
  };
}

function latest({ recalculations = 'there', completedAt = '2026-03-10T02:11:08Z' }: ServedProject): Answer {
  if (recalculations === 'unsupported') return notFound('Not found.');
  if (recalculations === 'none yet') return notFound('No completed recalculation found');
  return {
    body: {
      id: '0197',
      experiment_id: 311,
      status: 'completed',
      completed_at: completedAt,
      active_run: null,
      result_source: 'recalculation',
      results: [
        { metric_uuid: funnelMetric.uuid, status: 'completed', result: bayesianDay, error_message: null },
      ],
    },
  };
}

function notFound(detail: string): Answer {
  return { status: 404, body: { type: 'invalid_request', code: 'not_found', detail, attr: null } };
}
