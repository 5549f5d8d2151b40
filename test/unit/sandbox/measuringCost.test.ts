import assert from 'node:assert/strict';
import { openMeasured } from './resultsClient';
import { first, metricsIn, resultsIn } from './sandboxClient';

describe('sandbox: cost of measuring', function () {
  this.timeout(20_000);

  it('goes through the visitors of a year once per metric, and not again the same day', async () => {
    const { find, seriesOf, latest, world, passSeconds } = openMeasured();
    const experiment = await find('assortment-year');
    const metrics = metricsIn(experiment);
    assert.equal(metrics.length, 10);
    const before = world.sums.passes;
    for (const metric of metrics) {
      const results = resultsIn(await seriesOf(experiment.id, metric));
      assert.deepEqual([results.length, results[0]?.variant_results.length], [365, 3]);
    }
    assert.equal(world.sums.passes - before, 10);
    passSeconds(3600);
    await latest(experiment.id);
    for (const metric of metrics) await seriesOf(experiment.id, metric);
    assert.equal(world.sums.passes - before, 10);
  });

  it('does not count visitors for lists and details', async () => {
    const { find, got, world } = openMeasured({ experiments: 500 });
    await got(200, 'GET', 'experiments/?limit=500');
    await find('assortment-year');
    assert.equal(world.sums.passes, 0);
  });

  it('counts exposures once however often they are asked for', async () => {
    const { find, exposuresOf, world, passSeconds } = openMeasured();
    const experiment = await find('homepage-hero');
    for (let hour = 0; hour < 20; hour++) {
      await exposuresOf(experiment);
      passSeconds(3600);
    }
    assert.equal(world.sums.passes, 1);
    assert.ok(first(experiment.metrics).uuid);
  });
});
