import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { askResult, exposureQuery, type Started } from './ask';
import { ok, type Client } from './client';
import { assertRefused } from './refusal';
import { establishedOf, sampleExperiments } from './samples';
import { useServer } from './useServer';
import type { ExperimentDetail, ExposureResult, MetricResult } from './wire';

describe('a stranger asks for results with a query', () => {
  const server = useServer();
  let experiment: ExperimentDetail;
  const query = () => ({
    kind: 'ExperimentQuery',
    experiment_id: experiment.id,
    metric: experiment.metrics[0],
  });
  const start = (refresh: string) =>
    server.client.post<Started<MetricResult>>('query/', { query: query(), refresh });

  before(async () => {
    experiment = establishedOf(await sampleExperiments(server.client));
  });

  it('and may wait for the answer in one go', async () => {
    const answer = await ok(
      server.client.post<MetricResult>('query/', { query: query(), refresh: 'force_blocking' }),
    );
    assert.equal(typeof answer.baseline.number_of_samples, 'number');
    assert.ok(answer.variant_results.length > 0);
  });

  it('or start it: 202, then 202 or 200, and the results inside of the status', async () => {
    const { query_status: started } = await ok(start('force_async'), 202);
    assert.deepEqual([started.query_async, started.complete, started.error], [true, false, false]);
    let polled = await server.client.get<Started<MetricResult>>(`query/${started.id}/`);
    await server.client.advance(60_000);
    for (let tries = 0; polled.status === 202 && tries < 200; tries += 1) {
      assert.equal(polled.body.query_status.complete, false);
      await sleep(50);
      polled = await server.client.get(`query/${started.id}/`);
    }
    assert.equal(polled.status, 200);
    const { id, complete, error, results } = polled.body.query_status;
    assert.deepEqual([id, complete, error], [started.id, true, false]);
    assert.equal(typeof results?.baseline.number_of_samples, 'number');
  });

  it('or start one that cannot be computed: the poll is refused in words for a person', async () => {
    const failing = await findFailing(server.client);
    assert.ok(failing, 'every metric can be computed');
    const { query_status: started } = await ok(
      server.client.post<Started<MetricResult>>('query/', { query: failing, refresh: 'force_async' }),
      202,
    );
    await server.client.advance(60_000);
    const { query_status } = await ok(server.client.get<Started<MetricResult>>(`query/${started.id}/`), 400);
    assert.equal(query_status.error, true);
    assert.equal(typeof query_status.error_message, 'string');
  });

  it('or start it and cancel it', async () => {
    const { query_status } = await ok(start('force_async'), 202);
    const { status } = await server.client.send('DELETE', `query/${query_status.id}/`);
    assert.ok(status === 200 || status === 204, String(status));
  });

  it('below the environment, too', async () => {
    const path = `/api/environments/${server.client.projectId}/query/`;
    await ok(server.client.post(path, { query: query(), refresh: 'force_blocking' }));
  });

  it('and the second time finds the answer it had, with its age', async () => {
    await ok(server.client.post('query/', { query: query(), refresh: 'blocking' }));
    const again = await ok(
      server.client.post<{ readonly is_cached: boolean; readonly last_refresh: string }>('query/', {
        query: query(),
        refresh: 'blocking',
      }),
    );
    assert.equal(again.is_cached, true);
    assert.ok(Number.isFinite(Date.parse(again.last_refresh)), again.last_refresh);
  });

  it('but not of a query that is not there', async () => {
    assertRefused(await server.client.get('query/00000000000000000000000000000000/'), { status: 404 });
  });

  for (const [what, change, detail] of [
    ['no experiment', { experiment_id: null }, 'experiment_id is required'],
    [
      'an experiment that is not there',
      { experiment_id: 987_654_321 },
      'Experiment with id 987654321 not found',
    ],
  ] as const) {
    it(`but not with ${what}`, async () => {
      const body = { query: { ...query(), ...change }, refresh: 'force_blocking' };
      assertRefused(await server.client.post('query/', body), { detail });
    });
  }

  it('and asks for exposures with the id of the experiment and the key of its flag', async () => {
    const send = (change: object) =>
      server.client.post<ExposureResult>('query/', {
        query: { ...exposureQuery(experiment), ...change },
        refresh: 'force_blocking',
      });
    assert.ok((await ok(send({}))).timeseries.length > 0);
    assertRefused(await send({ experiment_id: null }), { detail: 'experiment_id is required' });
    assertRefused(await send({ feature_flag: {} }), { detail: 'feature_flag key is required' });
  });
});

/** A query that is asked for in good faith, the metric of which cannot be computed. */
async function findFailing(client: Client): Promise<object | undefined> {
  for (const experiment of await sampleExperiments(client)) {
    if (experiment.status !== 'running' || experiment.is_legacy === true) continue;
    for (const metric of experiment.metrics) {
      const { status } = await askResult(client, experiment, metric);
      if (status === 400) return { kind: 'ExperimentQuery', experiment_id: experiment.id, metric };
    }
  }
  return undefined;
}
