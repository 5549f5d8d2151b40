import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { ok, type Client } from './client';
import type { ExperimentDetail, ExposureResult, Metric, MetricResult, QueryStatus } from './wire';

export interface Started<T> {
  readonly query_status: QueryStatus<T>;
}

const patienceMs = 10_000;

/** The result of a query, asked for and waited for as the docs say. */
async function ask<T>(client: Client, query: unknown): Promise<T> {
  const { query_status } = await ok(
    client.post<Started<T>>('query/', { query, refresh: 'force_async' }),
    202,
  );
  for (const end = Date.now() + patienceMs; Date.now() < end;) {
    const { status, body, text } = await client.get<Started<T>>(`query/${query_status.id}/`);
    if (status === 200) {
      const { results } = body.query_status;
      assert.ok(results, 'complete without results');
      return results;
    }
    assert.equal(status, 202, text.slice(0, 500));
    await sleep(50);
  }
  throw new Error('The query took too long.');
}

export function askResult(client: Client, { id }: ExperimentDetail, metric: Metric): Promise<MetricResult> {
  return ask(client, { kind: 'ExperimentQuery', experiment_id: id, metric });
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
