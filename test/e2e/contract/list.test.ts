import assert from 'node:assert/strict';
import { allRows, ok, type Query } from './client';
import { createExperiment, createRunning, experimentBody, meanMetric } from './make';
import { assertRefused } from './refusal';
import { useServer } from './useServer';
import type { Experiment, Page } from './wire';

const statuses = ['draft', 'running', 'paused', 'stopped', 'exposure_frozen'];

describe('a stranger filters the list of experiments', () => {
  const server = useServer(['--era=F', '--experiments=60']);
  const list = (query?: Query) => allRows<Experiment>(server.client, 'experiments/', query);
  const ids = async (query?: Query) => new Set((await list(query)).map(({ id }) => id));

  for (const status of statuses) {
    it(`by the status ${status}`, async () => {
      const expected = (await list()).filter((row) => row.status === status);
      assert.ok(expected.length > 0, `no experiment is ${status}`);
      assert.deepEqual(await ids({ status }), new Set(expected.map(({ id }) => id)));
    });
  }

  it('by a status in capitals, too', async () => {
    assert.deepEqual(await ids({ status: 'RuNNing' }), await ids({ status: 'running' }));
  });

  it('by complete, which means stopped', async () => {
    assert.deepEqual(await ids({ status: 'complete' }), await ids({ status: 'stopped' }));
  });

  it('by a status nobody knows: all rows come back', async () => {
    assert.deepEqual(await ids({ status: 'finished' }), await ids());
    assert.deepEqual(await ids({ status: 'all' }), await ids());
  });

  it('by archived: either the archived ones or the others, never both', async () => {
    const { id } = await createRunning(server.client);
    await ok(server.client.patch(`experiments/${id}/`, { archived: true }));
    const archived = await list({ archived: 'true' });
    const others = await list();
    assert.ok(archived.some((row) => row.id === id));
    assert.ok(archived.every((row) => row.archived));
    assert.ok(others.every((row) => !row.archived));
    assert.deepEqual(await ids({ archived: 'false' }), await ids());
    assert.deepEqual(await ids({ archived: 'both' }), await ids());
  });

  it('by words of the name, in any case, and by nothing else', async () => {
    const { id } = await createExperiment(server.client, {
      name: 'The Quokka test',
      description: 'A marsupial',
      feature_flag_key: 'macropod',
    });
    assert.deepEqual(await ids({ search: 'qUOKKA' }), new Set([id]));
    assert.deepEqual(await ids({ search: 'marsupial' }), new Set());
    assert.deepEqual(await ids({ search: 'macropod' }), new Set());
  });

  it('by who made it: one id, several with commas, or a JSON list', async () => {
    const rows = await list();
    const makers = [...new Set(rows.flatMap(({ created_by }) => created_by?.id ?? []))];
    const [first, second] = makers;
    assert.ok(first !== undefined && second !== undefined, 'one person made them all');
    const madeBy = (...wanted: number[]) =>
      new Set(rows.flatMap(({ id, created_by: by }) => (by && wanted.includes(by.id) ? [id] : [])));
    assert.deepEqual(await ids({ created_by_id: first }), madeBy(first));
    assert.deepEqual(await ids({ created_by_id: `${first},${second}` }), madeBy(first, second));
    assert.deepEqual(await ids({ created_by_id: `[${first},${second}]` }), madeBy(first, second));
  });

  it('by the id of its flag', async () => {
    const { id, feature_flag } = await createExperiment(server.client);
    assert.deepEqual(await ids({ feature_flag_id: feature_flag.id }), new Set([id]));
    assertRefused(await server.client.get('experiments/', { feature_flag_id: 'checkout' }), {
      detail: 'feature_flag_id must be an integer',
    });
  });

  it('by an event its metrics use', async () => {
    const { id } = await createExperiment(server.client, { metrics: [meanMetric('wombat seen')] });
    assert.deepEqual(await ids({ event: 'wombat seen' }), new Set([id]));
    assert.deepEqual(await ids({ event: 'nobody sends this' }), new Set());
  });

  it('by tags it has and tags it must not have', async () => {
    const both = await createExperiment(server.client, { tags: ['contract', 'late'] });
    const one = await createExperiment(server.client, { tags: ['contract'] });
    assert.deepEqual(await ids({ tags: '["contract"]' }), new Set([both.id, one.id]));
    assert.deepEqual(await ids({ tags: '["contract"]', excluded_tags: '["late"]' }), new Set([one.id]));
  });

  it('and never meets a deleted one', async () => {
    const { id } = await createExperiment(server.client);
    await ok(server.client.patch(`experiments/${id}/`, { deleted: true }));
    assert.ok(!(await ids()).has(id));
    assert.ok(!(await ids({ archived: 'true' })).has(id));
  });
});

describe('a stranger orders the list of experiments', () => {
  const server = useServer(['--era=F', '--experiments=60']);
  const list = (query?: Query) => allRows<Experiment>(server.client, 'experiments/', query);

  it('newest first when it asks for nothing', async () => {
    const created = (await list()).map(({ created_at }) => Date.parse(created_at));
    assert.deepEqual(
      created,
      created.toSorted((a, b) => b - a),
    );
  });

  for (const field of ['created_at', 'updated_at', 'start_date', 'end_date'] as const) {
    it(`by ${field}, both ways`, async () => {
      for (const [order, sign] of [
        [field, 1],
        [`-${field}`, -1],
      ] as const) {
        const moments = (await list({ order })).flatMap((row) => {
          const date = row[field];
          return date === null ? [] : [Date.parse(date)];
        });
        assert.ok(moments.length > 5);
        assert.deepEqual(
          moments,
          moments.toSorted((a, b) => sign * (a - b)),
        );
      }
    });
  }

  it('by status: drafts, then running ones, then stopped ones', async () => {
    const ranks: Readonly<Record<string, number>> = { draft: 0, running: 1, stopped: 2 };
    const got = (await list({ order: 'status' })).flatMap(({ status = '' }) => ranks[status] ?? []);
    assert.deepEqual(
      got,
      got.toSorted((a, b) => a - b),
    );
    assert.equal(new Set(got).size, 3);
  });

  it('by name', async () => {
    for (const name of ['qq b', 'qq c', 'qq a']) {
      await ok(server.client.post('experiments/', experimentBody({ name })), 201);
    }
    const names = async (order: string) => (await list({ search: 'qq ', order })).map(({ name }) => name);
    assert.deepEqual(await names('name'), ['qq a', 'qq b', 'qq c']);
    assert.deepEqual(await names('-name'), ['qq c', 'qq b', 'qq a']);
  });

  for (const order of ['duration', '-duration', 'created_by', '-created_by']) {
    it(`by ${order}, without losing a row`, async () => {
      assert.equal((await list({ order })).length, (await list()).length);
    });
  }

  it('by a field that cannot be ordered by: refused with its name', async () => {
    assertRefused(await server.client.get<Page<Experiment>>('experiments/', { order: 'feature_flag' }), {
      detail: "Invalid order field: 'feature_flag'",
    });
    assertRefused(await server.client.get('experiments/', { order: '-feature_flag__key' }), {
      detail: /^Invalid order field: /,
    });
  });
});
