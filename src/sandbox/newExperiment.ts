import { notEditor, refuseFlagChange } from './access';
import { invalid } from './errors';
import { applyFlagConfig, changesTo, type FlagConfig } from './flagConfig';
import { type FlagRow, newFlag } from './flagRow';
import type { ExperimentRow } from './project';
import type { ProjectCall } from './route';
import { checkFlagKey, checkLinkedFlag } from './validation';

/**
 * The flag with the key as it is, or a new one, not yet stored, off until the launch.
 * @throws ApiRefusal 400, or 403 on servers that guard flags
 */
export function linkFlag(call: ProjectCall, key: string, name: string, config: FlagConfig): FlagRow {
  const { project, world } = call;
  const existing = project.flags.get(key);
  if (existing) {
    if (project.era.hasFlagInput && Object.keys(config).length > 0) {
      throw invalid(
        `A feature flag with key '${key}' already exists; the experiment links to it as-is, ` +
          'so its config cannot be set here. Omit feature_flag to reuse the existing flag, or edit the flag directly.',
        'feature_flag',
      );
    }
    checkLinkedFlag(existing, project.era);
    refuseFlagChange(call, existing);
    return existing;
  }
  checkFlagKey(key);
  if (project.era.guardsFlags && call.key.levels.feature_flag === 'viewer') throw notEditor();
  const flag = newFlag({
    id: project.nextId++,
    team_id: project.id,
    name: `Feature Flag for Experiment ${name}`,
    key,
    created_by: call.key.user,
    created_at: world.now(),
  });
  applyFlagConfig(flag, changesTo(flag, config));
  return { ...flag, version: 1 };
}

/** A draft with everything at its default. Nobody knows what its visitors will do: that is improvised. */
export function newRow({ world, project, key }: ProjectCall, name: string, flag: FlagRow): ExperimentRow {
  const nowMs = world.now();
  return {
    id: project.nextId++,
    name,
    description: null,
    start_date: null,
    end_date: null,
    flag,
    parameters: {},
    holdout_id: null,
    exposure_cohort: null,
    saved: [],
    filters: {},
    archived: false,
    deleted: false,
    created_by: key.user,
    created_at: nowMs,
    updated_at: nowMs,
    type: 'product',
    exposure_criteria: { filterTestAccounts: true },
    metrics: [],
    metrics_secondary: [],
    stats_config: { method: 'bayesian' },
    scheduling_config: null,
    conclusion: null,
    conclusion_comment: null,
    primary_metrics_ordered_uuids: null,
    secondary_metrics_ordered_uuids: null,
    only_count_matured_users: false,
    running_time_calculation: {},
    excluded_variants: null,
    tags: [],
    version: 0,
    user_access_level: 'manager',
    reality: {
      seed: world.newUuid(),
      perDay: 150,
      behaviours: new Map(),
      failures: new Map(),
      missingDays: [],
      failedDays: new Map(),
    },
    configuredMs: new Map(),
    rebuilds: new Map(),
    runs: [],
  };
}

/** Stores an experiment, and its flag if that is new. */
export function store({ project }: ProjectCall, row: ExperimentRow): void {
  project.flags.set(row.flag.key, row.flag);
  project.experiments.push(row);
}
