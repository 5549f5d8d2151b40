import assert from 'node:assert/strict';
import { ok } from './client';
import { createExperiment, meanMetric, retrieve } from './make';
import { assertRefused } from './refusal';
import { useServer } from './useServer';
import type { Flag, Metric } from './wire';

interface SharedMetric {
  readonly id: number;
  readonly name: string;
  readonly query: Metric;
}

interface Holdout {
  readonly id: number;
  readonly filters: readonly { readonly rollout_percentage: number; readonly variant: string }[];
}

describe('a stranger keeps shared metrics', () => {
  const server = useServer();
  const path = 'experiment_saved_metrics/';
  const create = (body: object) => server.client.post<SharedMetric>(path, body);

  it('making one without a uuid: it gets one', async () => {
    const { uuid: _, ...query } = meanMetric();
    const made = await ok(create({ name: 'Without a uuid', query }), 201);
    assert.equal(typeof made.query.uuid, 'string');
    assert.deepEqual(await ok(server.client.get(`${path}${made.id}/`)), made);
  });

  it('but not two of one name, whatever the case', async () => {
    await ok(create({ name: 'Signups of a day', query: meanMetric() }), 201);
    assertRefused(await create({ name: 'SIGNUPS of a day', query: meanMetric() }), {
      detail: 'A shared metric with this name already exists.',
    });
  });

  it('renaming one', async () => {
    const { id } = await ok(create({ name: 'Before', query: meanMetric() }), 201);
    assert.equal(
      (await ok(server.client.patch<SharedMetric>(`${path}${id}/`, { name: 'After' }))).name,
      'After',
    );
  });

  it('deleting one, with DELETE: its links go, too', async () => {
    const shared = await ok(create({ name: 'To be deleted', query: meanMetric() }), 201);
    const { id } = await createExperiment(server.client, {
      saved_metrics_ids: [{ id: shared.id, metadata: { type: 'primary' } }],
    });
    assert.equal((await retrieve(server.client, id)).saved_metrics.length, 1);
    assert.equal((await server.client.send('DELETE', `${path}${shared.id}/`)).status, 204);
    assertRefused(await server.client.get(`${path}${shared.id}/`), { status: 404 });
    assert.deepEqual((await retrieve(server.client, id)).saved_metrics, []);
  });
});

describe('a stranger keeps holdouts', () => {
  const server = useServer();
  const path = 'experiment_holdouts/';
  const share = (rollout_percentage?: number) => [{ properties: [], rollout_percentage, variant: 'holdout' }];
  const create = (body: object) => server.client.post<Holdout>(path, body);

  it('making one: its variant is named after it', async () => {
    const { id, filters } = await ok(create({ name: 'Ten percent', filters: share(10) }), 201);
    assert.deepEqual(
      filters.map(({ variant, rollout_percentage }) => [variant, rollout_percentage]),
      [[`holdout-${id}`, 10]],
    );
  });

  for (const [what, filters, detail] of [
    ['filters', [], 'Filters must not be empty.'],
    ['a share', share(), 'Rollout percentage must be present.'],
    ['a share of at most all', share(101), 'Rollout percentage must be between 0 and 100.'],
  ] as const) {
    it(`but not without ${what}`, async () => {
      assertRefused(await create({ name: 'Refused', filters }), { detail });
    });
  }

  it('deleting one: experiments and their flags are without it', async () => {
    const holdout = await ok(create({ name: 'To be deleted', filters: share(5) }), 201);
    const { id, feature_flag } = await createExperiment(server.client, { holdout_id: holdout.id });
    const flag = () => ok(server.client.get<Flag>(`feature_flags/${feature_flag.id}/`));
    assert.deepEqual((await flag()).filters.holdout, { id: holdout.id, exclusion_percentage: 5 });
    assert.equal((await server.client.send('DELETE', `${path}${holdout.id}/`)).status, 204);
    assert.equal((await retrieve(server.client, id)).holdout, null);
    assert.equal((await flag()).filters.holdout ?? null, null);
  });
});
