import assert from 'node:assert/strict';
import { allRows, ok, type Query } from './client';
import { createExperiment } from './make';
import { assertRefused } from './refusal';
import { useServer } from './useServer';
import type { Experiment, ListedFlag } from './wire';

interface Eligible {
  readonly results: readonly ListedFlag[];
  readonly count: number;
}

describe('a stranger lists the flags that an experiment can use', () => {
  const server = useServer(['--era=F', '--experiments=137']);
  const path = 'experiments/eligible_feature_flags/';
  const list = (query?: Query) => ok(server.client.get<Eligible>(path, query));

  it('in an envelope of two keys, 20 at a time', async () => {
    const page = await list();
    assert.deepEqual(Object.keys(page).toSorted(), ['count', 'results']);
    assert.equal(page.results.length, 20);
    assert.ok(page.count > 100);
  });

  it('100 at most, whatever it asks for', async () => {
    assert.equal((await list({ limit: 500 })).results.length, 100);
  });

  it('each once, going by the count', async () => {
    const { count } = await list();
    const flags: ListedFlag[] = [];
    while (flags.length < count) {
      const { results } = await list({ limit: 500, offset: flags.length });
      assert.ok(results.length > 0, 'the count promises more');
      flags.push(...results);
    }
    assert.equal(new Set(flags.map(({ id }) => id)).size, count);
  });

  it('with two variants at least, of which the first is control', async () => {
    for (const { key, filters } of (await list({ limit: 100 })).results) {
      const variants = filters.multivariate?.variants ?? [];
      assert.ok(variants.length >= 2, key);
      assert.equal(variants[0]?.key, 'control', key);
    }
  });

  it('also those that an experiment uses, with its id', async () => {
    const { id, feature_flag } = await createExperiment(server.client);
    const { results } = await list({ search: feature_flag.key });
    const flag = results.find(({ key }) => key === feature_flag.key);
    assert.deepEqual(flag?.experiment_set, [id]);
  });

  it('by words of their key or name', async () => {
    const [row] = await allRows<Experiment>(server.client, 'experiments/', { status: 'draft' });
    const key = row?.feature_flag_key ?? '';
    assert.ok((await list({ search: key.toUpperCase() })).results.some((flag) => flag.key === key));
    assert.equal((await list({ search: 'nothing is called this' })).count, 0);
  });

  it('only the active ones, or only the others', async () => {
    const { count } = await list();
    const on = await list({ active: 'true', limit: 100 });
    const off = await list({ active: 'false', limit: 100 });
    assert.ok(on.results.every(({ active }) => active));
    assert.ok(off.results.every(({ active }) => !active));
    assert.equal(on.count + off.count, count);
    assert.equal((await list({ active: 'perhaps' })).count, off.count);
  });

  it('newest first, or by key', async () => {
    const moments = (await list({ limit: 100 })).results.map(({ created_at }) => Date.parse(created_at));
    assert.deepEqual(
      moments,
      moments.toSorted((a, b) => b - a),
    );
    const up = (await list({ order: 'key', limit: 100 })).results.map(({ key }) => key);
    const { count } = await list();
    const down = await list({ order: '-key', limit: 100, offset: count - up.length });
    assert.deepEqual(down.results.map(({ key }) => key).toReversed(), up);
  });

  it('but not by anything else', async () => {
    assertRefused(await server.client.get(path, { order: 'updated_at' }), {
      detail: "Invalid order field: 'updated_at'",
    });
  });

  for (const query of [{ limit: 'many' }, { offset: 'far' }]) {
    it(`but not with ${JSON.stringify(query)}: an error of one key`, async () => {
      const answer = await server.client.get(path, query);
      assert.equal(answer.status, 400);
      assert.deepEqual(answer.body, { error: 'Invalid limit or offset' });
    });
  }
});

describe('a stranger meets a server without the list of eligible flags', () => {
  const server = useServer(['--era=F', '--without=eligible_feature_flags']);

  it('as 404, while the list of flags has them', async () => {
    const answer = await server.client.get('experiments/eligible_feature_flags/');
    assert.equal(answer.status, 404);
    const flags = await allRows<ListedFlag>(server.client, 'feature_flags/', { type: 'multivariant' });
    assert.ok(flags.some(({ filters }) => filters.multivariate?.variants[0]?.key === 'control'));
  });
});
