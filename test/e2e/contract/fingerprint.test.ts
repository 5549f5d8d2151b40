import assert from 'node:assert/strict';
import { ok } from './client';
import { fingerprintOf, type FingerprintParts } from './fingerprint';
import { createExperiment, meanMetric } from './make';
import { metricsOf, sampleExperiments } from './samples';
import { useServer, type Era } from './useServer';
import type { ExperimentDetail, Metric } from './wire';

const kind = 'ExperimentMetric';
const events = (event: string, more: object = {}) => ({ kind: 'EventsNode', event, ...more });
const window = { conversion_window: 14, conversion_window_unit: 'day' };
const pageview = events('$pageview', { name: '$pageview' });
const signups = {
  kind,
  uuid: '5f1e0b1c-6f0c-4a53-9d55-0f5a6a0d7a11',
  name: 'Signups',
  metric_type: 'mean',
  goal: 'increase',
  source: events('signup', { math: 'total' }),
};
const asDefault = { startDate: null, exposureCriteria: { filterTestAccounts: true } };
const custom = {
  startDate: '2024-01-01T10:00:00Z',
  statsMethod: 'frequentist',
  exposureCriteria: {
    exposure_config: { kind: 'ExperimentEventExposureConfig', event: '$feature_flag_called', properties: [] },
  },
};
const march = { startDate: '2026-03-02T09:30:00Z', exposureCriteria: { filterTestAccounts: true } };

/** From the documentation: what goes in, and what PostHog's own server makes of it. */
const vectors: readonly (readonly [what: string, parts: FingerprintParts, fingerprint: string])[] = [
  [
    'a draft',
    { metric: signups, startDate: null },
    '68ea162f39f69c825fb99a508ff79ec7f167a761c9af5716839904eacc0293d8',
  ],
  [
    'a running one',
    { metric: signups, ...march },
    '8d7ba6a9cd6e7d1f8af22e15eb2e552bcd506c186a55ec5818b0df0d27374880',
  ],
  [
    'a frequentist one with a variant left out',
    { metric: signups, ...march, statsMethod: 'frequentist', excludedVariants: ['test-2'] },
    'c97032a4176757c796cb50ee1db0802706620a862a23e4f08d86223acf5cf3b0',
  ],
  [
    'a mean',
    { metric: { kind, metric_type: 'mean', source: events('$session_duration') }, ...asDefault },
    'd2e1f06570c3ec0af658c6255890c0ee509e0a275cbc80f630d8e8718a1b8c25',
  ],
  [
    'a funnel',
    {
      metric: { kind, metric_type: 'funnel', series: [events('$pageview'), events('$autocapture')] },
      ...asDefault,
    },
    'dc70f252171bb66b8b40a28ba702ad2907c61d0962b54f332dee96afd67b240c',
  ],
  [
    'a ratio',
    {
      metric: {
        kind,
        metric_type: 'ratio',
        numerator: events('$session_duration'),
        denominator: events('$autocapture'),
      },
      ...asDefault,
    },
    'ac46d8229e2ec5558200082a3f5d2e4e6e5041585d4f07dbd28930ee90fad235',
  ],
  [
    'a mean without outliers',
    {
      metric: {
        kind,
        metric_type: 'mean',
        goal: 'increase',
        source: pageview,
        ...window,
        lower_bound_percentile: 0.05,
        upper_bound_percentile: 0.95,
      },
      ...custom,
    },
    '24bf7ca8d497f33ace065e9e5facd961a4a2cb68938263b4008266fb22055f98',
  ],
  [
    'an unordered funnel',
    {
      metric: {
        kind,
        metric_type: 'funnel',
        goal: 'increase',
        series: [pageview],
        funnel_order_type: 'unordered',
        ...window,
      },
      ...custom,
    },
    'c1325e7c9c494859e14901f144e99532745d6c22a8cb1536ef1cd9574cfa5672',
  ],
  [
    'a ratio that should fall',
    {
      metric: {
        kind,
        metric_type: 'ratio',
        goal: 'decrease',
        numerator: pageview,
        denominator: { ...pageview, math: 'total' },
        ...window,
      },
      ...custom,
    },
    '9d74f7f895166c1ac12708a4bc2aa8c61c963bb98a9ad15fecf747b79e706631',
  ],
];

function expectedOf(experiment: ExperimentDetail, metric: Metric): string {
  const { start_date, stats_config, exposure_criteria, only_count_matured_users, excluded_variants } =
    experiment;
  return fingerprintOf({
    metric,
    startDate: start_date,
    statsMethod: stats_config?.method,
    exposureCriteria: exposure_criteria,
    onlyCountMaturedUsers: only_count_matured_users,
    excludedVariants: excluded_variants,
  });
}

describe('a stranger recomputes fingerprints', () => {
  const server = useServer();

  for (const [what, parts, fingerprint] of vectors) {
    it(`of ${what}, and so does the server`, async () => {
      assert.equal(fingerprintOf(parts), fingerprint);
      // What a draft without exposure criteria has cannot be made: the server puts in defaults.
      if (!parts.exposureCriteria) return;
      const { id } = await createExperiment(server.client, {
        start_date: parts.startDate,
        stats_config: { method: parts.statsMethod ?? 'bayesian' },
        ...(parts.excludedVariants
          ? {
              excluded_variants: parts.excludedVariants,
              parameters: {
                feature_flag_variants: ['control', 'test', 'test-2', 'test-3'].map((key) => ({
                  key,
                  rollout_percentage: 25,
                })),
              },
            }
          : {}),
        metrics: [parts.metric],
      });
      // Only a PATCH takes the criteria as they are.
      const { metrics } = await ok(
        server.client.patch<ExperimentDetail>(`experiments/${id}/`, {
          exposure_criteria: parts.exposureCriteria,
        }),
      );
      assert.equal(metrics[0]?.fingerprint, fingerprint);
    });
  }

  it('with letters beyond ASCII, which are escaped', async () => {
    const made = await createExperiment(server.client, { metrics: [meanMetric('größe 🛒')] });
    const [metric = assert.fail()] = made.metrics;
    assert.equal(metric.fingerprint, expectedOf(made, metric));
  });
});

for (const era of ['B', 'C', 'D', 'E', 'F'] satisfies Era[]) {
  describe(`a stranger recomputes the fingerprints of a server of era ${era}`, () => {
    const server = useServer([`--era=${era}`]);

    it('and gets those of every metric, shared or not', async () => {
      let compared = 0;
      for (const experiment of await sampleExperiments(server.client)) {
        for (const metric of metricsOf(experiment)) {
          if (metric.fingerprint === undefined) continue;
          assert.equal(
            metric.fingerprint,
            expectedOf(experiment, metric),
            `${experiment.name}: ${metric.name}`,
          );
          compared += 1;
        }
      }
      assert.ok(compared > 10);
    });
  });
}
