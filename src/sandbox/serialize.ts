import { metricFingerprint } from './fingerprint';
import type { JsonObject } from './json';
import { type FlagRow, rolloutPercent } from './flagRow';
import type { ExperimentRow, Person, Project, SavedMetricLink } from './project';
import { isLegacy, statusOf } from './project';
import { isoZ } from './time';

/** An experiment as a list of the newest servers shows it: no metrics, no statistics. */
export function lightExperiment(row: ExperimentRow, { era }: Project) {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    start_date: time(row.start_date),
    end_date: time(row.end_date),
    feature_flag_key: row.flag.key,
    feature_flag: minimalFlag(row.flag),
    holdout: null,
    exposure_cohort: null,
    parameters: parameters(row),
    running_time_calculation: row.running_time_calculation,
    excluded_variants: row.excluded_variants,
    archived: row.archived,
    deleted: row.deleted,
    created_by: userBasic(row.created_by),
    created_at: isoZ(row.created_at),
    updated_at: isoZ(row.updated_at),
    type: row.type,
    conclusion: row.conclusion,
    conclusion_comment: row.conclusion_comment,
    status: statusOf(row, era),
    is_legacy: isLegacy(row),
    user_access_level: 'manager',
    tags: row.tags,
  };
}

/** The whole object, as retrieve and every write answer it. Fingerprints are those of the row as it is now. */
export async function fullExperiment(row: ExperimentRow, project: Project) {
  const [metrics, secondary, saved] = await Promise.all([
    Promise.all(row.metrics.map((metric) => withFingerprint(metric, row))),
    Promise.all(row.metrics_secondary.map((metric) => withFingerprint(metric, row))),
    Promise.all(row.saved.map((link) => savedMetric(link, row, project))),
  ]);
  return {
    ...lightExperiment(row, project),
    holdout_id: null,
    secondary_metrics: [],
    saved_metrics: saved.filter((link) => link !== undefined),
    saved_metrics_ids: null,
    filters: row.filters,
    exposure_criteria: row.exposure_criteria,
    metrics,
    metrics_secondary: secondary,
    stats_config: row.stats_config,
    scheduling_config: row.scheduling_config,
    primary_metrics_ordered_uuids: row.primary_metrics_ordered_uuids,
    secondary_metrics_ordered_uuids: row.secondary_metrics_ordered_uuids,
    only_count_matured_users: row.only_count_matured_users,
    version: row.version,
    resolved_exposure_event: '$feature_flag_called',
    health: null,
    can_freeze_exposure: statusOf(row, project.era) === 'running',
  };
}

/** Flag configuration is read from the flag, whatever was sent; `split_percent` repeats the rollout. */
function parameters(row: ExperimentRow) {
  const { flag } = row;
  return {
    ...row.parameters,
    feature_flag_variants: flag.variants.map((variant) => ({
      ...variant,
      split_percent: variant.rollout_percentage,
    })),
    rollout_percentage: rolloutPercent(flag),
    ...(flag.aggregation_group_type_index === null
      ? {}
      : { aggregation_group_type_index: flag.aggregation_group_type_index }),
    ...(Object.keys(flag.payloads).length === 0 ? {} : { feature_flag_payloads: flag.payloads }),
    ...(flag.ensure_experience_continuity ? { ensure_experience_continuity: true } : {}),
  };
}

function minimalFlag(flag: FlagRow) {
  return {
    id: flag.id,
    team_id: flag.team_id,
    name: flag.name,
    key: flag.key,
    filters: {
      groups: flag.groups,
      multivariate: { variants: flag.variants },
      payloads: flag.payloads,
      aggregation_group_type_index: flag.aggregation_group_type_index,
      holdout: null,
    },
    deleted: false,
    active: flag.active,
    ensure_experience_continuity: flag.ensure_experience_continuity,
    version: flag.version,
    evaluation_runtime: 'all',
    bucketing_identifier: 'distinct_id',
    evaluation_contexts: [],
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
    effective_query: query,
    name: metric.name,
  };
}

export function userBasic(person: Person) {
  return { ...person, is_email_verified: true, hedgehog_config: null, role_at_organization: null };
}

function time(timeMs: number | null): string | null {
  return timeMs === null ? null : isoZ(timeMs);
}
