import assert from 'node:assert/strict';
import { askExposures, askResult } from './ask';
import { upperTail } from './chiSquare';
import { ok } from './client';
import { sampleExperiments } from './samples';
import { useServer } from './useServer';
import type { ExperimentDetail, ExposureResult, MetricResult, Timeseries } from './wire';

const samplesByKey = ({ baseline, variant_results }: MetricResult) =>
  Object.fromEntries([baseline, ...variant_results].map((arm) => [arm.key, arm.number_of_samples]));

describe('a stranger compares exposures and results', () => {
  const server = useServer();
  const launched: { readonly experiment: ExperimentDetail; readonly exposures: ExposureResult }[] = [];

  before(async () => {
    for (const experiment of await sampleExperiments(server.client)) {
      if (experiment.start_date === null || experiment.is_legacy === true) continue;
      launched.push({ experiment, exposures: await askExposures(server.client, experiment) });
    }
    assert.ok(launched.length > 5);
  });

  it('and the last day of each variant is its total', () => {
    for (const { experiment, exposures } of launched) {
      for (const { variant, exposure_counts } of exposures.timeseries) {
        assert.equal(exposure_counts.at(-1) ?? 0, exposures.total_exposures[variant] ?? 0, experiment.name);
      }
    }
  });

  it('and the counts of a variant never fall, one for each day of all', () => {
    for (const { exposures } of launched) {
      for (const { days, exposure_counts } of exposures.timeseries) {
        assert.equal(days.length, exposure_counts.length);
        assert.deepEqual(days, days.toSorted());
        assert.deepEqual(
          exposure_counts,
          exposure_counts.toSorted((a, b) => a - b),
        );
        assert.deepEqual(days, exposures.timeseries[0]?.days);
      }
    }
  });

  it('and there is nobody but the variants of the flag and those who saw several', () => {
    for (const { experiment, exposures } of launched) {
      const keys = experiment.feature_flag.filters.multivariate?.variants.map(({ key }) => key) ?? [];
      const excluded = experiment.excluded_variants ?? [];
      for (const key of Object.keys(exposures.total_exposures)) {
        assert.ok(
          key === '$multiple' || (keys.includes(key) && !excluded.includes(key)),
          `${experiment.name}: ${key}`,
        );
      }
    }
  });

  it('and those who saw several variants come last', () => {
    const mixed = launched.filter(({ exposures }) => '$multiple' in exposures.total_exposures);
    assert.ok(mixed.length > 0, 'nobody has seen several variants');
    for (const { exposures } of mixed) assert.equal(exposures.timeseries.at(-1)?.variant, '$multiple');
  });

  it('and every user of a result has been exposed, and the other way round', async () => {
    let compared = 0;
    for (const { experiment, exposures } of launched) {
      const metric = experiment.metrics.find(({ metric_type }) => ['mean', 'funnel'].includes(metric_type));
      if (!metric || experiment.only_count_matured_users === true) continue;
      const answer = await askResult(server.client, experiment, metric);
      // Some metrics cannot be computed.
      if (answer.status === 400) continue;
      const samples = samplesByKey(answer.body);
      // Those who are running go on while we ask.
      const hasEnded = experiment.status === 'stopped';
      const later = hasEnded ? exposures : await askExposures(server.client, experiment);
      for (const [key, count] of Object.entries(samples)) {
        const least = exposures.total_exposures[key] ?? 0;
        const most = later.total_exposures[key] ?? 0;
        assert.ok(
          least <= count && count <= most,
          `${experiment.name}, ${key}: ${least} <= ${count} <= ${most}`,
        );
      }
      compared += 1;
    }
    assert.ok(compared > 5);
  });

  it('and the last day of the history of one that has ended is its result', async () => {
    let compared = 0;
    for (const { experiment } of launched.filter(({ experiment: { status } }) => status === 'stopped')) {
      for (const metric of experiment.metrics) {
        const { uuid, fingerprint } = metric;
        if (uuid === undefined || fingerprint === undefined) continue;
        const path = `experiments/${experiment.id}/timeseries_results/`;
        const series = await ok(server.client.get<Timeseries>(path, { metric_uuid: uuid, fingerprint }));
        const last = series.timeseries[Object.keys(series.timeseries).toSorted().at(-1) ?? ''];
        if (!last) continue;
        const { status, body } = await askResult(server.client, experiment, metric);
        assert.equal(status, 200);
        assert.deepEqual(samplesByKey(body), samplesByKey(last));
        compared += 1;
      }
    }
    assert.ok(compared > 0, 'no ended experiment has a complete history');
  });

  it('and computes the check of the split itself', () => {
    let compared = 0;
    for (const { experiment, exposures } of launched) {
      const mismatch = exposures.sample_ratio_mismatch;
      if (!mismatch) continue;
      const shares = experiment.feature_flag.filters.multivariate?.variants ?? [];
      const counted = shares.filter(
        ({ key, rollout_percentage }) =>
          rollout_percentage > 0 && !experiment.excluded_variants?.includes(key),
      );
      const total = counted.reduce((sum, { key }) => sum + (exposures.total_exposures[key] ?? 0), 0);
      const whole = counted.reduce((sum, { rollout_percentage }) => sum + rollout_percentage, 0);
      assert.ok(total >= 100, 'fewer than 100 users are no check');
      let statistic = 0;
      for (const { key, rollout_percentage } of counted) {
        const expected = (rollout_percentage / whole) * total;
        assert.ok(Math.abs((mismatch.expected[key] ?? 0) - expected) < 0.01, experiment.name);
        statistic += ((exposures.total_exposures[key] ?? 0) - expected) ** 2 / expected;
      }
      const expectedP = upperTail(statistic, counted.length - 1);
      assert.ok(
        Math.abs(mismatch.p_value - expectedP) < 1e-6,
        `${experiment.name}: ${mismatch.p_value}, not ${expectedP}`,
      );
      compared += 1;
    }
    assert.ok(compared > 0, 'no experiment has a check of the split');
  });
});
