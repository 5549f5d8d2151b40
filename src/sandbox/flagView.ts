import { levelOf } from './access';
import type { Era } from './era';
import { type FlagRow, rolloutPercent } from './flagRow';
import type { ApiKey } from './keys';
import type { ExperimentRow, Project } from './project';
import { dayMs, isoZ } from './time';
import { userBasic } from './userBasic';

/** A flag as experiments show theirs. */
export function minimalFlag(flag: FlagRow, era: Era) {
  return {
    id: flag.id,
    team_id: flag.team_id,
    name: flag.name,
    key: flag.key,
    filters: filtersOf(flag, era),
    deleted: flag.deleted,
    active: flag.active,
    ensure_experience_continuity: flag.ensure_experience_continuity,
    version: flag.version,
    evaluation_runtime: flag.evaluation_runtime,
    ...evaluationOf(era),
    ...(era.hasLightLists && { bucketing_identifier: 'distinct_id' }),
  };
}

/** @param experimentIds those that use it and are not deleted */
export function fullFlag(
  flag: FlagRow,
  era: Era,
  key: ApiKey,
  experimentIds: readonly number[],
  nowMs: number,
) {
  const level = levelOf(flag, key, 'feature_flag');
  const isSimple = flag.variants.length === 0 && flag.groups.length === 1;
  return {
    ...minimalFlag(flag, era),
    created_by: userBasic(flag.created_by),
    created_at: isoZ(flag.created_at),
    updated_at: isoZ(flag.updated_at),
    last_modified_by: null,
    is_simple_flag: isSimple,
    rollout_percentage: isSimple ? rolloutPercent(flag) : null,
    experiment_set: experimentIds,
    surveys: [],
    features: [],
    rollback_conditions: null,
    performed_rollback: false,
    can_edit: level !== 'viewer',
    tags: flag.tags,
    usage_dashboard: null,
    analytics_dashboards: [],
    has_enriched_analytics: false,
    user_access_level: level,
    is_remote_configuration: flag.is_remote_configuration,
    has_encrypted_payloads: false,
    status: flagStatus(flag, nowMs),
    last_called_at: flag.last_called_at === null ? null : isoZ(flag.last_called_at),
  };
}

/** Ids of the experiments of each flag. */
export function experimentsByFlag(project: Project): ReadonlyMap<FlagRow, readonly number[]> {
  const byFlag = new Map<FlagRow, number[]>();
  for (const row of project.experiments.filter(isThere)) {
    const ids = byFlag.get(row.flag);
    if (ids) ids.push(row.id);
    else byFlag.set(row.flag, [row.id]);
  }
  return byFlag;
}

function isThere(row: ExperimentRow): boolean {
  return !row.deleted;
}

const staleAfterMs = 30 * dayMs;

/** Stale: long there, and either not asked for of late or, where nobody counted, the same for everyone. */
export function flagStatus(flag: FlagRow, nowMs: number): 'ACTIVE' | 'INACTIVE' | 'STALE' | 'DELETED' {
  if (flag.deleted) return 'DELETED';
  if (!flag.active) return 'INACTIVE';
  if (nowMs - flag.created_at < staleAfterMs) return 'ACTIVE';
  const isUnused =
    flag.last_called_at === null ? isSettled(flag) : nowMs - flag.last_called_at >= staleAfterMs;
  return isUnused ? 'STALE' : 'ACTIVE';
}

function isSettled(flag: FlagRow): boolean {
  const isForEveryone = flag.groups.some(
    (group) => group.properties.length === 0 && (group.rollout_percentage ?? 100) === 100,
  );
  const shares = flag.variants.map((variant) => variant.rollout_percentage);
  return isForEveryone && (shares.length === 0 || shares.includes(100));
}

function filtersOf(flag: FlagRow, era: Era) {
  const { holdout } = flag;
  return {
    groups: flag.groups,
    multivariate: flag.variants.length > 0 ? { variants: flag.variants } : null,
    payloads: flag.payloads,
    aggregation_group_type_index: flag.aggregation_group_type_index,
    ...(era.hasHoldoutInFilters ? { holdout } : { holdout_groups: holdoutGroups(holdout) }),
  };
}

function holdoutGroups(holdout: FlagRow['holdout']) {
  if (!holdout) return null;
  const { id, exclusion_percentage: percent } = holdout;
  return [{ properties: [], rollout_percentage: percent, variant: `holdout-${id}` }];
}

function evaluationOf(era: Era) {
  return era.hasStatus ? { evaluation_contexts: [] } : { evaluation_tags: [], has_encrypted_payloads: false };
}
