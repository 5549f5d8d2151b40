import type { Behaviour } from './behaviour';
import type { JsonObject } from './json';
import type { Traffic } from './population';

/**
 * The state of the sandbox. Rows keep the field names of the API, so that reading, patching and serialising are
 * plain assignments; times are milliseconds since the epoch.
 */
export interface Project {
  readonly id: number;
  readonly name: string;
  readonly uuid: string;
  readonly experiments: ExperimentRow[];
  readonly flags: Map<string, FlagRow>;
  readonly savedMetrics: Map<number, SavedMetricRow>;
  /** Events this project has ever received. Metrics on others are refused. */
  readonly events: ReadonlySet<string>;
  nextId: number;
}

export interface Person {
  readonly id: number;
  readonly uuid: string;
  readonly distinct_id: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string;
}

export type VariantRow = {
  readonly key: string;
  readonly name?: string;
  readonly rollout_percentage: number;
};

export interface FlagRow {
  readonly id: number;
  readonly team_id: number;
  readonly name: string;
  readonly key: string;
  active: boolean;
  version: number;
  ensure_experience_continuity: boolean;
  variants: readonly VariantRow[];
  rollout_percentage: number;
  payloads: JsonObject;
  aggregation_group_type_index: number | null;
  /** No new users enter. */
  exposure_frozen: boolean;
}

export interface SavedMetricRow {
  readonly id: number;
  readonly name: string;
  readonly query: JsonObject;
}

/** Links a shared metric to an experiment. */
export interface SavedMetricLink {
  readonly id: number;
  readonly saved_metric: number;
  readonly metadata: JsonObject;
  readonly created_at: number;
}

export interface ExperimentRow {
  readonly id: number;
  name: string;
  description: string | null;
  start_date: number | null;
  end_date: number | null;
  readonly flag: FlagRow;
  /** What is not configuration of the flag: that is read from the flag. */
  parameters: JsonObject;
  saved: readonly SavedMetricLink[];
  filters: JsonObject;
  archived: boolean;
  deleted: boolean;
  readonly created_by: Person;
  readonly created_at: number;
  updated_at: number;
  readonly type: string;
  exposure_criteria: JsonObject | null;
  metrics: readonly JsonObject[];
  metrics_secondary: readonly JsonObject[];
  stats_config: JsonObject | null;
  scheduling_config: JsonObject | null;
  conclusion: string | null;
  conclusion_comment: string | null;
  primary_metrics_ordered_uuids: readonly string[] | null;
  secondary_metrics_ordered_uuids: readonly string[] | null;
  only_count_matured_users: boolean;
  running_time_calculation: JsonObject | null;
  excluded_variants: readonly string[] | null;
  tags: readonly string[];
  version: number;
  readonly reality: Reality;
  /** When the configuration of a metric (by uuid) last changed: days before it have no result. */
  readonly configuredMs: Map<string, number>;
}

/** What happens out there, which no field of the API tells. */
export interface Reality extends Pick<Traffic, 'seed' | 'perDay'> {
  /** New visitors come before this moment only; undefined: as long as the experiment runs. */
  readonly exposureEndMs?: number;
  /** By metric uuid; other metrics are improvised. */
  readonly behaviours: ReadonlyMap<string, Behaviour>;
  /** Days (0 = the first) whose nightly computation was never run. */
  readonly missingDays: readonly number[];
  /** Days whose nightly computation failed, with what the server says of it. */
  readonly failedDays: ReadonlyMap<number, string>;
}

export type Status = 'draft' | 'running' | 'paused' | 'exposure_frozen' | 'stopped';

/** PostHog's own order of questions: an end date decides even when it lies ahead, a flag that is off beats frozen. */
export function statusOf(row: ExperimentRow): Status {
  if (row.start_date === null) return 'draft';
  if (row.end_date !== null) return 'stopped';
  if (!row.flag.active) return 'paused';
  return row.flag.exposure_frozen ? 'exposure_frozen' : 'running';
}

/** Uses metrics of the retired engine. */
export function isLegacy(row: ExperimentRow): boolean {
  return [...row.metrics, ...row.metrics_secondary].some((metric) => metric['kind'] !== 'ExperimentMetric');
}

/** Primary, secondary and shared metrics. */
export function metricsOf(project: Project, row: ExperimentRow): JsonObject[] {
  const shared = row.saved.flatMap((link): JsonObject[] => {
    const metric = project.savedMetrics.get(link.saved_metric);
    return metric ? [metric.query] : [];
  });
  return [...row.metrics, ...row.metrics_secondary, ...shared];
}

/** The variant the others are measured against: as configured, else `control`, else the first. */
export function baselineKey(row: ExperimentRow): string {
  const configured = row.stats_config?.['baseline_variant_key'];
  if (typeof configured === 'string') return configured;
  const keys = row.flag.variants.map((variant) => variant.key);
  return keys.includes('control') ? 'control' : (keys[0] ?? 'control');
}
