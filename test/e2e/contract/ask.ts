import { ok, type Client } from './client';
import type { ExperimentDetail, ExposureResult, Metric, MetricResult, QueryStatus } from './wire';

export interface Started<T> {
  readonly query_status: QueryStatus<T>;
}

/** The result of a query, computed while the caller waits. */
function ask<T>(client: Client, query: unknown): Promise<T> {
  return ok(client.post<T>('query/', { query, refresh: 'force_blocking' }));
}

export function askResult(
  client: Client,
  experiment: ExperimentDetail,
  metric: Metric,
): Promise<MetricResult> {
  return ok(tryResult(client, experiment, metric));
}

/** The same with the status: a result that cannot be computed is 400. */
export function tryResult(client: Client, { id }: ExperimentDetail, metric: Metric) {
  const query = { kind: 'ExperimentQuery', experiment_id: id, metric };
  return client.post<MetricResult>('query/', { query, refresh: 'force_blocking' });
}

export function exposureQuery(experiment: ExperimentDetail) {
  const { id, name, exposure_criteria, feature_flag, start_date, end_date, holdout } = experiment;
  return {
    kind: 'ExperimentExposureQuery',
    experiment_id: id,
    experiment_name: name,
    exposure_criteria,
    feature_flag,
    start_date,
    end_date,
    holdout,
  };
}

export function askExposures(client: Client, experiment: ExperimentDetail): Promise<ExposureResult> {
  return ask(client, exposureQuery(experiment));
}
