import assert from 'node:assert/strict';
import { shopStories } from '../../../src/sandbox/catalog/catalog';
import { first, metricsIn, openSandbox, resultsIn, type VariantResult } from './sandboxClient';

/** The newest result of an experiment's metric (0 = the first) against the baseline. */
async function newest(name: string, metric = 0, options = {}): Promise<readonly VariantResult[]> {
  const { named, seriesOf } = openSandbox(options);
  const experiment = await named(name);
  const series = await seriesOf(experiment.id, metricsIn(experiment)[metric] ?? first([]));
  const result = resultsIn(series).at(-1);
  assert.ok(result, `${name} has results`);
  assert.deepEqual(result.baseline.validation_failures, []);
  return result.variant_results;
}

function intervalOf(result: VariantResult): readonly [number, number] {
  const interval = result.credible_interval ?? result.confidence_interval;
  assert.ok(interval);
  return interval;
}

// The first minute of a month, the last second of a year, an ordinary afternoon; any seed.
const moments = ['2026-03-01T00:00:30Z', '2026-12-31T23:59:59Z', '2026-11-20T15:00:00Z'];
const settings = moments.map((moment, index) => ({ nowMs: Date.parse(moment), seed: `seed ${index}` }));

describe('sandbox: stories', () => {
  for (const options of settings) {
    const when = new Date(options.nowMs).toISOString();

    it(`won: significant, interval above zero (${when})`, async () => {
      const [test] = await newest('Checkout button colour', 0, options);
      assert.ok(test?.significant && intervalOf(test)[0] > 0.02);
      assert.ok((test.chance_to_win ?? 0) > 0.99);
      const [shared] = await newest('Checkout button colour', 2, options);
      assert.equal(shared?.significant, false);
    });

    it(`leading: better, not significant (${when})`, async () => {
      const [test] = await newest('New onboarding flow', 0, options);
      assert.ok(test);
      const [low, high] = intervalOf(test);
      assert.equal(test.significant, false);
      assert.ok(low < 0 && (low + high) / 2 > 0.05);
    });

    it(`lost: significant, interval below zero (${when})`, async () => {
      const [test] = await newest('Annual billing first on the pricing page', 0, options);
      assert.ok(test?.significant && intervalOf(test)[1] < 0);
    });

    it(`borderline: significant although the interval contains zero (${when})`, async () => {
      const [test] = await newest('Free delivery from 40 euros', 0, options);
      assert.equal(test?.significant, true);
      const [low, high] = intervalOf(test);
      assert.ok(low < 0 && high > 0);
      assert.ok((test.chance_to_win ?? 0) > 0.95 && (test.chance_to_win ?? 1) < 0.975);
    });
  }

  it('decrease goal: fewer is better, and won', async () => {
    const { named } = openSandbox();
    assert.equal(first((await named('Support chat bubble')).metrics)['goal'], 'decrease');
    const [test] = await newest('Support chat bubble');
    assert.ok(test?.significant && intervalOf(test)[1] < 0);
    // The raw number is the chance of more tickets.
    assert.ok((test.chance_to_win ?? 1) < 0.01);
  });

  it('four arms: one won, one lost, one neither', async () => {
    const results = await newest('Homepage hero');
    const verdicts = results.map((result) => [
      result.key,
      result.significant && Math.sign(intervalOf(result)[0] + intervalOf(result)[1]),
    ]);
    assert.deepEqual(verdicts, [
      ['photo', false],
      ['film', -1],
      ['search', 1],
    ]);
  });

  it('frequentist: p below alpha, and a secondary metric that is not significant', async () => {
    const [test] = await newest('One-page checkout');
    assert.equal(test?.method, 'frequentist');
    assert.ok(test.significant && (test.p_value ?? 1) < 0.05 && intervalOf(test)[0] > 0);
    assert.equal(test.chance_to_win, undefined);
    assert.equal(test.step_counts?.length, 3);
    const [revenue] = await newest('One-page checkout', 1);
    assert.equal(revenue?.significant, false);
  });

  it('ratio: a higher value of the average order', async () => {
    const [test] = await newest('Cross-sell in the basket');
    assert.ok(test?.significant && intervalOf(test)[0] > 0);
    const average = test.sum / (test.denominator_sum ?? 0);
    assert.ok(average > 40 && average < 70);
  });

  it('groups: few of them, leading', async () => {
    const { named } = openSandbox();
    const { feature_flag: flag } = await named('Shared workspaces for companies');
    assert.equal(flag.filters.aggregation_group_type_index, 0);
    const [test] = await newest('Shared workspaces for companies');
    assert.ok(test && test.number_of_samples < 400 && test.significant === false);
  });

  it('ended: won with the flag still on, inconclusive with it off', async () => {
    const { named } = openSandbox();
    const won = await named('Express payment on the product page');
    assert.deepEqual([won.status, won.conclusion, won.feature_flag.active], ['stopped', 'won', true]);
    const [test] = await newest('Express payment on the product page');
    assert.ok(test?.significant && intervalOf(test)[0] > 0);
    const open = await named('Product video starts by itself');
    assert.deepEqual(
      [open.status, open.conclusion, open.feature_flag.active],
      ['stopped', 'inconclusive', false],
    );
    const [neither] = await newest('Product video starts by itself');
    assert.equal(neither?.significant, false);
  });

  it('other states: archived, paused, frozen, draft, just started, legacy', async () => {
    const { named } = openSandbox();
    const archived = await named('Loyalty banner');
    assert.deepEqual([archived.archived, archived.status], [true, 'stopped']);
    assert.equal((await named('Recently viewed strip')).status, 'paused');
    assert.equal((await named('Wish list reminder')).status, 'exposure_frozen');
    const draft = await named('Gift wrapping option');
    assert.deepEqual([draft.status, draft.feature_flag.active], ['draft', false]);
    const fresh = await named('Search suggestions');
    assert.equal(fresh.start_date, '2026-11-20T12:00:00Z');
    assert.equal((await named('Guest checkout')).is_legacy, true);
  });

  it('hostile text arrives as it is', async () => {
    const { list } = openSandbox();
    const row = (await list()).results.find((candidate) => candidate.name.startsWith(']('));
    for (const part of ['](command:', '<img', '$&', '{{x}}', '\u202e', '🧪']) {
      assert.ok(row?.name.includes(part), part);
    }
  });

  it('have keys that flags may have, and slugs of their own', () => {
    for (const story of shopStories) assert.match(story.flagKey, /^[a-z][a-z0-9-]+$/);
    assert.equal(new Set(shopStories.map((story) => story.slug)).size, shopStories.length);
  });
});
