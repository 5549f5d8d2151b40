/**
 * What servers answer beside experiments, by endpoint, each written from the code that answers it. Where generations
 * differ the letter says which is meant: B is early 2026 and before, F the newest.
 */
import { bayesianDay } from '../wireTimeseries';
import { purchaseMetric, revenueMetric } from './experiments';

/** Daily results of B (experiment_service.get_timeseries_results): sessions of each step still in the rows. */
const seriesOfB = {
  experiment_id: 311,
  metric_uuid: purchaseMetric.uuid,
  status: 'partial',
  timeseries: {
    '2026-03-02': {
      ...bayesianDay,
      baseline: { ...bayesianDay.baseline, step_sessions: [[{ session_id: 's' }]] },
    },
    '2026-03-03': null,
  },
  errors: null,
  computed_at: '2026-03-03T02:11:08.123456+00:00',
  created_at: '2026-03-03T02:10:01+00:00',
  updated_at: '2026-03-03T02:11:08+00:00',
  recalculation_status: null,
  recalculation_created_at: null,
};
const seriesOfC = { ...seriesOfB, timeseries: { '2026-03-02': bayesianDay, '2026-03-03': null } };
const seriesOfD = { ...seriesOfC, formatted_results: 'Method: bayesian\nVariants: control, test' };
export const seriesByGeneration = { B: seriesOfB, C: seriesOfC, D: seriesOfD, E: seriesOfD, F: seriesOfD };

/** An item of feature_flags and of eligible_feature_flags (posthog/api/feature_flag.py: FeatureFlagSerializer). */
export const wireListedFlag = {
  id: 901,
  name: 'Checkout button',
  key: 'checkout-button',
  filters: {
    groups: [
      { properties: [], rollout_percentage: 20 },
      { properties: [], rollout_percentage: 60 },
    ],
    multivariate: {
      variants: [
        { key: 'control', rollout_percentage: 50 },
        { key: 'test', rollout_percentage: 50 },
      ],
    },
    payloads: { test: '{"color":"green"}' },
  },
  deleted: false,
  active: true,
  created_by: { id: 5, first_name: 'Ada', last_name: '', email: 'ada@example.com' },
  created_at: '2026-02-20T08:00:00Z',
  version: 3,
  is_simple_flag: false,
  rollout_percentage: null,
  ensure_experience_continuity: false,
  experiment_set: [311],
  surveys: null,
  features: null,
  tags: ['growth'],
  status: 'ACTIVE',
  user_access_level: 'editor',
};
/** Evaluation contexts were called tags up to B. */
const flagOfB = { ...wireListedFlag, evaluation_tags: [] };
const flagOfC = {
  ...wireListedFlag,
  evaluation_runtime: 'all',
  evaluation_contexts: [],
  last_called_at: null,
  updated_at: '2026-02-21T08:00:00Z',
};
export const flagByGeneration = { B: flagOfB, C: flagOfC, D: flagOfC, E: flagOfC, F: flagOfC };

/** A result as the last day and as a recalculation carry it. */
const metricRow = {
  metric_uuid: purchaseMetric.uuid,
  status: 'completed',
  result: bayesianDay,
  error_message: null,
};

/** GET …/metrics_recalculation/latest/, D and later (presentation/views.py). */
export const wireRecalculation = {
  id: '01970000-0000-0000-0000-000000000001',
  experiment_id: 311,
  status: 'completed',
  total_metrics: 2,
  completed_metrics: 1,
  failed_metrics: 1,
  metric_errors: {},
  metric_retries: {},
  trigger: 'timeseries_sync',
  created_at: '2026-03-03T02:10:01+00:00',
  started_at: '2026-03-03T02:10:02+00:00',
  completed_at: '2026-03-03T02:11:08+00:00',
  query_to: '2026-03-03T02:10:01+00:00',
  is_existing: false,
  active_run: null,
  result_source: 'recalculation',
  results: [
    metricRow,
    { metric_uuid: revenueMetric.uuid, status: 'failed', result: null, error_message: 'Out of memory' },
  ],
  rows_read: 123456,
  estimated_rows_total: 200000,
};

/** POST …/recalculate_timeseries/ (experiment_service.request_timeseries_recalculation). */
export const wireSeriesRequest = {
  id: '01970000-0000-0000-0000-000000000002',
  experiment_id: 311,
  metric_uuid: purchaseMetric.uuid,
  fingerprint: purchaseMetric.fingerprint,
  status: 'pending',
  created_at: '2026-03-03T02:10:01+00:00',
};

/** POST …/create_exposure_cohort_for_experiment/, 201. */
export const wireCohort = {
  cohort: {
    id: 88,
    name: 'Users exposed to experiment "Checkout button colour"',
    filters: {},
    is_static: false,
    is_calculating: true,
    count: null,
    experiment_set: [311],
  },
};

/** GET experiments/stats/ */
export const wireStats = {
  launched_last_30d: 4,
  launched_previous_30d: 2,
  percent_change: 100.0,
  active_experiments: 3,
  completed_last_30d: 1,
};

/** GET experiments/:id/activity/ (E and later) and activity_log/ (before): the same entries. */
const wireActivity = {
  id: '01970000-0000-0000-0000-000000000003',
  user: { first_name: 'Ada', last_name: 'King', email: 'ada@example.com' },
  activity: 'updated',
  scope: 'Experiment',
  item_id: '311',
  detail: {
    id: null,
    name: 'Checkout button colour',
    short_id: null,
    type: null,
    changes: [
      {
        type: 'Experiment',
        action: 'changed',
        field: 'name',
        before: 'Button',
        after: 'Checkout button colour',
      },
    ],
  },
  created_at: '2026-03-02T10:00:00.123456Z',
  is_system: false,
  was_impersonated: false,
  client: null,
};
export const wireActivityPage = { results: [wireActivity], next: null, previous: null, total_count: 7 };
export const wireActivityLog = { results: [wireActivity], next: null, previous: null };

/** GET event_definitions/ (posthog/api/event_definition.py). */
export const wireEvents = {
  count: 250,
  next: 'http://internal:8000/api/projects/42/event_definitions/?limit=100&offset=100',
  previous: null,
  results: [
    { id: '0197', name: 'purchase', last_seen_at: null },
    { id: '0198', name: 'purchase completed' },
  ],
};

/** An item of experiment_saved_metrics/ */
export const wireListedMetric = {
  id: 9,
  name: 'Revenue per user',
  description: null,
  query: revenueMetric,
  created_by: { id: 5 },
  created_at: '2026-01-10T12:00:00Z',
  updated_at: '2026-01-10T12:00:00Z',
  tags: [],
  user_access_level: 'editor',
};

/** An item of experiment_holdouts/ */
export const wireHoldout = {
  id: 3,
  name: 'Everybody but a tenth',
  description: '',
  filters: [{ properties: [], rollout_percentage: 10, variant: 'holdout-3' }],
  created_by: { id: 5 },
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
};

/** POST query/ and GET query/:id/ while the computation is under way, 202 (posthog/api/query.py). */
export const wireRunningQuery = {
  query_status: {
    id: '0f3c',
    query_async: true,
    team_id: 42,
    complete: false,
    error: false,
    error_message: null,
    start_time: '2026-03-04T10:00:00Z',
  },
};
/** A fresh answer from the cache, 200: the result itself. */
export const wireCachedQuery = {
  ...bayesianDay,
  kind: 'ExperimentQuery',
  is_cached: true,
  last_refresh: '2026-03-04T09:00:00Z',
  next_allowed_client_refresh: '2026-03-04T09:01:00Z',
  cache_key: 'cache_1',
  timezone: 'UTC',
  query_status: null,
};
/** A finished computation, 200: the result lies inside (recorded). */
export const wireFinishedQuery = {
  query_status: {
    ...wireRunningQuery.query_status,
    complete: true,
    labels: null,
    query_progress: null,
    end_time: '2026-03-04T10:00:30Z',
    results: { ...wireCachedQuery, is_cached: false },
  },
};
