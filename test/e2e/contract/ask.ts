import { ok, type Answer, type Client } from './client';
import type { ExperimentDetail, ExposureResult, Metric, MetricResult, QueryStatus } from './wire';

export interface Started<T> {
  readonly query_status: QueryStatus<T>;
}

/** The current result of a metric, computed while the caller waits. */
export function askResult(
  client: Client,
  { id }: ExperimentDetail,
  metric: Metric,
): Promise<Answer<MetricResult>> {
  const query = { kind: 'ExperimentQuery', experiment_id: id, metric };
  return client.post('query/', { query, refresh: 'force_blocking' });
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
  return ok(client.post('query/', { query: exposureQuery(experiment), refresh: 'force_blocking' }));
}
