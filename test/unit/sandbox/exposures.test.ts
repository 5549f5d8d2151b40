import assert from 'node:assert/strict';
import { chiSquaredTail } from '../../../src/core/statistics/chiSquared';
import { sandboxProjectIds } from '../../../src/sandbox/keys';
import { exposureQuery, openMeasured } from './resultsClient';
import { metricsIn } from './sandboxClient';

const codes = (findings: readonly { readonly code: string }[] | undefined) =>
  findings?.map((finding) => finding.code);

describe('sandbox: exposures', function () {
  this.timeout(20_000);

  it('are cumulative, by variant in the order of the flag, with every day up to now', async () => {
    const { find, exposuresOf } = openMeasured();
    const answer = await exposuresOf(await find('homepage-hero'));
    assert.deepEqual(
      answer.timeseries.map((series) => series.variant),
      ['control', 'photo', 'film', 'search'],
    );
    for (const { variant, days, exposure_counts: counts } of answer.timeseries) {
      assert.deepEqual([days.length, days[0], days.at(-1)], [19, '2026-11-02', '2026-11-20']);
      assert.deepEqual(
        counts,
        counts.toSorted((a, b) => a - b),
      );
      assert.equal(answer.total_exposures[variant], counts.at(-1));
    }
    assert.deepEqual(answer['date_range'], {
      date_from: '2026-11-02T09:30:00+00:00',
      date_to: null,
      explicitDate: true,
    });
    assert.deepEqual(answer.health_findings, []);
    assert.deepEqual(Object.keys(answer.sample_ratio_mismatch?.expected ?? {}).length, 4);
  });

  it('agree with the samples of every metric, in every experiment, every day', async () => {
    const { world, find, exposuresOf, resultOf, seriesOf } = openMeasured();
    const rows = world.projects.get(sandboxProjectIds.shop)?.experiments ?? [];
    let compared = 0;
    for (const row of rows) {
      if (row.start_date === null || row.only_count_matured_users || row.reality.failures.size > 0) continue;
      const experiment = await find(row.flag.key);
      if (experiment.id !== row.id || experiment.is_legacy || row.flag.variants.length === 0) continue;
      const { timeseries, total_exposures: totals } = await exposuresOf(experiment);
      for (const metric of metricsIn(experiment).filter(({ uuid }) => uuid !== '')) {
        const now = await resultOf(experiment, metric);
        for (const arm of [now.baseline, ...now.variant_results]) {
          assert.equal(arm.number_of_samples, totals[arm.key], `${row.name} now`);
        }
        const series = await seriesOf(row.id, metric);
        for (const [day, result] of Object.entries(series.timeseries)) {
          for (const arm of result ? [result.baseline, ...result.variant_results] : []) {
            const { days, exposure_counts: counts } =
              timeseries.find((candidate) => candidate.variant === arm.key) ?? assert.fail(arm.key);
            assert.equal(arm.number_of_samples, counts[days.indexOf(day)], `${row.name} ${day}`);
            compared++;
          }
        }
      }
    }
    assert.ok(compared > 15_000, String(compared));
  });

  it('tell a split that is not the configured one', async () => {
    const { find, exposuresOf } = openMeasured();
    const answer = await exposuresOf(await find('account-menu'));
    const { control = 0, test = 0 } = answer.total_exposures;
    const half = (control + test) / 2;
    const distance = ((control - half) ** 2 + (test - half) ** 2) / half;
    const mismatch = answer.sample_ratio_mismatch;
    assert.ok(mismatch && mismatch.p_value < 0.001);
    assert.equal(mismatch.p_value, chiSquaredTail(distance, 1));
    assert.deepEqual(mismatch.expected, { control: half, test: half });
    assert.deepEqual(codes(answer.health_findings), ['srm']);
  });

  it('tell people of several variants where an uneven split makes them a risk', async () => {
    const { find, exposuresOf } = openMeasured();
    const answer = await exposuresOf(await find('gift-finder'));
    const { $multiple: multiple = 0, control = 0, test = 0 } = answer.total_exposures;
    assert.equal(answer.timeseries.at(-1)?.variant, '$multiple');
    const percentage = (100 * multiple) / (multiple + control + test);
    assert.ok(percentage > 1 && percentage < 4);
    assert.equal(answer.bias_risk?.multiple_variant_percentage, percentage);
    assert.deepEqual(codes(answer.health_findings), ['bias_risk_multiple_excluded']);
    assert.ok((answer.sample_ratio_mismatch?.p_value ?? 0) > 0.001);
    const first = await exposuresOf(await find('search-first-home'));
    assert.deepEqual(Object.keys(first.total_exposures), ['catalogue', 'search']);
    assert.equal(first.bias_risk, null);
  });

  it('say when nobody came, after a day', async () => {
    const { find, exposuresOf } = openMeasured();
    const nobody = await exposuresOf(await find('barcode-scanner'));
    assert.deepEqual(nobody.total_exposures, { control: 0, test: 0 });
    assert.deepEqual(nobody.timeseries[0]?.exposure_counts, [0, 0, 0]);
    assert.deepEqual(codes(nobody.health_findings), ['zero_exposures']);
    assert.equal(nobody.sample_ratio_mismatch, null);
    const fresh = await exposuresOf(await find('search-suggestions'));
    assert.deepEqual(codes(fresh.health_findings), []);
    const few = await exposuresOf(await find('night-colours'));
    for (const count of Object.values(few.total_exposures)) assert.ok(count > 0 && count < 50);
    assert.equal(few.sample_ratio_mismatch, null);
    const draft = await exposuresOf(await find('gift-wrapping-option'));
    assert.deepEqual([draft.timeseries, draft.total_exposures], [[], {}]);
  });

  it('stop where a story says so', async () => {
    const { find, exposuresOf } = openMeasured();
    const stopsAfter = async (flagKey: string) => {
      const [series] = (await exposuresOf(await find(flagKey))).timeseries;
      const counts = series?.exposure_counts ?? [];
      return counts.filter((count) => count === counts.at(-1)).length;
    };
    assert.equal(await stopsAfter('referral-code'), 6);
    assert.equal(await stopsAfter('recently-viewed-strip'), 4);
    assert.equal(await stopsAfter('wishlist-reminder'), 6);
    const voice = await exposuresOf(await find('voice-search'));
    assert.ok((voice.total_exposures['control'] ?? 0) > 50);
    assert.equal(voice.total_exposures['test'], 0);
  });

  it('leave out excluded variants, and keep the shares of the past when one is shipped', async () => {
    const { find, exposuresOf, got } = openMeasured();
    const excluded = await exposuresOf(await find('product-zoom'));
    assert.deepEqual(Object.keys(excluded.total_exposures), ['control', 'tap', 'always']);
    assert.ok((excluded.sample_ratio_mismatch?.p_value ?? 0) > 0.001);
    const shipped = await exposuresOf(await find('delivery-slots'));
    assert.ok((shipped.total_exposures['control'] ?? 0) > 5000);
    assert.equal(shipped.sample_ratio_mismatch, null);

    const { id } = await find('homepage-hero');
    const before = await exposuresOf(await find('homepage-hero'));
    const variants = ['control', 'photo', 'film', 'search'].map((key) => ({
      key,
      rollout_percentage: key === 'search' ? 100 : 0,
    }));
    await got(200, 'PATCH', `experiments/${id}/`, {
      parameters: { feature_flag_variants: variants },
      update_feature_flag_params: true,
    });
    const after = await exposuresOf(await find('homepage-hero'));
    assert.deepEqual(after.total_exposures, before.total_exposures);
  });

  it('of an older server come without findings', async () => {
    const { find, exposuresOf } = openMeasured({ era: 'D' });
    const answer = await exposuresOf(await find('account-menu'));
    assert.equal(answer.health_findings, undefined);
    assert.ok((answer.sample_ratio_mismatch?.p_value ?? 1) < 0.001);

    const oldest = openMeasured({ era: 'B' });
    const query = exposureQuery(await oldest.find('account-menu'));
    const body = (await oldest.got(200, 'POST', 'query/', { query })) as object;
    assert.ok('total_exposures' in body && !('sample_ratio_mismatch' in body) && !('bias_risk' in body));
  });
});
