import type { Conclusion } from '../model/experiment';
import type { MetricDefinition } from '../model/metric';

/** Fields in which `GET experiments` can be ordered; a minus before one reverses it. */
type OrderField =
  | 'created_at'
  | 'updated_at'
  | 'name'
  | 'start_date'
  | 'end_date'
  | 'duration'
  | 'status'
  | 'created_by';

/** What `GET experiments` can be narrowed to. */
export interface ExperimentFilters {
  /** Archived experiments only; else only the others. PostHog has no list of both. */
  readonly archived?: boolean;
  readonly status?: 'draft' | 'running' | 'paused' | 'stopped' | 'exposure_frozen';
  /** Part of the name, whatever the case. Flag keys and descriptions are not searched. */
  readonly search?: string;
  /** The newest first unless something else is asked for. Early 2026 servers and older know fewer fields. */
  readonly order?: OrderField | `-${OrderField}`;
  readonly createdById?: number;
  readonly featureFlagId?: number;
  /** Experiments whose metrics use this event, also through actions. */
  readonly event?: string;
  readonly promptName?: string;
  /** Experiments with one of these tags. */
  readonly tags?: readonly string[];
  readonly excludedTags?: readonly string[];
}

export interface NewExperiment {
  readonly name: string;
  readonly feature_flag_key: string;
  readonly description?: string;
  readonly type?: 'web' | 'product';
  /** Launches at once. ISO 8601. */
  readonly start_date?: string;
  readonly metrics?: readonly MetricDefinition[];
  readonly metrics_secondary?: readonly MetricDefinition[];
  readonly saved_metrics_ids?: readonly SavedMetricLink[];
  readonly holdout_id?: number;
  readonly exposure_criteria?: Readonly<Record<string, unknown>>;
  readonly stats_config?: Readonly<Record<string, unknown>>;
  /** Metrics may name events that PostHog has not seen yet. Ask the person first: it is mostly a typo. */
  readonly allow_unknown_events?: boolean;
  /**
   * The one form of variants that every server generation understands. Leave them out when a flag with the key
   * exists: it is taken as it is, and the newest servers refuse the whole request.
   */
  readonly parameters?: {
    readonly feature_flag_variants: readonly {
      readonly key: string;
      readonly name?: string;
      readonly rollout_percentage: number;
    }[];
    readonly rollout_percentage?: number;
  };
}

export interface SavedMetricLink {
  /** Of the shared metric, not of its link to an experiment. */
  readonly id: number;
  readonly metadata: { readonly type: 'primary' | 'secondary' };
}

/** Only what changed: PostHog replaces whatever is sent. */
export interface ExperimentPatch {
  readonly name?: string;
  readonly description?: string;
  /** ISO 8601. Null brings a launched experiment back to draft. */
  readonly start_date?: string | null;
  /** ISO 8601, also back-dated or in the future. Null lets an ended experiment run again. */
  readonly end_date?: string | null;
  readonly archived?: boolean;
  readonly conclusion?: Conclusion | null;
  readonly conclusion_comment?: string | null;
  /** The whole lists: a metric that is left out is gone. Keep the `uuid` of those that stay. */
  readonly metrics?: readonly MetricDefinition[];
  readonly metrics_secondary?: readonly MetricDefinition[];
  readonly saved_metrics_ids?: readonly SavedMetricLink[];
  /** Drafts only. */
  readonly holdout_id?: number | null;
  readonly exposure_criteria?: Readonly<Record<string, unknown>>;
  readonly stats_config?: Readonly<Record<string, unknown>>;
  readonly excluded_variants?: readonly string[];
  readonly running_time_calculation?: Readonly<Record<string, unknown>>;
  readonly only_count_matured_users?: boolean;
  readonly tags?: readonly string[];
  readonly allow_unknown_events?: boolean;
  /** Allows a change of the flag of a launched experiment. */
  readonly update_feature_flag_params?: boolean;
  /**
   * Replaced, never merged. For a draft send the complete object with its variants: without them older servers reset
   * the flag to `control` and `test`, half each.
   */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** Of the experiment as it was read, for servers that have one: a stale version is a conflict. */
  readonly version?: number;
  /** What was read of the fields that change, so that the server can merge both sides. Only with `version`. */
  readonly original_experiment?: Readonly<Record<string, unknown>>;
}
