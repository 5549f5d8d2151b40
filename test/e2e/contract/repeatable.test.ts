import assert from 'node:assert/strict';
import { allRows, ok } from './client';
import { establishedOf, metricsOf, sampleExperiments } from './samples';
import { useServer } from './useServer';
import type { Experiment, Timeseries } from './wire';

const flags = ['--era=F', '--seed=7', '--now=2026-03-20T12:00:00Z'];

describe('a stranger starts two servers with the same seed at the same moment', () => {
  const [one, two] = [useServer(flags), useServer(flags)];

  it('and reads the same experiments from both', async () => {
    const [here, there] = [one, two].map(({ client }) => allRows<Experiment>(client, 'experiments/'));
    assert.deepEqual(await here, await there);
  });

  it('and the same days, down to the last number', async () => {
    const established = establishedOf(
      await sampleExperiments(one.client),
      Date.parse('2026-03-20T12:00:00Z'),
    );
    const metric = metricsOf(established).find(({ uuid, fingerprint }) => uuid && fingerprint);
    const query = { metric_uuid: metric?.uuid ?? '', fingerprint: metric?.fingerprint ?? '' };
    const path = `experiments/${established.id}/timeseries_results/`;
    const [here, there] = [one, two].map(({ client }) => ok(client.get<Timeseries>(path, query)));
    const series = await here;
    assert.ok(Object.values(series?.timeseries ?? {}).some((result) => result !== null));
    assert.deepEqual(series, await there);
  });
});
