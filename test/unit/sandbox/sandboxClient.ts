import * as v from 'valibot';
import type { ApiRequest, ApiResponse } from '../../../src/core/api/transport';
import { createSandbox, type SandboxOptions } from '../../../src/sandbox/inProcessTransport';

/** An afternoon in the middle of a month: days before and after it are plain to count. */
export const nowMs = Date.parse('2026-11-20T15:00:00Z');

const metric = v.looseObject({
  kind: v.string(),
  metric_type: v.optional(v.string()),
  name: v.optional(v.string()),
  uuid: v.optional(v.string(), ''),
  fingerprint: v.optional(v.string(), ''),
});
export type Metric = v.InferOutput<typeof metric>;

const variant = v.looseObject({ key: v.string(), rollout_percentage: v.number() });

const light = {
  id: v.number(),
  name: v.string(),
  // What older servers do not send gets a value no server would.
  status: v.optional(v.string(), ''),
  archived: v.boolean(),
  start_date: v.nullable(v.string()),
  end_date: v.nullable(v.string()),
  conclusion: v.nullable(v.string()),
  is_legacy: v.optional(v.boolean(), false),
  tags: v.optional(v.array(v.string()), []),
  feature_flag_key: v.string(),
  feature_flag: v.looseObject({
    id: v.number(),
    active: v.boolean(),
    version: v.number(),
    filters: v.looseObject({
      multivariate: v.nullable(v.object({ variants: v.array(variant) })),
      aggregation_group_type_index: v.nullable(v.number()),
    }),
  }),
  parameters: v.looseObject({
    feature_flag_variants: v.optional(v.array(variant), []),
    rollout_percentage: v.optional(v.number()),
  }),
};
const lightExperiment = v.looseObject(light);

export const fullExperiment = v.looseObject({
  ...light,
  metrics: v.array(metric),
  metrics_secondary: v.array(metric),
  saved_metrics: v.array(v.looseObject({ id: v.number(), saved_metric: v.number(), query: metric })),
  primary_metrics_ordered_uuids: v.nullable(v.array(v.string())),
  version: v.optional(v.number(), -1),
});
export type Experiment = v.InferOutput<typeof fullExperiment>;

const page = v.object({
  count: v.number(),
  next: v.nullable(v.string()),
  previous: v.nullable(v.string()),
  results: v.array(lightExperiment),
});

const stats = v.looseObject({
  key: v.string(),
  number_of_samples: v.number(),
  sum: v.number(),
  sum_squares: v.number(),
  step_counts: v.nullable(v.array(v.number())),
  denominator_sum: v.nullable(v.number()),
  validation_failures: v.array(v.string()),
});
const interval = v.optional(v.nullable(v.tuple([v.number(), v.number()])));
const variantResult = v.looseObject({
  ...stats.entries,
  method: v.string(),
  significant: v.nullable(v.boolean()),
  chance_to_win: v.optional(v.nullable(v.number())),
  p_value: v.optional(v.nullable(v.number())),
  credible_interval: interval,
  confidence_interval: interval,
});
export type VariantResult = v.InferOutput<typeof variantResult>;

export const dayResult = v.looseObject({ baseline: stats, variant_results: v.array(variantResult) });
export type DayResult = v.InferOutput<typeof dayResult>;

export const series = v.looseObject({
  experiment_id: v.number(),
  metric_uuid: v.string(),
  status: v.string(),
  timeseries: v.record(v.string(), v.nullable(dayResult)),
  errors: v.nullable(v.record(v.string(), v.string())),
  computed_at: v.nullable(v.string()),
});
export type Series = v.InferOutput<typeof series>;

export type OpenSandbox = ReturnType<typeof openSandbox>;

/** A sandbox with a stopped clock, and short ways to ask it. Paths without a slash are the experiments'. */
export function openSandbox(options: SandboxOptions = {}) {
  const sandbox = createSandbox({ nowMs, ...options });
  const experiments = `/api/projects/${sandbox.projectId}/experiments/`;
  const ask = (method: ApiRequest['method'], path: string, body?: unknown): Promise<ApiResponse> =>
    sandbox.transport.send(
      {
        method,
        path: path.startsWith('/') ? path : experiments + path,
        template: path,
        ...(body === undefined ? {} : { body }),
      },
      new AbortController().signal,
    );
  const list = async (query = '') => v.parse(page, (await ask('GET', query)).body);
  const retrieve = async (id: number) => v.parse(fullExperiment, (await ask('GET', `${id}/`)).body);
  const named = async (name: string): Promise<Experiment> => {
    const search = `?limit=20000&search=${encodeURIComponent(name)}`;
    const pages = [await list(search), await list(`${search}&archived=true`)];
    const row = pages.flatMap(({ results }) => results).find((candidate) => candidate.name === name);
    if (!row) throw new Error(`There is no experiment called ${name}.`);
    return retrieve(row.id);
  };
  /** Creates or changes and returns the experiment; any refusal throws. */
  const written = async (method: 'POST' | 'PATCH', path: string, body: unknown): Promise<Experiment> => {
    const answer = await ask(method, path, body);
    if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
    return v.parse(fullExperiment, answer.body);
  };
  const seriesOf = async (id: number, of: Pick<Metric, 'uuid' | 'fingerprint'>): Promise<Series> => {
    const query = new URLSearchParams({ metric_uuid: of.uuid, fingerprint: of.fingerprint });
    return v.parse(series, (await ask('GET', `${id}/timeseries_results/?${query.toString()}`)).body);
  };
  return { sandbox, ask, list, retrieve, named, written, seriesOf };
}

/** Primary, secondary and shared metrics as the API shows them. */
export function metricsIn(experiment: Experiment): Metric[] {
  return [
    ...experiment.metrics,
    ...experiment.metrics_secondary,
    ...experiment.saved_metrics.map((link) => link.query),
  ];
}

/** The results of a series in order of days, without the gaps. */
export function resultsIn({ timeseries }: Series): DayResult[] {
  return Object.keys(timeseries)
    .toSorted()
    .flatMap((day) => timeseries[day] ?? []);
}

/** @throws Error when there is nothing: tests say `first(rows).id` */
export function first<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error('The list is empty.');
  return item;
}
