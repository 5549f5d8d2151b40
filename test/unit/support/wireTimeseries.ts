/** Daily results as PostHog stores them (experiment_service.get_timeseries_results, ExperimentMetricTimeseries). */

/** One day of the present engine, Bayesian. Counts are JSON floats. */
export const bayesianDay = {
  baseline: {
    key: 'control',
    number_of_samples: 1041,
    sum: 103.0,
    sum_squares: 103.0,
    step_counts: [412, 103],
    validation_failures: [],
  },
  variant_results: [
    {
      key: 'test',
      method: 'bayesian',
      number_of_samples: 1009,
      sum: 131.0,
      sum_squares: 131.0,
      step_counts: [430, 131],
      validation_failures: [],
      chance_to_win: 0.981,
      credible_interval: [0.021, 0.587],
      significant: true,
    },
  ],
  kind: null,
  insight: null,
  probability: null,
  significant: null,
  p_value: null,
  credible_intervals: null,
};

export const frequentistDay = {
  baseline: { key: 'control', number_of_samples: 352, sum: 84, sum_squares: 84 },
  variant_results: [
    {
      key: 'test',
      method: 'frequentist',
      number_of_samples: 362,
      sum: 122,
      sum_squares: 122,
      p_value: 0.0157,
      confidence_interval: [0.078, 0.747],
      significant: true,
      denominator_sum: null,
    },
  ],
};

/** Early June 2025 and before: no baseline, each variant's own value instead of a change (recorded answers). */
export const early2025Day = {
  variants: [
    { key: 'control', success_count: 60.0, failure_count: 40.0 },
    { key: 'test', success_count: 70.0, failure_count: 30.0 },
  ],
  probability: { control: 0.1, test: 0.9 },
  credible_intervals: { control: [0.5, 0.7], test: [0.6, 0.8] },
  significant: false,
  significance_code: 'low_win_probability',
  p_value: 1.0,
  stats_version: 2,
};

export const wireSeries = {
  experiment_id: 311,
  metric_uuid: '5f1e0b1c-6f0c-4a53-9d55-0f5a6a0d7a11',
  status: 'partial',
  timeseries: { '2026-03-02': bayesianDay, '2026-03-03': null, '2026-03-04': null },
  errors: { '2026-03-03': 'Unable to retrieve experiment data. Please try refreshing the page.' },
  computed_at: '2026-03-03T02:11:08.123456+00:00',
  created_at: '2026-03-03T02:10:01+00:00',
  updated_at: '2026-03-03T02:11:08+00:00',
  recalculation_status: null,
  recalculation_created_at: null,
  formatted_results: 'Method: bayesian\nVariants: control, test',
};

/** What an unknown metric or an outdated fingerprint answers. */
export const wirePending = {
  ...wireSeries,
  status: 'pending',
  timeseries: { '2026-03-02': null, '2026-03-03': null },
  errors: null,
  computed_at: null,
};
