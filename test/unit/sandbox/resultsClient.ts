import assert from 'node:assert/strict';
import * as v from 'valibot';
import { createHandler } from '../../../src/sandbox/handler';
import { sandboxKeys, sandboxProjectIds } from '../../../src/sandbox/keys';
import { createWorld, type WorldOptions } from '../../../src/sandbox/world';
import { dayResult, fullExperiment, type Experiment, type Metric, nowMs, series } from './sandboxClient';

export const recalculation = v.looseObject({
  id: v.string(),
  experiment_id: v.number(),
  status: v.string(),
  total_metrics: v.number(),
  completed_metrics: v.number(),
  failed_metrics: v.number(),
  trigger: v.optional(v.string()),
  created_at: v.string(),
  completed_at: v.nullable(v.string()),
  query_to: v.nullable(v.string()),
  active_run: v.nullable(v.object({ id: v.string(), status: v.string() })),
  result_source: v.string(),
  results: v.array(
    v.object({
      metric_uuid: v.string(),
      status: v.string(),
      result: v.nullable(dayResult),
      error_message: v.nullable(v.string()),
    }),
  ),
});
export type Recalculation = v.InferOutput<typeof recalculation>;

const finding = v.looseObject({ code: v.string(), severity: v.string() });

export const exposures = v.looseObject({
  kind: v.literal('ExperimentExposureQuery'),
  timeseries: v.array(
    v.object({ variant: v.string(), days: v.array(v.string()), exposure_counts: v.array(v.number()) }),
  ),
  total_exposures: v.record(v.string(), v.number()),
  sample_ratio_mismatch: v.nullable(
    v.object({ expected: v.record(v.string(), v.number()), p_value: v.number() }),
  ),
  bias_risk: v.nullable(v.object({ multiple_variant_percentage: v.number() })),
  health_findings: v.optional(v.array(finding)),
});
export type Exposures = v.InferOutput<typeof exposures>;

export const metricAnswer = v.looseObject({ ...dayResult.entries, kind: v.literal('ExperimentQuery') });

/** A sandbox whose clock the test moves, asked as over a wire; how often its visitors were counted can be seen. */
export function openMeasured(options: WorldOptions = {}) {
  const world = createWorld({ nowMs, ...options });
  const handle = createHandler(world);
  const base = `http://sandbox.invalid/api/projects/${sandboxProjectIds.shop}/`;
  const ask = async (method: string, path: string, body?: unknown) => {
    const answer = await handle({
      method,
      url: base + path,
      headers: { authorization: `Bearer ${sandboxKeys.full.value}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return {
      status: answer.status,
      body: answer.body === '' ? undefined : (JSON.parse(answer.body) as unknown),
    };
  };
  /** @throws AssertionError unless the answer has the status */
  const got = async (status: number, method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await ask(method, path, body);
    assert.equal(answer.status, status, JSON.stringify(answer.body));
    return answer.body;
  };
  /** By the key of its flag. */
  const find = async (flagKey: string): Promise<Experiment> => {
    const row = world.projects
      .get(sandboxProjectIds.shop)
      ?.experiments.find((candidate) => candidate.flag.key === flagKey);
    return v.parse(fullExperiment, await got(200, 'GET', `experiments/${row?.id}/`));
  };
  return {
    world,
    ask,
    got,
    find,
    passSeconds: (seconds: number) => world.clock.advance(seconds * 1000),
    latest: async (id: number) =>
      v.parse(recalculation, await got(200, 'GET', `experiments/${id}/metrics_recalculation/latest/`)),
    seriesOf: async (id: number, { uuid, fingerprint }: Pick<Metric, 'uuid' | 'fingerprint'>) => {
      const query = new URLSearchParams({ metric_uuid: uuid, fingerprint }).toString();
      return v.parse(series, await got(200, 'GET', `experiments/${id}/timeseries_results/?${query}`));
    },
    exposuresOf: async (experiment: Experiment) =>
      v.parse(exposures, await got(200, 'POST', 'query/', { query: exposureQuery(experiment) })),
    /** As of now. */
    resultOf: async (experiment: Experiment, metric: Metric) =>
      v.parse(metricAnswer, await got(200, 'POST', 'query/', { query: metricQuery(experiment, metric) })),
  };
}

export function metricQuery(experiment: Pick<Experiment, 'id'>, metric: unknown) {
  return { kind: 'ExperimentQuery', experiment_id: experiment.id, metric };
}

/** As the web app asks. */
export function exposureQuery(experiment: Experiment) {
  return {
    kind: 'ExperimentExposureQuery',
    experiment_id: experiment.id,
    experiment_name: experiment.name,
    exposure_criteria: experiment['exposure_criteria'],
    feature_flag: experiment.feature_flag,
    start_date: experiment.start_date,
    end_date: experiment.end_date,
    holdout: null,
  };
}
