import assert from 'node:assert/strict';
import * as v from 'valibot';
import { eraNames } from '../../../src/sandbox/era';
import { invalidBody } from './invalidBody';
import { openSandbox } from './sandboxClient';

const flags = '/api/projects/7100/feature_flags/';
const flag = v.looseObject({
  id: v.number(),
  key: v.string(),
  name: v.string(),
  active: v.boolean(),
  deleted: v.boolean(),
  version: v.number(),
  tags: v.array(v.string()),
  experiment_set: v.array(v.number()),
  created_by: v.looseObject({ id: v.number() }),
  created_at: v.string(),
  evaluation_runtime: v.nullable(v.string()),
  is_remote_configuration: v.boolean(),
  status: v.picklist(['ACTIVE', 'INACTIVE', 'STALE', 'DELETED']),
  filters: v.looseObject({
    groups: v.array(v.looseObject({ rollout_percentage: v.nullable(v.number()) })),
    multivariate: v.nullable(v.object({ variants: v.array(v.looseObject({ key: v.string() })) })),
  }),
});
type Flag = v.InferOutput<typeof flag>;
const page = v.object({
  count: v.number(),
  next: v.nullable(v.string()),
  previous: v.nullable(v.string()),
  results: v.array(flag),
});
const eligible = v.strictObject({ count: v.number(), results: v.array(flag) });

function open(options: Parameters<typeof openSandbox>[0] = {}) {
  const sandbox = openSandbox(options);
  const list = async (query = '?limit=500') => v.parse(page, (await sandbox.ask('GET', flags + query)).body);
  const byKey = async (key: string): Promise<Flag> => {
    const found = (await list(`?search=${key}&limit=500`)).results.find((one) => one.key === key);
    assert.ok(found, key);
    return found;
  };
  const patch = (id: number, body: object) => sandbox.ask('PATCH', `${flags}${id}/`, body);
  const choose = async (query = '') =>
    v.parse(eligible, (await sandbox.ask('GET', `eligible_feature_flags/${query}`)).body);
  return { ...sandbox, list, byKey, patch, choose };
}

describe('sandbox: feature flags', () => {
  it('are those of experiments and others, the newest first, page by page', async () => {
    const { list } = open();
    const all = await list();
    assert.equal(all.count, all.results.length);
    assert.ok(all.results.some((one) => one.experiment_set.length === 2));
    assert.ok(all.results.some((one) => one.experiment_set.length === 0));
    const times = all.results.map((one) => Date.parse(one.created_at));
    assert.deepEqual(
      times,
      times.toSorted((a, b) => b - a),
    );
    const second = await list('?limit=10&offset=10');
    assert.deepEqual(
      second.results.map((one) => one.id),
      all.results.slice(10, 20).map((one) => one.id),
    );
    assert.equal(second.next, `http://sandbox.invalid${flags}?limit=10&offset=20`);
  });

  it('are filtered by each parameter, alone as a whole list is', async () => {
    const { list } = open();
    const all = (await list()).results;
    const expected: readonly (readonly [string, (one: Flag) => boolean])[] = [
      ['search=CHECKOUT', (one) => /checkout/i.test(one.key + one.name)],
      ['active=true', (one) => one.active],
      ['active=false', (one) => !one.active],
      ['active=STALE', (one) => one.status === 'STALE'],
      ['type=boolean', (one) => !one.filters.multivariate && !one.is_remote_configuration],
      ['type=multivariant', (one) => one.filters.multivariate !== null],
      ['type=experiment', (one) => one.experiment_set.length > 0],
      ['type=remote_config', (one) => one.is_remote_configuration],
      ['type=nonsense', () => true],
      ['created_by_id=6', (one) => one.created_by.id === 6],
      ['evaluation_runtime=client', (one) => one.evaluation_runtime === 'client'],
    ];
    for (const [query, fits] of expected) {
      const keys = (await list(`?limit=500&${query}`)).results.map((one) => one.key);
      assert.deepEqual(
        keys,
        all.filter(fits).map((one) => one.key),
        query,
      );
      assert.ok(keys.length > 0, query);
    }
    const [tagged] = all.filter((one) => one.tags.length > 0);
    const [tag = ''] = tagged?.tags ?? [];
    const byTag = await list(`?limit=500&tags=${encodeURIComponent(JSON.stringify([tag]))}`);
    assert.deepEqual(
      byTag.results.map((one) => one.key),
      all.filter((one) => one.tags.includes(tag)).map((one) => one.key),
    );
  });

  it('are ordered as asked; what is no order is the usual one', async () => {
    const { list } = open();
    const keys = async (query: string) => (await list(`?limit=500${query}`)).results.map((one) => one.key);
    const byKey = await keys('&order=key');
    assert.deepEqual(byKey, byKey.toSorted());
    assert.deepEqual(await keys('&order=-key'), byKey.toReversed());
    assert.deepEqual(await keys('&order=constructor'), await keys(''));
  });

  it('are told one by one', async () => {
    const { ask, byKey } = open();
    const wanted = await byKey('homepage-hero');
    assert.deepEqual((await ask('GET', `${flags}${wanted.id}/`)).body, wanted);
    assert.equal((await ask('GET', `${flags}1/`)).status, 404);
  });

  it('are switched, which pauses and resumes their experiments', async () => {
    const { byKey, patch, retrieve } = open();
    const { id, version, experiment_set: ids } = await byKey('homepage-hero');
    const off = v.parse(flag, (await patch(id, { active: false })).body);
    assert.deepEqual([off.active, off.status, off.version], [false, 'INACTIVE', version + 1]);
    const before = await retrieve(ids[0] ?? 0);
    assert.equal(before.status, 'paused');
    await patch(id, { active: true });
    assert.equal((await retrieve(ids[0] ?? 0)).status, 'running');
  });

  it('have their filters replaced as a whole, never merged', async () => {
    const { byKey, patch } = open();
    const { id, filters } = await byKey('homepage-hero');
    const groups = [
      { properties: [{ key: 'plan', type: 'person', operator: 'exact', value: 'pro' }], variant: 'film' },
    ];
    const changed = v.parse(flag, (await patch(id, { filters: { ...filters, groups } })).body);
    assert.deepEqual(changed.filters.groups, [
      { properties: groups[0]?.properties, rollout_percentage: null, variant: 'film' },
    ]);
    const bare = v.parse(flag, (await patch(id, { filters: { groups } })).body);
    assert.equal(bare.filters.multivariate, null);
  });

  it('refuse shares beside 100, and what is no boolean', async () => {
    const { byKey, patch } = open();
    const before = await byKey('homepage-hero');
    const variants = [
      { key: 'control', rollout_percentage: 50 },
      { key: 'test', rollout_percentage: 40 },
    ];
    assert.deepEqual(
      (await patch(before.id, { filters: { multivariate: { variants } } })).body,
      invalidBody('Invalid variant definitions: Variant rollout percentages must sum to 100.', 'filters'),
    );
    assert.deepEqual(
      (await patch(before.id, { active: 'off' })).body,
      invalidBody('Must be a valid boolean.', 'active'),
    );
    assert.deepEqual(await byKey('homepage-hero'), before);
  });

  it('wait for approval under a policy, unless nothing would change', async () => {
    const { byKey, patch } = open({ approvals: ['homepage-hero'] });
    const { id } = await byKey('homepage-hero');
    assert.equal((await patch(id, { active: false })).status, 409);
    assert.equal((await byKey('homepage-hero')).active, true);
    assert.equal((await patch(id, { active: true })).status, 200);
  });

  it('leave lists when deleted', async () => {
    const { ask, list, byKey, patch } = open();
    const { id } = await byKey('apple-pay');
    assert.equal((await patch(id, { deleted: true })).status, 200);
    assert.ok((await list()).results.every((one) => one.id !== id));
    assert.equal(v.parse(flag, (await ask('GET', `${flags}${id}/`)).body).status, 'DELETED');
  });
});

describe('sandbox: eligible flags', () => {
  it('have two variants or more, control first; used ones are among them', async () => {
    const { choose, list } = open();
    const fits = ({ filters }: Flag) => {
      const variants = filters.multivariate?.variants ?? [];
      return variants.length >= 2 && variants[0]?.key === 'control';
    };
    const { results, count } = await choose('?limit=100');
    assert.ok(results.every(fits) && results.some((one) => one.experiment_set.length > 0));
    const wanted = (await list()).results.filter(fits);
    assert.equal(count, wanted.length);
    assert.deepEqual(
      results.map((one) => one.id),
      wanted.slice(0, 100).map((one) => one.id),
    );
  });

  it('come by 20, by 100 at most, and not beyond the end', async () => {
    const { choose } = open({ experiments: 300 });
    assert.equal((await choose()).results.length, 20);
    const many = await choose('?limit=5000');
    assert.equal(many.results.length, 100);
    assert.ok(many.count > 200);
    assert.deepEqual((await choose(`?offset=${many.count}`)).results, []);
    assert.equal((await choose('?offset=-5&limit=1')).results.length, 1);
  });

  it('refuse a limit that is no number in a body of its own', async () => {
    const { ask } = open();
    const { status, body } = await ask('GET', 'eligible_feature_flags/?limit=many');
    assert.deepEqual([status, body], [400, { error: 'Invalid limit or offset' }]);
  });

  it('are filtered and ordered, an unknown order is refused since orders are checked', async () => {
    const { choose } = open();
    const all = (await choose('?limit=100')).results;
    for (const [query, fits] of [
      ['search=checkout', (one: Flag) => /checkout/i.test(one.key + one.name)],
      ['active=true', (one: Flag) => one.active],
      ['active=no', (one: Flag) => !one.active],
      ['created_by_id=5,7', (one: Flag) => [5, 7].includes(one.created_by.id)],
      ['evaluation_runtime=server', (one: Flag) => one.evaluation_runtime === 'server'],
      ['has_evaluation_contexts=false', () => true],
    ] as const) {
      const { count } = await choose(`?limit=100&${query}`);
      assert.equal(count, all.filter(fits).length, query);
    }
    assert.equal((await choose('?has_evaluation_contexts=yes')).count, 0);
    const keys = (await choose('?limit=100&order=key')).results.map((one) => one.key);
    assert.deepEqual(keys, keys.toSorted());
    for (const era of eraNames) {
      const { status, body } = await open({ era }).ask('GET', 'eligible_feature_flags/?order=id');
      assert.equal(status, era === 'B' ? 200 : 400, era);
      if (era !== 'B') assert.deepEqual(body, invalidBody("Invalid order field: 'id'"));
    }
  });
});
