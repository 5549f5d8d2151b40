import { levelOf } from './access';
import type { Era } from './era';
import { metricFingerprint } from './fingerprint';
import { flagParameters } from './flagConfig';
import { plainKey } from './flagRow';
import { minimalFlag } from './flagView';
import { healthFindings } from './health';
import { isList, isObject, type JsonObject, numberIn } from './json';
import { holdoutView } from './libraryView';
import { exposureEventOf, type ExperimentRow, isLegacy, type Project, type SavedMetricLink } from './project';
import { statusOf } from './project';
import type { ProjectCall } from './route';
import { isoZ } from './time';
import { userBasic } from './userBasic';

/** Who reads, and when. */
export type Reader = Pick<ProjectCall, 'project' | 'key' | 'world'>;

/** An experiment as lists show it since they became light: no metrics, no statistics. */
export function lightExperiment(row: ExperimentRow, { project, key }: Reader) {
  const { era } = project;
  const holdout = row.holdout_id === null ? undefined : project.holdouts.get(row.holdout_id);
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    start_date: time(row.start_date),
    end_date: time(row.end_date),
    feature_flag_key: era.stripsTombstones ? plainKey(row.flag) : row.flag.key,
    feature_flag: minimalFlag(row.flag, era),
    holdout: holdout ? holdoutView(holdout) : null,
    exposure_cohort: row.exposure_cohort,
    parameters: parametersOf(row, era),
    ...(era.hasExcludedVariants && {
      running_time_calculation: row.running_time_calculation,
      excluded_variants: row.excluded_variants,
    }),
    archived: row.archived,
    deleted: row.deleted,
    created_by: userBasic(row.created_by),
    created_at: isoZ(row.created_at),
    updated_at: isoZ(row.updated_at),
    type: row.type,
    conclusion: row.conclusion,
    conclusion_comment: row.conclusion_comment,
    ...(era.hasStatus && { status: statusOf(row, era) }),
    ...(era.hasLightLists && { is_legacy: isLegacy(row) }),
    user_access_level: levelOf(row, key, 'experiment'),
    ...(era.hasTags && { tags: row.tags }),
  };
}

/** The whole object, as retrieve and every write answer it. Fingerprints are those of the row as it is now. */
export async function fullExperiment(row: ExperimentRow, reader: Reader) {
  const { project, world } = reader;
  const { era } = project;
  const [metrics, secondary, saved] = await Promise.all([
    Promise.all(row.metrics.map((metric) => withFingerprint(metric, row))),
    Promise.all(row.metrics_secondary.map((metric) => withFingerprint(metric, row))),
    Promise.all(row.saved.map((link) => savedMetric(link, row, project))),
  ]);
  return {
    ...lightExperiment(row, reader),
    holdout_id: row.holdout_id,
    secondary_metrics: [],
    saved_metrics: saved.filter((link) => link !== undefined),
    saved_metrics_ids: null,
    filters: row.filters,
    exposure_criteria: row.exposure_criteria,
    metrics,
    metrics_secondary: secondary,
    stats_config: row.stats_config,
    primary_metrics_ordered_uuids: row.primary_metrics_ordered_uuids,
    secondary_metrics_ordered_uuids: row.secondary_metrics_ordered_uuids,
    ...(era.hasStatus && {
      scheduling_config: row.scheduling_config,
      only_count_matured_users: row.only_count_matured_users,
    }),
    ...(era.hasVersions && { version: row.version }),
    ...(era.hasHealth && {
      resolved_exposure_event: exposureEventOf(row, project, world.now()),
      health: project.showsHealth ? { findings: healthFindings(row) } : null,
      can_freeze_exposure: statusOf(row, era) === 'running' && row.flag.aggregation_group_type_index === null,
    }),
  };
}

/** Read from the flag since it is the source; before, what was last sent. */
function parametersOf(row: ExperimentRow, era: Era): JsonObject {
  const parameters = era.readsFlagConfig
    ? { ...row.parameters, ...flagParameters(row.flag) }
    : row.parameters;
  const variants = parameters['feature_flag_variants'];
  if (!era.hasSplitPercent || !isList(variants)) return parameters;
  return {
    ...parameters,
    feature_flag_variants: variants
      .filter(isObject)
      .map((variant) => ({ ...variant, split_percent: numberIn(variant, 'rollout_percentage') ?? null })),
  };
}

async function withFingerprint(metric: JsonObject, row: ExperimentRow): Promise<JsonObject> {
  if (metric['kind'] !== 'ExperimentMetric') return metric;
  return { ...metric, fingerprint: await metricFingerprint(metric, row) };
}

async function savedMetric(link: SavedMetricLink, row: ExperimentRow, project: Project) {
  const metric = project.savedMetrics.get(link.saved_metric);
  if (!metric) return undefined;
  const query = await withFingerprint(metric.query, row);
  return {
    id: link.id,
    experiment: row.id,
    saved_metric: link.saved_metric,
    metadata: link.metadata,
    created_at: isoZ(link.created_at),
    query,
    ...(project.era.hasHealth && { effective_query: query }),
    name: metric.name,
  };
}

function time(timeMs: number | null): string | null {
  return timeMs === null ? null : isoZ(timeMs);
}
