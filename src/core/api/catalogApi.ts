import type { EventNames, Holdout, SavedMetric } from '../model/catalog';
import type { ApiCaller } from './caller';
import { endpoint } from './endpoint';
import { readAllPages } from './paging';
import { toEventNames, toHoldout, toSavedMetric, wireHoldout, wireListedMetric } from './wire/catalog';
import { wirePage } from './wire/page';
import type { Rows } from './wire/tolerant';

/** What experiments are made of: events, shared metrics, holdouts. */
export class CatalogApi {
  constructor(private readonly call: ApiCaller) {}

  /**
   * `GET event_definitions`, scope `event_definition:read`: the first hundred events whose names contain `search`, for
   * a picker that asks again as a person types. Source: posthog/api/event_definition.py.
   */
  async eventDefinitions(projectId: number, search: string, signal: AbortSignal): Promise<EventNames> {
    const query = { search: search === '' ? undefined : search, limit: 100 };
    const request = endpoint(
      'GET',
      '/api/projects/:project/event_definitions/',
      { project: projectId },
      { query },
    );
    return toEventNames(await this.call(request, wirePage, signal));
  }

  /**
   * `GET experiment_saved_metrics`, scope `experiment_saved_metric:read` (older servers: `experiment:read`): all
   * shared metrics, by name. Source: products/experiments (experiment_saved_metric.py).
   */
  async savedMetrics(projectId: number, signal: AbortSignal): Promise<Rows<SavedMetric>> {
    const list = {
      template: '/api/projects/:project/experiment_saved_metrics/',
      ids: { project: projectId },
    };
    const { rows, dropped } = await readAllPages(this.call, list, wireListedMetric, (row) => row.id, signal);
    return { rows: rows.map(toSavedMetric), dropped };
  }

  /**
   * `GET experiment_holdouts`, scope `experiment:read`: all holdouts. A right on one experiment is not enough.
   * Source: products/experiments (experiment_holdout.py).
   */
  async holdouts(projectId: number, signal: AbortSignal): Promise<Rows<Holdout>> {
    const list = { template: '/api/projects/:project/experiment_holdouts/', ids: { project: projectId } };
    const { rows, dropped } = await readAllPages(this.call, list, wireHoldout, (row) => row.id, signal);
    return { rows: rows.map(toHoldout), dropped };
  }
}
