import assert from 'node:assert/strict';
import { openMeasured } from './resultsClient';
import { first, metricsIn, type VariantResult } from './sandboxClient';

/** Verdicts in the words of the field: by the server's flag and the side of the interval. */
function verdict({
  significant,
  credible_interval: credible,
  confidence_interval: confidence,
}: VariantResult) {
  const interval = credible ?? confidence;
  if (!interval) return 'none';
  const side = interval[0] + interval[1] > 0 ? 'above' : 'below';
  return significant ? `significantly ${side}` : side;
}

const morning = '2026-11-20T03:00:00Z';
const night = '2026-11-20T23:30:00Z';

/** What every metric says, last night and now. */
async function verdictsOf(flagKey: string, moment: string) {
  const { find, latest, resultOf } = openMeasured({ nowMs: Date.parse(moment) });
  const experiment = await find(flagKey);
  const run = await latest(experiment.id);
  const now: string[][] = [];
  for (const metric of metricsIn(experiment)) {
    if (run.results.some(({ metric_uuid: uuid, status }) => uuid === metric.uuid && status === 'failed'))
      continue;
    now.push((await resultOf(experiment, metric)).variant_results.map(verdict));
  }
  const nightly = run.results.flatMap(({ result }) => (result ? [result.variant_results.map(verdict)] : []));
  return { now, nightly, experiment };
}

const stable: readonly (readonly [flagKey: string, ...verdicts: readonly string[][]])[] = [
  ['stock-level-hint', ['significantly above']],
  ['sticky-basket', ['significantly above']],
  ['gift-card-design', ['below']],
  ['saved-addresses', ['significantly above'], ['significantly below']],
  ['express-returns', ['significantly above']],
  ['coupon-field-hidden', ['above']],
  ['shipping-cost-upfront', ['significantly above'], ['above']],
  ['bundle-offers', ['significantly above']],
  ['search-first-home', ['significantly below']],
  ['delivery-slots', ['significantly above']],
  ['one-click-returns', ['significantly above']],
  ['size-advice', ['significantly below']],
  ['revenue-forecast', ['above']],
  ['gift-finder', ['above']],
  ['help-centre-search', ['significantly below']],
];

describe('sandbox: phenomena', function () {
  this.timeout(20_000);

  for (const [flagKey, ...expected] of stable) {
    it(`${flagKey} says ${expected.join('; ')}, at night and now, early and late`, async () => {
      for (const moment of [morning, night]) {
        const { now, nightly } = await verdictsOf(flagKey, moment);
        assert.deepEqual(nightly.slice(0, expected.length), expected, `nightly, ${moment}`);
        assert.deepEqual(now.slice(0, expected.length), expected, `now, ${moment}`);
      }
    });
  }

  it('no difference: an interval that is narrow about zero', async () => {
    const { find, resultOf } = openMeasured();
    const experiment = await find('footer-links');
    const [test] = (await resultOf(experiment, first(experiment.metrics))).variant_results;
    const [low, high] = test?.credible_interval ?? assert.fail();
    assert.ok(low < 0 && high > 0 && high - low < 0.03);
  });

  it('planned size: reached by one, far off for another', async () => {
    const { find, exposuresOf } = openMeasured();
    const progress = async (flagKey: string) => {
      const experiment = await find(flagKey);
      const plan = experiment['running_time_calculation'] as { recommended_sample_size: number };
      const { control = 0, test = 0 } = (await exposuresOf(experiment)).total_exposures;
      return (control + test) / plan.recommended_sample_size;
    };
    assert.ok((await progress('stock-level-hint')) > 1);
    assert.ok((await progress('sticky-basket')) < 0.25);
  });

  it('sequential: not significant where the same data would be without it', async () => {
    const { find, resultOf, got } = openMeasured();
    const experiment = await find('coupon-field-hidden');
    const metric = first(experiment.metrics);
    const [sequential] = (await resultOf(experiment, metric)).variant_results;
    await got(200, 'PATCH', `experiments/${experiment.id}/`, { stats_config: { method: 'frequentist' } });
    const [plain] = (await resultOf(experiment, metric)).variant_results;
    assert.equal(plain?.sum, sequential?.sum);
    assert.deepEqual([sequential?.significant, plain?.significant], [false, true]);
    assert.ok((sequential?.p_value ?? 0) > 0.05 && (plain?.p_value ?? 1) < 0.05);
  });

  it('retention: worked out on demand, never by day', async () => {
    const { find, resultOf, seriesOf } = openMeasured();
    const experiment = await find('loyalty-points-start');
    const metric = first(experiment.metrics);
    const {
      baseline,
      variant_results: [test],
    } = await resultOf(experiment, metric);
    const denominator = baseline.denominator_sum ?? 0;
    assert.ok(baseline.sum < denominator && denominator < baseline.number_of_samples);
    assert.equal(baseline['denominator_sum_squares'], denominator);
    assert.equal(baseline['numerator_denominator_sum_product'], baseline.sum);
    assert.ok(test?.significant && (test.credible_interval?.[0] ?? 0) > 0);
    assert.equal((await seriesOf(experiment.id, metric)).status, 'pending');
  });

  it('absolute difference: the interval is in the unit of the metric', async () => {
    const { find, resultOf } = openMeasured();
    const experiment = await find('shipping-cost-upfront');
    const answer = await resultOf(experiment, first(experiment.metrics));
    const [test] = answer.variant_results;
    const [low, high] = test?.credible_interval ?? assert.fail();
    const rate = ({ sum, number_of_samples: n }: { sum: number; number_of_samples: number }) => sum / n;
    const difference = rate(test ?? assert.fail()) - rate(answer.baseline);
    assert.ok(Math.abs((low + high) / 2 - difference) < 1e-12 && difference < 0.03);
  });

  it('matured users: those of the last week do not count yet', async () => {
    const { find, exposuresOf, resultOf } = openMeasured();
    const experiment = await find('bundle-offers');
    const { timeseries } = await exposuresOf(experiment);
    const { baseline } = await resultOf(experiment, first(experiment.metrics));
    const counts = timeseries.find(({ variant }) => variant === 'control')?.exposure_counts ?? [];
    assert.ok(baseline.number_of_samples > (counts.at(-9) ?? Infinity));
    assert.ok(baseline.number_of_samples < (counts.at(-8) ?? 0));
  });

  it('failed nights: a series without a result but with a reason', async () => {
    const { find, seriesOf } = openMeasured();
    const experiment = await find('warehouse-orders');
    const series = await seriesOf(experiment.id, first(experiment.metrics));
    assert.deepEqual([series.status, series.computed_at], ['failed', null]);
    assert.equal(Object.keys(series.errors ?? {}).length, 9);
  });

  it('no baseline: a flag without variants cannot be computed', async () => {
    const { find, ask } = openMeasured();
    const experiment = await find('trust-badges');
    assert.deepEqual(experiment.feature_flag.filters.multivariate?.variants ?? [], []);
    const query = {
      kind: 'ExperimentQuery',
      experiment_id: experiment.id,
      metric: first(experiment.metrics),
    };
    const { status, body } = await ask('POST', 'query/', { query });
    assert.equal(status, 400);
    assert.match((body as { detail: string }).detail, /^Unable to calculate experiment results/);
  });

  it('hostile text in every field comes through as it is', async () => {
    const { find, resultOf } = openMeasured();
    const experiment = await find('regional-prices');
    const answer = await resultOf(experiment, first(experiment.metrics));
    assert.deepEqual(
      [answer.baseline.key, ...answer.variant_results.map(({ key }) => key)],
      ['control', 'test "quoted" <b>', 'toString'],
    );
    const text = JSON.stringify(experiment);
    for (const part of [
      '<img src=x',
      '](command:',
      '=HYPERLINK',
      '\u2067',
      '<b onmouseover',
      '<svg onload',
    ]) {
      assert.ok(text.includes(JSON.stringify(part).slice(1, -1)), part);
    }
  });
});
