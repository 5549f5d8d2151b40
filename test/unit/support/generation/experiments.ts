/**
 * One experiment as the servers of each generation tell it, list item and whole. Each is written from the serializers
 * of its time (before 2026 ee/clickhouse/views/experiments.py, then products/experiments presentation/serializers.py:
 * ExperimentSerializer and, for light lists, ExperimentBasicSerializer). All tell the same, so all read the same.
 */

const variants = [
  { key: 'control', name: 'Control', rollout_percentage: 34 },
  { key: 'test', name: 'Green', rollout_percentage: 33 },
  { key: 'test-2', name: 'Blue', rollout_percentage: 33 },
];

const flag = {
  id: 901,
  team_id: 42,
  name: 'Feature Flag for Experiment Checkout button colour',
  key: 'checkout-button',
  deleted: false,
  active: true,
  ensure_experience_continuity: false,
  version: 1,
};
const groups = [
  {
    properties: [{ key: 'email', type: 'person', value: '@example.com' }],
    rollout_percentage: 100,
    variant: 'test',
  },
  { properties: [], rollout_percentage: 80, variant: null },
];

/** The minimal flag inside an experiment, with its holdout as B kept it: a list of groups. */
const flagOfB = {
  ...flag,
  filters: { groups, multivariate: { variants }, payloads: {}, holdout_groups: [{ variant: 'holdout-3' }] },
  evaluation_tags: [],
  has_encrypted_payloads: false,
};
/** From C on. */
const flagOfC = {
  ...flag,
  filters: {
    groups,
    multivariate: { variants },
    payloads: {},
    aggregation_group_type_index: null,
    holdout: { id: 3, exclusion_percentage: 10 },
  },
  evaluation_runtime: 'all',
  evaluation_contexts: [],
};

const author = {
  id: 5,
  uuid: '018c0000-0000-0000-0000-000000000005',
  distinct_id: 'u5',
  first_name: 'Ada',
  last_name: 'King',
  email: 'ada@example.com',
  is_email_verified: true,
};

export const purchaseMetric = {
  kind: 'ExperimentMetric',
  metric_type: 'funnel',
  uuid: '5f1e0b1c-6f0c-4a53-9d55-0f5a6a0d7a11',
  name: 'Purchase',
  goal: 'increase',
  series: [{ kind: 'EventsNode', event: 'purchase completed' }],
  fingerprint: '8d7ba6a9cd6e7d1f8af22e15eb2e552bcd506c186a55ec5818b0df0d27374880',
};
export const revenueMetric = {
  kind: 'ExperimentMetric',
  metric_type: 'mean',
  uuid: '6a0d7a11-6f0c-4a53-9d55-0f5a5f1e0b1c',
  goal: 'increase',
  source: { kind: 'EventsNode', event: 'purchase', math: 'sum', math_property: 'revenue' },
  fingerprint: 'c97032a4176757c796cb50ee1db0802706620a862a23e4f08d86223acf5cf3b0',
};
const savedMetric = {
  id: 70,
  experiment: 311,
  saved_metric: 9,
  metadata: { type: 'secondary' },
  created_at: '2026-03-01T08:00:00Z',
  query: revenueMetric,
  name: 'Revenue per user',
};

/** What the plan says: among the parameters up to C, in an object of its own from D on. */
const plan = { minimum_detectable_effect: 20, recommended_sample_size: 1600, recommended_running_time: 14 };
const splitVariants = variants.map((variant) => ({ ...variant, split_percent: variant.rollout_percentage }));

/** In lists and retrieves of every generation. */
const common = {
  id: 311,
  name: 'Checkout button colour',
  description: 'Green converts better',
  start_date: '2026-03-02T09:30:00Z',
  end_date: null,
  feature_flag_key: 'checkout-button',
  holdout: {
    id: 3,
    name: 'Everybody but a tenth',
    description: null,
    filters: [{ properties: [], rollout_percentage: 10, variant: 'holdout-3' }],
    created_by: author,
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
  },
  exposure_cohort: 88,
  archived: false,
  deleted: false,
  created_by: author,
  created_at: '2026-03-01T08:00:00Z',
  updated_at: '2026-03-02T09:30:01Z',
  type: 'product',
  conclusion: null,
  conclusion_comment: null,
};

/** What only a retrieve has where lists are light. */
const whole = {
  holdout_id: 3,
  secondary_metrics: [],
  saved_metrics_ids: null,
  saved_metrics: [savedMetric],
  filters: {},
  exposure_criteria: { filterTestAccounts: true, multiple_variant_handling: 'first_seen' },
  metrics: [purchaseMetric],
  metrics_secondary: [],
  stats_config: { method: 'frequentist', frequentist: { alpha: 0.1, sequential_testing_enabled: false } },
  primary_metrics_ordered_uuids: [purchaseMetric.uuid],
  secondary_metrics_ordered_uuids: null,
};

/** Late 2025 to early 2026: no status, a copy of the variants that may be stale, full lists. */
const detailOfB = {
  ...common,
  ...whole,
  feature_flag: flagOfB,
  parameters: {
    feature_flag_variants: [{ key: 'control', rollout_percentage: 100 }],
    excluded_variants: ['test-2'],
    ...plan,
  },
};

/** Spring 2026: status, matured users, scheduling; lists are still full. */
const detailOfC = {
  ...common,
  ...whole,
  feature_flag: flagOfC,
  parameters: { feature_flag_variants: splitVariants, excluded_variants: ['test-2'], ...plan },
  scheduling_config: null,
  only_count_matured_users: true,
  status: 'running',
  user_access_level: 'editor',
};

/** Mid 2026: light lists; plan and excluded variants have fields of their own, the baseline may have another name. */
const itemOfD = {
  ...common,
  feature_flag: { ...flagOfC, bucketing_identifier: 'distinct_id' },
  parameters: { feature_flag_variants: splitVariants, rollout_percentage: 100 },
  running_time_calculation: plan,
  excluded_variants: ['test-2'],
  status: 'running',
  is_legacy: false,
  user_access_level: 'editor',
};
const newerWhole = {
  ...whole,
  scheduling_config: null,
  only_count_matured_users: true,
  stats_config: { ...whole.stats_config, baseline_variant_key: 'control' },
};
const detailOfD = { ...itemOfD, ...newerWhole };

/** Mid to late 2026: the flag's configuration in the parameters is read from the flag. */
const itemOfE = {
  ...itemOfD,
  parameters: {
    feature_flag_variants: splitVariants,
    rollout_percentage: 80,
    aggregation_group_type_index: null,
    ensure_experience_continuity: false,
    variant_notes: { test: 'The green one' },
  },
};
const detailOfE = { ...itemOfE, ...newerWhole };

/** The newest: tags, versions, checks of health, a default event of exposure that may be another. */
const itemOfF = { ...itemOfE, tags: ['growth'] };
const detailOfF = {
  ...itemOfF,
  ...newerWhole,
  saved_metrics: [{ ...savedMetric, effective_query: { ...revenueMetric, only_count_matured_users: true } }],
  version: 3,
  resolved_exposure_event: '$experiment_exposure',
  health: {
    findings: [
      {
        code: 'forced_variant_release_condition',
        subcode: 'some_conditions_pinned',
        severity: 'info',
        title: 'A release condition forces a variant',
        detail: 'Users it matches are not assigned at random.',
        evidence: {},
        actions: [],
        diagnostic_ref: null,
      },
    ],
  },
  can_freeze_exposure: true,
};

export const experimentsByGeneration = {
  B: { item: detailOfB, detail: detailOfB },
  C: { item: detailOfC, detail: detailOfC },
  D: { item: itemOfD, detail: detailOfD },
  E: { item: itemOfE, detail: detailOfE },
  F: { item: itemOfF, detail: detailOfF },
} as const;
