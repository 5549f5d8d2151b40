import assert from 'node:assert/strict';
import { allRows, ok, type Query } from './client';
import { createExperiment, createRunning, retrieve, variants } from './make';
import { useServer } from './useServer';
import type { Flag, ListedFlag } from './wire';

describe('a stranger reads and changes flags', () => {
  const server = useServer(['--era=F', '--experiments=40']);
  const list = (query?: Query) => allRows<ListedFlag>(server.client, 'feature_flags/', query);

  it('finding one by its key or words of its name, in any case', async () => {
    const { feature_flag: flag, name } = await createExperiment(server.client);
    assert.ok((await list({ search: flag.key.toUpperCase() })).some(({ id }) => id === flag.id));
    assert.ok((await list({ search: name })).some(({ id }) => id === flag.id));
    assert.deepEqual(await list({ search: 'nothing is called this' }), []);
  });

  it('only those that are on, or off', async () => {
    const all = await list();
    const on = await list({ active: 'true' });
    const off = await list({ active: 'false' });
    assert.ok(on.length > 0 && on.every(({ active }) => active));
    assert.ok(off.length > 0 && off.every(({ active }) => !active));
    assert.equal(on.length + off.length, all.length);
  });

  it('only those with several variants, or without', async () => {
    const hasVariants = ({ filters }: Flag) => (filters.multivariate?.variants.length ?? 0) > 0;
    const several = await list({ type: 'multivariant' });
    const plain = await list({ type: 'boolean' });
    assert.ok(several.length > 0 && several.every(hasVariants));
    assert.ok(plain.length > 0, 'no flag without variants');
    assert.ok(!plain.some(hasVariants));
  });

  it('only those of an experiment', async () => {
    const used = await list({ type: 'experiment' });
    const expected = (await list()).filter(({ experiment_set }) => experiment_set.length > 0);
    assert.deepEqual(new Set(used.map(({ id }) => id)), new Set(expected.map(({ id }) => id)));
  });

  it('only those one person made', async () => {
    const [flag] = await list();
    const maker = flag?.created_by?.id ?? 0;
    const made = await list({ created_by_id: maker });
    assert.ok(made.length > 0 && made.every(({ created_by }) => created_by?.id === maker));
  });

  it('never a deleted one', async () => {
    assert.ok(!(await list()).some(({ deleted }) => deleted));
  });

  it('with the experiments that use it, but not deleted ones', async () => {
    const { id, feature_flag } = await createExperiment(server.client);
    const sharing = await createExperiment(server.client, { feature_flag_key: feature_flag.key });
    const users = async () =>
      (await ok(server.client.get<ListedFlag>(`feature_flags/${feature_flag.id}/`))).experiment_set;
    assert.deepEqual(new Set(await users()), new Set([id, sharing.id]));
    await ok(server.client.patch(`experiments/${sharing.id}/`, { deleted: true }));
    assert.deepEqual(await users(), [id]);
  });

  it('switching it off and on: the experiment pauses, though nobody touched it', async () => {
    const { id, feature_flag, updated_at } = await createRunning(server.client);
    const path = `feature_flags/${feature_flag.id}/`;
    assert.equal((await ok(server.client.patch<Flag>(path, { active: false }))).active, false);
    const paused = await retrieve(server.client, id);
    assert.deepEqual(
      [paused.status, paused.feature_flag.active, paused.updated_at],
      ['paused', false, updated_at],
    );
    await ok(server.client.patch(path, { active: true }));
    assert.equal((await retrieve(server.client, id)).status, 'running');
  });

  it('replacing its filters as a whole: the experiment has the new split', async () => {
    const { id, feature_flag } = await createRunning(server.client);
    const filters = {
      ...feature_flag.filters,
      multivariate: { variants: variants(['control', 5], ['test', 95]) },
    };
    await ok(server.client.patch(`feature_flags/${feature_flag.id}/`, { filters }));
    const after = await retrieve(server.client, id);
    const { multivariate } = after.feature_flag.filters;
    for (const split of [multivariate?.variants, after.parameters.feature_flag_variants]) {
      assert.deepEqual(
        split?.map(({ rollout_percentage }) => rollout_percentage),
        [5, 95],
      );
    }
  });

  it('ending an experiment leaves its flag as it is', async () => {
    const { id, feature_flag } = await createRunning(server.client);
    await ok(server.client.post(`experiments/${id}/end/`, {}));
    const after = await ok(server.client.get<Flag>(`feature_flags/${feature_flag.id}/`));
    assert.equal(after.active, true);
    assert.deepEqual(after.filters.multivariate, feature_flag.filters.multivariate);
  });
});
