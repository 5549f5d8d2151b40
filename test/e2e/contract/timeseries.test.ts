import assert from 'node:assert/strict';
import { ok } from './client';
import { createExperiment, createRunning, daysAgo } from './make';
import { assertRefused } from './refusal';
import { chartedMetrics, sampleExperiments, type Charted } from './samples';
import { useServer } from './useServer';
import type { MetricResult, StatsBase, Timeseries } from './wire';

const day = (iso: string) => new Date(iso).toISOString().slice(0, 10);

function daysBetween(start: string, end: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(day(start)); at <= Date.parse(day(end)); at += 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}

const resultsOf = ({ timeseries }: Timeseries): MetricResult[] =>
  Object.keys(timeseries)
    .toSorted()
    .flatMap((key) => timeseries[key] ?? []);

const armsOf = ({ baseline, variant_results }: MetricResult): StatsBase[] => [baseline, ...variant_results];

/** The documented derivation, from the days alone. `failed` also stands for failures without a message. */
function statusesThatFit({ timeseries, errors }: Timeseries): string[] {
  const days = Object.values(timeseries);
  const completed = days.filter((result) => result !== null).length;
  if (completed === days.length) return ['completed'];
  if (completed > 0) return ['partial'];
  return Object.keys(errors ?? {}).length > 0 ? ['failed'] : ['pending', 'failed'];
}

describe('a stranger reads the history of a metric', () => {
  const server = useServer();
  const charted: Charted[] = [];
  const answers: { readonly of: Charted; readonly series: Timeseries }[] = [];
  const read = (id: number, query: Readonly<Record<string, string>>) =>
    server.client.get<Timeseries>(`experiments/${id}/timeseries_results/`, query);

  before(async () => {
    charted.push(...chartedMetrics(await sampleExperiments(server.client)));
    for (const of of charted) {
      const { experiment, uuid, fingerprint } = of;
      answers.push({ of, series: await ok(read(experiment.id, { metric_uuid: uuid, fingerprint })) });
    }
  });

  it('only with both parameters', async () => {
    const { id } = await createRunning(server.client);
    assertRefused(await read(id, { fingerprint: 'f' }), {
      detail: 'metric_uuid query parameter is required',
      attr: null,
    });
    assertRefused(await read(id, { metric_uuid: 'm' }), {
      detail: 'fingerprint query parameter is required',
      attr: null,
    });
  });

  it('only of an experiment that has been launched', async () => {
    const { id } = await createExperiment(server.client);
    assertRefused(await read(id, { metric_uuid: 'm', fingerprint: 'f' }), {
      detail: 'Experiment has not been started yet',
      attr: null,
    });
  });

  it('and finds the keys of the docs, and the ids it asked for', () => {
    assert.ok(answers.length > 10);
    for (const { of, series } of answers) {
      assert.equal(series.experiment_id, of.experiment.id);
      assert.equal(series.metric_uuid, of.uuid);
      const { computed_at, recalculation_status, recalculation_created_at, errors } = series;
      assert.ok(errors === null || typeof errors === 'object');
      assert.deepEqual([recalculation_status, recalculation_created_at], [null, null]);
      for (const date of [
        series.created_at,
        series.updated_at,
        ...(computed_at === null ? [] : [computed_at]),
      ]) {
        assert.match(date, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?\+00:00$/);
      }
    }
  });

  it('with one key for every day from the start to the end, or to today', () => {
    for (const { of, series } of answers) {
      const { start_date, end_date } = of.experiment;
      const expected = daysBetween(start_date ?? '', end_date ?? daysAgo(0));
      assert.deepEqual(Object.keys(series.timeseries).toSorted(), expected, of.experiment.name);
    }
  });

  it('whose status follows from its days', () => {
    for (const { of, series } of answers) {
      const fitting = statusesThatFit(series);
      assert.ok(
        fitting.includes(series.status),
        `${of.experiment.name}: ${series.status}, not ${fitting.join('|')}`,
      );
    }
    const statuses = new Set(answers.map(({ series }) => series.status));
    for (const status of ['pending', 'partial', 'completed'])
      assert.ok(statuses.has(status), `none is ${status}`);
  });

  it('with reasons for failed days only, and no value on these', () => {
    const failed = answers.flatMap(({ series }) =>
      Object.entries(series.errors ?? {}).map(([date, reason]) => ({
        reason,
        value: series.timeseries[date],
      })),
    );
    assert.ok(failed.length > 0, 'no day has failed');
    for (const { reason, value } of failed) {
      assert.notEqual(reason, '');
      assert.equal(value, null);
    }
  });

  it('that never loses users or sums from one day to the next: each day is a total', () => {
    for (const { of, series } of answers) {
      for (const { key } of armsOf(resultsOf(series).at(-1) ?? { baseline: nobody, variant_results: [] })) {
        const arms = resultsOf(series).map((result) => armsOf(result).find((arm) => arm.key === key));
        const samples = arms.map((arm) => arm?.number_of_samples ?? 0);
        assert.deepEqual(
          samples,
          samples.toSorted((a, b) => a - b),
          `${of.experiment.name}, ${key}`,
        );
      }
    }
  });

  it('with one result for each variant that is neither the baseline nor left out', () => {
    for (const { of, series } of answers) {
      const keys = of.experiment.feature_flag.filters.multivariate?.variants.map(({ key }) => key) ?? [];
      const left = keys.filter((key) => of.experiment.excluded_variants?.includes(key) !== true);
      for (const result of resultsOf(series)) {
        const found = armsOf(result).map(({ key }) => key);
        assert.deepEqual(found.toSorted(), left.toSorted(), of.experiment.name);
      }
    }
  });

  it('whose variants speak of the statistical method of the experiment', () => {
    for (const { of, series } of answers) {
      const expected = of.experiment.stats_config?.method === 'frequentist' ? 'frequentist' : 'bayesian';
      for (const result of resultsOf(series)) {
        assert.ok(!('method' in result.baseline));
        for (const arm of result.variant_results) {
          assert.equal(arm.method, expected);
          const [low, high] = arm.credible_interval ?? arm.confidence_interval ?? [0, 0];
          assert.ok(low <= high);
          const probability = arm.chance_to_win ?? arm.p_value ?? 0;
          assert.ok(probability >= 0 && probability <= 1);
        }
      }
    }
  });

  it('without statistics where a check failed, and with a reason below 50 users', () => {
    let few = 0;
    for (const { series } of answers) {
      for (const { baseline, variant_results } of resultsOf(series)) {
        for (const arm of variant_results) {
          const failures = [...(baseline.validation_failures ?? []), ...(arm.validation_failures ?? [])];
          if (arm.number_of_samples < 50) {
            few += 1;
            assert.ok(arm.validation_failures?.includes('not-enough-exposures'));
          }
          if (failures.length === 0) continue;
          assert.equal(arm.significant ?? null, null);
          assert.equal(arm.credible_interval ?? arm.confidence_interval ?? null, null);
          assert.equal(arm.chance_to_win ?? arm.p_value ?? null, null);
        }
      }
    }
    assert.ok(few > 0, 'every day of every experiment has 50 users');
  });

  it('of a funnel: steps that narrow, the last of which is the sum', () => {
    const funnels = answers.filter(({ of }) => of.metric.metric_type === 'funnel');
    assert.ok(funnels.length > 0);
    for (const { of, series } of funnels) {
      for (const arm of resultsOf(series).flatMap(armsOf)) {
        const steps = arm.step_counts ?? [];
        assert.equal(steps.length, of.metric.series?.length);
        assert.equal(steps.at(-1), arm.sum);
        assert.deepEqual(
          steps,
          steps.toSorted((a, b) => b - a),
        );
        assert.ok((steps[0] ?? 0) <= arm.number_of_samples);
      }
    }
  });

  it('of a ratio: what is divided by is counted, too', () => {
    const ratios = answers.filter(({ of }) => of.metric.metric_type === 'ratio');
    assert.ok(ratios.length > 0);
    for (const arm of ratios.flatMap(({ series }) => resultsOf(series)).flatMap(armsOf)) {
      assert.equal(typeof arm.denominator_sum, 'number');
      assert.equal(typeof arm.denominator_sum_squares, 'number');
      assert.equal(typeof arm.numerator_denominator_sum_product, 'number');
    }
  });

  it('of a retention metric: none', () => {
    const retention = answers.filter(({ of }) => of.metric.metric_type === 'retention');
    assert.ok(retention.length > 0, 'no retention metric');
    for (const { series } of retention) {
      assert.equal(series.status, 'pending');
      assert.deepEqual(resultsOf(series), []);
    }
  });

  for (const [what, wrong] of [
    ['a metric nobody knows', { metric_uuid: '00000000-0000-4000-8000-000000000000' }],
    ['a fingerprint of before', { fingerprint: '0'.repeat(64) }],
  ] as const) {
    it(`of ${what}: no error, but pending and nothing on any day`, async () => {
      const [{ of, series } = assert.fail()] = answers.filter((answer) => answer.series.status === 'partial');
      const { experiment, uuid, fingerprint } = of;
      const empty = await ok(read(experiment.id, { metric_uuid: uuid, fingerprint, ...wrong }));
      assert.equal(empty.status, 'pending');
      assert.deepEqual(resultsOf(empty), []);
      assert.deepEqual(Object.keys(empty.timeseries).toSorted(), Object.keys(series.timeseries).toSorted());
      assert.equal(Date.parse(empty.created_at), Date.parse(experiment.created_at));
    });
  }
});

const nobody: StatsBase = { key: 'control', number_of_samples: 0, sum: 0, sum_squares: 0 };
