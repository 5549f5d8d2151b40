import { invalid, required } from './errors';
import { exposureResult } from './exposures';
import { canonicalJson, fingerprintSource } from './fingerprint';
import type { Era } from './era';
import type { VariantRow } from './flagRow';
import { shapeProblem } from './metricShape';
import type { Json, JsonObject } from './json';
import { isList, isObject, numberIn, objectIn, textIn } from './json';
import type { ExperimentRow, Project } from './project';
import type { Outcome } from './queryStore';
import { currentResult, failureOf } from './results';
import { isoOffset } from './time';
import type { World } from './world';

/** A query that has been understood. */
export interface PreparedQuery {
  /** All that decides the answer, the time apart. */
  readonly identity: string;
  /** How long the database takes. */
  readonly durationMs: number;
  compute(nowMs: number): Outcome;
}

const maximumBreakdowns = 3;

/** @throws ApiRefusal 400 for what is no query about experiments, or one about none of the project's */
export function prepareQuery(query: Json | undefined, world: World, project: Project): PreparedQuery {
  if (query === undefined) throw required('query');
  const kind = isObject(query) ? textIn(query, 'kind') : undefined;
  if (!isObject(query) || (kind !== 'ExperimentQuery' && kind !== 'ExperimentExposureQuery')) {
    throw invalid(`Query kind '${kind ?? ''}' is none that the sandbox can run.`, 'query');
  }
  const id = numberIn(query, 'experiment_id');
  if (id === undefined) throw invalid('experiment_id is required');
  const flag = objectIn(query, 'feature_flag');
  if (kind === 'ExperimentExposureQuery' && !textIn(flag, 'key'))
    throw invalid('feature_flag key is required');
  const row = project.experiments.find((candidate) => candidate.id === id && !candidate.deleted);
  if (!row) throw invalid(`Experiment with id ${id} not found`);
  return kind === 'ExperimentQuery'
    ? metricQuery(query, row, world, project.era)
    : exposureQuery(query, row, variantsIn(flag), world, project);
}

function metricQuery(query: JsonObject, row: ExperimentRow, world: World, era: Era): PreparedQuery {
  const metric = query['metric'];
  if (!isObject(metric) || metric['kind'] !== 'ExperimentMetric') {
    throw invalid("Input tag 'kind' must be 'ExperimentMetric'", 'query__metric');
  }
  const problem = shapeProblem(metric, era);
  if (problem !== undefined) throw invalid(problem, 'query__metric');
  const breakdowns = objectIn(metric, 'breakdownFilter')?.['breakdowns'];
  if (isList(breakdowns) && breakdowns.length > maximumBreakdowns) {
    throw invalid('Maximum of 3 breakdowns are supported for experiment metrics');
  }
  return {
    identity: canonicalJson([query, fingerprintSource(metric, row), row.stats_config, row.end_date]),
    durationMs: 4_000,
    compute: (nowMs) => {
      const failure = failureOf(row, metric) ?? (row.start_date === null ? noData : undefined);
      if (failure) return { failure };
      return { response: { ...currentResult(world.sums, row, metric, nowMs), kind: 'ExperimentQuery' } };
    },
  };
}

const noData = {
  detail:
    'Unable to calculate experiment results from the collected data. ' +
    'This usually resolves once more exposures are recorded.',
  code: 'invalid_input',
};

/** Variants and the end are those of the query, whatever the experiment's own are, as on the server. */
function exposureQuery(
  query: JsonObject,
  row: ExperimentRow,
  variants: readonly VariantRow[],
  world: World,
  project: Project,
): PreparedQuery {
  const startMs = timeIn(query, 'start_date');
  const endMs = timeIn(query, 'end_date');
  return {
    identity: canonicalJson([query, row.excluded_variants, row.exposure_criteria]),
    durationMs: 2_000,
    compute: (nowMs) => {
      const asked = { ...row, start_date: startMs && row.start_date, end_date: endMs };
      const { health_findings: findings, ...checked } = exposureResult(world.sums, asked, variants, nowMs);
      const { timeseries, total_exposures: totals } = checked;
      return {
        response: {
          kind: 'ExperimentExposureQuery',
          ...(project.era.hasStatus ? checked : { timeseries, total_exposures: totals }),
          ...(project.era.hasHealth ? { health_findings: findings } : {}),
          date_range: {
            date_from: startMs === null ? null : isoOffset(startMs),
            date_to: endMs === null ? null : isoOffset(endMs),
            explicitDate: true,
          },
        },
      };
    },
  };
}

function variantsIn(flag: JsonObject | undefined): VariantRow[] {
  const variants = objectIn(objectIn(flag, 'filters'), 'multivariate')?.['variants'];
  return (isList(variants) ? variants.filter(isObject) : []).flatMap((variant) => {
    const key = textIn(variant, 'key');
    return key === undefined
      ? []
      : [{ key, rollout_percentage: numberIn(variant, 'rollout_percentage') ?? 0 }];
  });
}

/** @throws ApiRefusal 400 for what is no time */
function timeIn(query: JsonObject, name: string): number | null {
  const value = query[name] ?? null;
  if (value === null) return null;
  const timeMs = typeof value === 'string' ? Date.parse(value) : NaN;
  if (Number.isNaN(timeMs))
    throw invalid(`Invalid isoformat string: '${JSON.stringify(value)}'`, `query__${name}`);
  return timeMs;
}
