import assert from 'node:assert/strict';
import { allRows, type Client } from './client';
import { retrieve } from './make';
import type { Experiment, ExperimentDetail, Metric } from './wire';

/** A metric with a history: it has what the history is asked for by. */
export interface Charted {
  readonly experiment: ExperimentDetail;
  readonly metric: Metric;
  readonly uuid: string;
  readonly fingerprint: string;
}

/** The experiments the server came with, archived ones too, each in full. */
export async function sampleExperiments(client: Client): Promise<ExperimentDetail[]> {
  const rows = [
    ...(await allRows<Experiment>(client, 'experiments/')),
    ...(await allRows<Experiment>(client, 'experiments/', { archived: 'true' })),
  ];
  return Promise.all(rows.map(({ id }) => retrieve(client, id)));
}

/** A running experiment of some age with metrics of its own, the daily numbers of which exist. */
export function establishedOf(
  experiments: readonly ExperimentDetail[],
  nowMs = Date.now(),
): ExperimentDetail {
  const since = nowMs - 5 * 86_400_000;
  const found = experiments.find(
    ({ status, start_date, metrics, is_legacy }) =>
      status === 'running' &&
      Date.parse(start_date ?? '') < since &&
      metrics.length > 0 &&
      is_legacy !== true,
  );
  assert.ok(found, 'no experiment has been running for five days');
  return found;
}

/** All metrics of an experiment, its own and shared ones. */
export function metricsOf({ metrics, metrics_secondary, saved_metrics }: ExperimentDetail): Metric[] {
  return [...metrics, ...metrics_secondary, ...saved_metrics.map(({ query }) => query)];
}

/** Every launched experiment's metrics that have a uuid and a fingerprint. */
export function chartedMetrics(experiments: readonly ExperimentDetail[]): Charted[] {
  return experiments
    .filter(({ start_date }) => start_date !== null)
    .flatMap((experiment) =>
      metricsOf(experiment).flatMap((metric) => {
        const { uuid, fingerprint } = metric;
        return uuid === undefined || fingerprint === undefined
          ? []
          : [{ experiment, metric, uuid, fingerprint }];
      }),
    );
}
