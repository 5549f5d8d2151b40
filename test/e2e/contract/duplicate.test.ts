import assert from 'node:assert/strict';
import { ok } from './client';
import { createExperiment, createRunning, meanMetric, retrieve, variants } from './make';
import { useServer } from './useServer';
import { assertRefused } from './refusal';
import type { Experiment, ExperimentDetail, Page } from './wire';

describe('a stranger duplicates an experiment', () => {
  const server = useServer();
  const duplicate = (id: number, body: unknown) =>
    server.client.post<ExperimentDetail>(`experiments/${id}/duplicate/`, body);

  it('with a new flag key: a new draft whose new flag has the variants of the first', async () => {
    const source = await createRunning(server.client, {
      description: 'Why we try it',
      parameters: { feature_flag_variants: variants(['control', 30], ['test', 70]) },
      conclusion: 'won',
      metrics: [meanMetric()],
    });
    const key = `${source.feature_flag_key}-again`;
    const copy = await ok(duplicate(source.id, { feature_flag_key: key, name: 'Once more' }), 201);
    assert.notEqual(copy.id, source.id);
    assert.equal(copy.name, 'Once more');
    assert.equal(copy.status, 'draft');
    assert.deepEqual(
      [copy.start_date, copy.end_date, copy.conclusion, copy.archived],
      [null, null, null, false],
    );
    assert.equal(copy.feature_flag_key, key);
    assert.notEqual(copy.feature_flag.id, source.feature_flag.id);
    assert.deepEqual(
      copy.feature_flag.filters.multivariate?.variants.map(({ rollout_percentage }) => rollout_percentage),
      [30, 70],
    );
    assert.deepEqual(copy, await retrieve(server.client, copy.id));
  });

  it('and every metric gets a uuid of its own', async () => {
    const source = await createExperiment(server.client, { metrics: [meanMetric(), meanMetric('login')] });
    const copy = await ok(duplicate(source.id, { feature_flag_key: `${source.feature_flag_key}-2` }), 201);
    assert.equal(copy.metrics.length, 2);
    const uuids = [...source.metrics, ...copy.metrics].map(({ uuid }) => uuid);
    assert.equal(new Set(uuids).size, 4);
  });

  it('and its links to shared metrics are kept', async () => {
    const [shared] = (await ok(server.client.get<Page<{ readonly id: number }>>('experiment_saved_metrics/')))
      .results;
    assert.ok(shared);
    const source = await createExperiment(server.client, {
      saved_metrics_ids: [{ id: shared.id, metadata: { type: 'primary' } }],
    });
    const copy = await ok(duplicate(source.id, { feature_flag_key: `${source.feature_flag_key}-2` }), 201);
    assert.deepEqual(
      copy.saved_metrics.map(({ saved_metric }) => saved_metric),
      [shared.id],
    );
  });

  it('without a name: (Copy), then (Copy) 1', async () => {
    const { id, name, feature_flag_key: key } = await createExperiment(server.client);
    const first = await ok(duplicate(id, { feature_flag_key: `${key}-1` }), 201);
    const second = await ok(duplicate(id, { feature_flag_key: `${key}-2` }), 201);
    assert.deepEqual([first.name, second.name], [`${name} (Copy)`, `${name} (Copy) 1`]);
  });

  it('without a flag key: both share one flag', async () => {
    const { id, feature_flag } = await createExperiment(server.client);
    const copy = await ok(duplicate(id, {}), 201);
    assert.equal(copy.feature_flag.id, feature_flag.id);
  });

  it('with the key of a flag that is there: linked, with its variants', async () => {
    const other = await createExperiment(server.client, {
      parameters: { feature_flag_variants: variants(['control', 5], ['test', 95]) },
    });
    const { id } = await createExperiment(server.client);
    const { feature_flag } = await ok(duplicate(id, { feature_flag_key: other.feature_flag_key }), 201);
    assert.equal(feature_flag.id, other.feature_flag.id);
    assert.deepEqual(feature_flag.filters.multivariate, other.feature_flag.filters.multivariate);
  });

  it('but not with a blank flag key, and then nothing is made', async () => {
    const { id } = await createExperiment(server.client);
    const count = async () =>
      (await ok(server.client.get<Page<Experiment>>('experiments/', { limit: 1 }))).count;
    const before = await count();
    assert.equal((await duplicate(id, { feature_flag_key: '' })).status, 400);
    assert.equal(await count(), before);
  });

  it('but not one of the old kind: a refusal of one key', async () => {
    const rows = await ok(server.client.get<Page<Experiment>>('experiments/'));
    const legacy = rows.results.find(({ is_legacy }) => is_legacy);
    assert.ok(legacy, 'no experiment with legacy metrics');
    const answer = await duplicate(legacy.id, { feature_flag_key: 'legacy-again' });
    assert.equal(answer.status, 400);
    assert.deepEqual(answer.body, {
      detail: 'Duplication is not supported for experiments using legacy metrics.',
    });
  });

  it('but not one that is not there', async () => {
    assertRefused(await duplicate(987_654_321, {}), { status: 404 });
  });
});
