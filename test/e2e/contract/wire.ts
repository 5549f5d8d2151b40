/*
 * What a stranger's client knows of PostHog's answers. Written from the API's documentation alone: nothing here comes
 * from the program's own schemas, or the suite would only show that the program agrees with itself.
 */

export interface Page<T> {
  readonly count: number;
  readonly next: string | null;
  readonly previous: string | null;
  readonly results: readonly T[];
}

export interface Variant {
  readonly key: string;
  readonly rollout_percentage: number;
  readonly split_percent?: number;
}

export interface ReleaseCondition {
  readonly properties: readonly unknown[];
  readonly rollout_percentage?: number | null;
  readonly variant?: string | null;
}

export interface Flag {
  readonly id: number;
  readonly key: string;
  readonly name: string;
  readonly active: boolean;
  readonly deleted: boolean;
  readonly filters: {
    readonly groups: readonly ReleaseCondition[];
    readonly multivariate?: { readonly variants: readonly Variant[] } | null;
    readonly payloads?: Readonly<Record<string, unknown>> | null;
    readonly holdout?: unknown;
    readonly holdout_groups?: unknown;
  };
  readonly ensure_experience_continuity?: boolean | null;
}

/** A flag in a list of flags. */
export interface ListedFlag extends Flag {
  readonly experiment_set: readonly number[];
  readonly created_at: string;
  readonly created_by: { readonly id: number } | null;
}

export interface Source {
  readonly kind: string;
  readonly event?: string | null;
  readonly id?: number;
}

export interface Metric {
  readonly kind: string;
  readonly metric_type: string;
  readonly uuid?: string;
  readonly name?: string;
  readonly fingerprint?: string;
  readonly source?: Source;
  readonly series?: readonly Source[];
}

export interface SavedMetricLink {
  readonly id: number;
  readonly saved_metric: number;
  readonly metadata: { readonly type?: string };
  readonly name: string;
  readonly query: Metric;
  readonly effective_query?: unknown;
}

export interface Experiment {
  readonly id: number;
  readonly name: string;
  readonly description: string | null;
  readonly start_date: string | null;
  readonly end_date: string | null;
  readonly created_at: string;
  readonly updated_at: string;
  readonly created_by: { readonly id: number } | null;
  readonly feature_flag_key: string;
  readonly feature_flag: Flag;
  readonly type: string | null;
  readonly archived: boolean;
  readonly conclusion: string | null;
  readonly conclusion_comment: string | null;
  readonly parameters: Readonly<Record<string, unknown>> & {
    readonly feature_flag_variants?: readonly Variant[];
  };
  readonly exposure_cohort: number | null;
  readonly holdout: { readonly id: number } | null;
  readonly user_access_level?: string | null;
  /** Newer servers. */
  readonly status?: string;
  readonly is_legacy?: boolean;
  readonly excluded_variants?: readonly string[] | null;
  readonly tags?: readonly string[];
}

/** What only one experiment on its own has; on older servers the rows of a list have it too. */
export interface ExperimentDetail extends Experiment {
  readonly metrics: readonly Metric[];
  readonly metrics_secondary: readonly Metric[];
  readonly saved_metrics: readonly SavedMetricLink[];
  readonly exposure_criteria: Readonly<Record<string, unknown>> | null;
  readonly stats_config: { readonly method?: string } | null;
  readonly only_count_matured_users?: boolean;
  readonly running_time_calculation?: unknown;
  /** The newest servers. */
  readonly version?: number;
  readonly resolved_exposure_event?: string;
  readonly health?: { readonly findings: readonly Finding[] } | null;
  readonly can_freeze_exposure?: boolean;
}

export interface Finding {
  readonly code: string;
  readonly subcode: string | null;
  readonly severity: string;
  readonly title: string;
  readonly detail: string;
  readonly evidence: unknown;
  readonly actions: readonly string[];
}

export interface StatsBase {
  readonly key: string;
  readonly number_of_samples: number;
  readonly sum: number;
  readonly sum_squares: number;
  readonly step_counts?: readonly number[] | null;
  readonly denominator_sum?: number | null;
  readonly denominator_sum_squares?: number | null;
  readonly numerator_denominator_sum_product?: number | null;
  readonly validation_failures?: readonly string[] | null;
}

export interface VariantResult extends StatsBase {
  readonly method: string;
  readonly significant?: boolean | null;
  readonly chance_to_win?: number | null;
  readonly credible_interval?: readonly [number, number] | null;
  readonly p_value?: number | null;
  readonly confidence_interval?: readonly [number, number] | null;
}

export interface MetricResult {
  readonly baseline: StatsBase;
  readonly variant_results: readonly VariantResult[];
}

export interface Timeseries {
  readonly experiment_id: number;
  readonly metric_uuid: string;
  readonly status: string;
  readonly timeseries: Readonly<Record<string, MetricResult | null>>;
  readonly errors: Readonly<Record<string, string>> | null;
  readonly computed_at: string | null;
  readonly created_at: string;
  readonly updated_at: string;
  readonly recalculation_status: string | null;
  readonly recalculation_created_at: string | null;
}

export interface QueryStatus<T> {
  readonly id: string;
  readonly query_async: boolean;
  readonly complete: boolean;
  readonly error: boolean;
  readonly error_message?: string | null;
  readonly results?: T;
}

export interface ExposureResult {
  readonly timeseries: readonly {
    readonly variant: string;
    readonly days: readonly string[];
    readonly exposure_counts: readonly number[];
  }[];
  readonly total_exposures: Readonly<Record<string, number>>;
  readonly sample_ratio_mismatch?: {
    readonly expected: Readonly<Record<string, number>>;
    readonly p_value: number;
  } | null;
}
