import type { Behaviour } from './behaviour';
import type { Era } from './era';
import { type FlagRow, isFrozen } from './flagRow';
import type { JsonObject } from './json';
import type { ActionRow, ActivityRow, CohortRow, EventRow, HoldoutRow, SavedMetricRow } from './libraryRow';
import type { Failure, RebuildRow, RunRow } from './measureRow';
import type { Traffic } from './population';
import type { QueryStore } from './queryStore';

/**
 * The state of the sandbox. Rows keep the field names of the API, so that reading, patching and serialising are
 * plain assignments; times are milliseconds since the epoch.
 */
export interface Project {
  readonly id: number;
  readonly name: string;
  readonly uuid: string;
  /** The generation of server that answers for it. */
  readonly era: Era;
  readonly experiments: ExperimentRow[];
  /** By key, also those no experiment uses. */
  readonly flags: Map<string, FlagRow>;
  readonly savedMetrics: Map<number, SavedMetricRow>;
  readonly holdouts: Map<number, HoldoutRow>;
  readonly cohorts: Map<number, CohortRow>;
  readonly actions: Map<number, ActionRow>;
  /** Events this project has ever received, by name. Metrics on others are refused. */
  readonly events: ReadonlyMap<string, EventRow>;
  /** Keys of flags whose changes wait for somebody's approval. */
  readonly approvals: ReadonlySet<string>;
  /** Who did what, the oldest first. */
  readonly activity: ActivityRow[];
  /** Experiments started from this moment on count `$experiment_exposure` by default; null: none does. */
  readonly exposureEventSinceMs: number | null;
  /** The server says what it finds wrong with flags and metrics. */
  readonly showsHealth: boolean;
  readonly queries: QueryStore;
  nextId: number;
}

/** `none` cannot even see it; null where access is not managed. */
export type AccessLevel = 'none' | 'viewer' | 'editor' | 'manager' | null;

export interface Person {
  readonly id: number;
  readonly uuid: string;
  readonly distinct_id: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string;
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
  /** What is not configuration of the flag; where the server keeps one also a copy of that, as it was last sent. */
  parameters: JsonObject;
  holdout_id: number | null;
  /** Id of the cohort made of its users. */
  exposure_cohort: number | null;
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
  /** What the sandbox's user may do with it. */
  readonly user_access_level: AccessLevel;
  readonly reality: Reality;
  /** When the configuration of a metric (by uuid) last changed: days before it have no result. */
  readonly configuredMs: Map<string, number>;
  /** The newest of each series, by `rebuildKey`. */
  readonly rebuilds: Map<string, RebuildRow>;
  /** The oldest first. */
  readonly runs: RunRow[];
}

/** What happens out there, which no field of the API tells. */
export interface Reality extends Pick<Traffic, 'seed' | 'perDay'> {
  /** Share of visitors (0 to 1) who come to see several variants; without it nobody does. */
  readonly multipleShare?: number;
  /** What really becomes of a variant's share, as a factor, in the flag's order; without it nothing goes wrong. */
  readonly bias?: readonly number[];
  /** Nobody comes by from this moment on. */
  readonly desertedMs?: number;
  /** By metric uuid; other metrics are improvised. */
  readonly behaviours: ReadonlyMap<string, Behaviour>;
  /** Metrics (by uuid) that cannot be computed. */
  readonly failures: ReadonlyMap<string, Failure>;
  /** Days (0 = the first) whose nightly computation was never run. */
  readonly missingDays: readonly number[];
  /** Days whose nightly computation failed, with what the server says of it. */
  readonly failedDays: ReadonlyMap<number, string>;
  /** Midnight of the last night that computed anything; without it they all do. */
  readonly lastNightMs?: number;
}

export type Status = 'draft' | 'running' | 'paused' | 'exposure_frozen' | 'stopped';

/** PostHog's own order of questions: an end date decides even when it lies ahead. */
export function statusOf(row: ExperimentRow, era: Era): Status {
  if (row.start_date === null) return 'draft';
  if (row.end_date !== null) return 'stopped';
  const paused = !row.flag.active;
  if (paused && era.pausesBeforeFrozen) return 'paused';
  if (era.freezesExposure && isFrozen(row.flag)) return 'exposure_frozen';
  return paused ? 'paused' : 'running';
}

/** The event the server counts as seeing a variant unless the criteria name another; a draft as if launched now. */
export function exposureEventOf(row: ExperimentRow, project: Project, nowMs: number): string {
  const since = project.exposureEventSinceMs;
  return since !== null && (row.start_date ?? nowMs) >= since
    ? '$experiment_exposure'
    : '$feature_flag_called';
}

/** Uses metrics of the retired engine. */
export function isLegacy(row: ExperimentRow): boolean {
  return [...row.metrics, ...row.metrics_secondary].some((metric) => metric['kind'] !== 'ExperimentMetric');
}

/** Primary, secondary and shared metrics. */
export function metricsOf(project: Project, row: ExperimentRow): JsonObject[] {
  return [...row.metrics, ...row.metrics_secondary, ...sharedMetrics(project, row.saved)];
}

/** What links lead to. */
export function sharedMetrics(project: Project, links: readonly SavedMetricLink[]): JsonObject[] {
  return links.flatMap((link): JsonObject[] => {
    const metric = project.savedMetrics.get(link.saved_metric);
    return metric ? [metric.query] : [];
  });
}

/** The variant the others are measured against: as configured, else `control`, else the first. */
export function baselineKey(row: ExperimentRow): string {
  const configured = row.stats_config?.['baseline_variant_key'];
  if (typeof configured === 'string') return configured;
  const keys = row.flag.variants.map((variant) => variant.key);
  return keys.includes('control') ? 'control' : (keys[0] ?? 'control');
}
