import { invalid, required } from '../errors';
import { type ExperimentInput, readExperimentInput } from '../experimentInput';
import { applyFlagConfig, type FlagConfig, ownParameters, readFlagConfig } from '../flagConfig';
import { readMetrics } from '../metricInput';
import { type FlagRow, newFlag } from '../flagRow';
import type { ExperimentRow, Project } from '../project';
import { people } from '../people';
import { type Answer, created, type ProjectCall } from '../route';
import { fullExperiment } from '../serialize';
import {
  checkDates,
  checkFilters,
  checkFlagKey,
  checkHoldout,
  checkStatsConfig,
  readSavedMetrics,
} from '../validation';
import type { World } from '../world';

/** `POST experiments/`. A start date launches in one go. */
export async function createExperiment({ world, project, body }: ProjectCall): Promise<Answer> {
  const input = readExperimentInput(body);
  const { name, feature_flag_key: flagKey } = input;
  if (name === undefined) throw required('name');
  if (flagKey === undefined) throw required('feature_flag_key');
  checkDates(input);
  checkFilters(input.filters);
  checkHoldout(input.holdout_id);
  const metricContext = {
    world,
    project,
    allowUnknownEvents: input.allow_unknown_events ?? false,
    takenUuids: new Set<string>(),
  };
  const metrics = readMetrics(input.metrics ?? null, 'metrics', metricContext);
  const secondary = readMetrics(input.metrics_secondary ?? null, 'metrics_secondary', metricContext);
  const saved = readSavedMetrics(input.saved_metrics_ids ?? null, project, world.now());
  const flag = linkFlag(project, flagKey, name, readFlagConfig(input), world.now());
  checkStatsConfig(input.stats_config, flag);
  const row: ExperimentRow = {
    ...newRow(world, project, name, flag),
    ...definedOf(input),
    metrics,
    metrics_secondary: secondary,
    saved,
  };
  project.flags.set(flag.key, flag);
  if (row.start_date !== null) flag.active = true;
  project.experiments.push(row);
  return created(await fullExperiment(row, project));
}

/** The flag with the key as it is, or a new one, not yet stored, off until the launch. */
export function linkFlag(
  project: Project,
  key: string,
  name: string,
  config: FlagConfig,
  nowMs: number,
): FlagRow {
  const existing = project.flags.get(key);
  if (existing) {
    if (Object.keys(config).length > 0) {
      throw invalid(
        `A feature flag with key '${key}' already exists; the experiment links to it as-is, ` +
          'so its config cannot be set here. Edit the feature flag, or choose another key.',
        'feature_flag',
      );
    }
    return existing;
  }
  checkFlagKey(key);
  const flag = newFlag({
    id: project.nextId++,
    team_id: project.id,
    name: `Feature Flag for Experiment ${name}`,
    key,
    created_by: people[0],
    created_at: nowMs,
  });
  applyFlagConfig(flag, config);
  return { ...flag, version: 1 };
}

/** A draft with everything at its default. Nobody knows what its visitors will do: that is improvised. */
export function newRow(world: World, project: Project, name: string, flag: FlagRow): ExperimentRow {
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
    created_by: people[0],
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
    running_time_calculation: null,
    excluded_variants: null,
    tags: [],
    version: 0,
    health: null,
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

/** Fields that are stored as they were sent. */
export function definedOf(input: ExperimentInput): Partial<ExperimentRow> {
  const { start_date: start, end_date: end, type, parameters, tags, deleted } = input;
  return {
    ...Object.fromEntries(
      storedAsSent.flatMap((name) => (name in input ? [[name, input[name]] as const] : [])),
    ),
    ...(start === undefined ? {} : { start_date: start }),
    ...(end === undefined ? {} : { end_date: end }),
    ...(type ? { type } : {}),
    ...(parameters === undefined ? {} : { parameters: ownParameters(parameters) }),
    ...(tags === undefined ? {} : { tags: [...new Set(tags.map((tag) => tag.toLowerCase()))] }),
    ...(deleted === undefined ? {} : { deleted: deleted ?? false }),
  };
}

const storedAsSent = [
  'name',
  'description',
  'filters',
  'archived',
  'exposure_criteria',
  'stats_config',
  'scheduling_config',
  'conclusion',
  'conclusion_comment',
  'primary_metrics_ordered_uuids',
  'secondary_metrics_ordered_uuids',
  'only_count_matured_users',
  'running_time_calculation',
  'excluded_variants',
] as const satisfies readonly (keyof ExperimentInput)[];
