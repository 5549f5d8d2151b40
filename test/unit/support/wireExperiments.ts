/**
 * Experiments as servers of every generation send them. The shapes follow PostHog's serializers: which keys a
 * generation has, which are null or absent, and in what form.
 */

const variants = [
  { key: 'control', name: 'Control Group', rollout_percentage: 50 },
  { key: 'test', name: 'Test Variant', rollout_percentage: 50 },
];

const wireFlag = {
  id: 901,
  team_id: 42,
  name: 'Feature Flag for Experiment Checkout button colour',
  key: 'checkout-button',
  filters: {
    groups: [{ properties: [], rollout_percentage: 100 }],
    multivariate: { variants },
    aggregation_group_type_index: null,
    holdout: null,
  },
  deleted: false,
  active: true,
  ensure_experience_continuity: false,
  version: 1,
  evaluation_runtime: 'all',
  evaluation_contexts: [],
};

const wireAuthor = {
  id: 5,
  uuid: '018c0000-0000-0000-0000-000000000005',
  distinct_id: 'u5',
  first_name: 'Ada',
  last_name: '',
  email: 'ada@example.com',
  is_email_verified: true,
  hedgehog_config: null,
  role_at_organization: 'engineering',
};

export const funnelMetric = {
  kind: 'ExperimentMetric',
  metric_type: 'funnel',
  uuid: '5f1e0b1c-6f0c-4a53-9d55-0f5a6a0d7a11',
  name: 'Purchase',
  goal: 'increase',
  series: [{ kind: 'EventsNode', event: 'purchase completed', name: 'purchase completed' }],
  fingerprint: '8d7ba6a9cd6e7d1f8af22e15eb2e552bcd506c186a55ec5818b0df0d27374880',
};

/** A row of the list of mid 2026 and later, without metrics (products/experiments: ExperimentBasicSerializer). */
export const wireListItem = {
  id: 311,
  name: 'Checkout button colour',
  description: null,
  start_date: '2026-03-02T09:30:00Z',
  end_date: null,
  feature_flag_key: 'checkout-button',
  feature_flag: wireFlag,
  holdout: null,
  exposure_cohort: null,
  parameters: {
    feature_flag_variants: [
      { key: 'control', rollout_percentage: 50, split_percent: 50 },
      { key: 'test', rollout_percentage: 50, split_percent: 50 },
    ],
    rollout_percentage: 100,
  },
  running_time_calculation: {},
  excluded_variants: null,
  archived: false,
  deleted: false,
  created_by: wireAuthor,
  created_at: '2026-03-01T08:00:00Z',
  updated_at: '2026-03-02T09:30:01Z',
  type: 'product',
  conclusion: null,
  conclusion_comment: null,
  status: 'running',
  is_legacy: false,
  user_access_level: 'editor',
};

/** The same row of the newest servers, with tags (there: ExperimentBasicSerializer, `tags`). */
export const wireNewestListItem = { ...wireListItem, tags: ['growth'] };

/** A retrieve of spring to mid 2026 (presentation/serializers.py: ExperimentSerializer). */
export const wireDetail = {
  ...wireListItem,
  description: 'Green converts better',
  holdout_id: null,
  secondary_metrics: [],
  saved_metrics: [],
  filters: {},
  exposure_criteria: { filterTestAccounts: true },
  metrics: [funnelMetric],
  metrics_secondary: [],
  stats_config: { method: 'bayesian' },
  scheduling_config: null,
  primary_metrics_ordered_uuids: [funnelMetric.uuid],
  secondary_metrics_ordered_uuids: [],
  only_count_matured_users: false,
  user_access_level: 'manager',
};

/** A retrieve of the newest servers (the same serializer with `version`, `health`, `resolved_exposure_event`). */
export const wireNewestDetail = {
  ...wireDetail,
  tags: ['growth'],
  version: 3,
  resolved_exposure_event: '$experiment_exposure',
  health: { findings: [] },
  can_freeze_exposure: true,
};

/** Late 2025 to early 2026: no `status`, the list is full (ee/clickhouse/views/experiments.py). */
export const wireBeforeStatus = {
  ...without(wireDetail, [
    'status',
    'is_legacy',
    'running_time_calculation',
    'excluded_variants',
    'only_count_matured_users',
    'scheduling_config',
    'user_access_level',
  ]),
  parameters: { feature_flag_variants: [{ key: 'control', rollout_percentage: 100 }] },
};

/** Early 2025, from the project's recorded answers: many keys missing, null holdout, nameless variants. */
export const wireEarly2025 = {
  id: 12,
  name: 'Old pricing page',
  description: '',
  start_date: '2025-01-20T10:05:00.412345Z',
  end_date: '2025-02-20T10:05:00+00:00',
  feature_flag_key: 'old-pricing',
  feature_flag: {
    id: 77,
    team_id: 42,
    name: '',
    key: 'old-pricing',
    filters: {
      groups: [{ properties: [], rollout_percentage: 100 }],
      payloads: {},
      holdout_groups: null,
      multivariate: {
        variants: [
          { key: 'control', rollout_percentage: 50 },
          { key: 'test', rollout_percentage: 50 },
        ],
      },
    },
    deleted: false,
    active: true,
    ensure_experience_continuity: null,
  },
  holdout: null,
  parameters: {},
  secondary_metrics: [],
  saved_metrics_ids: null,
  saved_metrics: [],
  filters: {},
  archived: false,
  created_by: { id: 5, first_name: 'Ada', last_name: '', email: 'ada@example.com' },
  created_at: '2025-01-19T08:00:00Z',
  updated_at: '2025-02-20T10:05:00Z',
  type: 'product',
  metrics: [
    {
      kind: 'ExperimentMetric',
      metric_type: 'count',
      metric_config: { kind: 'ExperimentEventMetricConfig', event: 'signup' },
    },
  ],
  metrics_secondary: [],
};

/** Until mid 2025: metrics of the retired engine (`ExperimentTrendsQuery`, `ExperimentFunnelsQuery`). */
export const wireLegacy = {
  ...wireEarly2025,
  metrics: [{ kind: 'ExperimentTrendsQuery', count_query: { kind: 'TrendsQuery', series: [] } }],
  metrics_secondary: [{ kind: 'ExperimentFunnelsQuery', name: 'Old funnel', funnels_query: { series: [] } }],
};

/** A flag with other groups or another switch. */
export function withFlag<T extends { feature_flag: unknown }>(
  experiment: T,
  { active = true, groups = wireFlag.filters.groups as readonly unknown[] },
): T {
  return {
    ...experiment,
    feature_flag: { ...wireFlag, active, filters: { ...wireFlag.filters, groups } },
  };
}

export function without<T extends object>(value: T, keys: readonly (keyof T)[]): Partial<T> {
  const copy: Partial<T> = { ...value };
  for (const key of keys) delete copy[key];
  return copy;
}
