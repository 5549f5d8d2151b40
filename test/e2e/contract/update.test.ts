import assert from 'node:assert/strict';
import { ok } from './client';
import { assertHas } from './has';
import { createExperiment, createRunning, daysAgo, meanMetric, retrieve } from './make';
import { assertRefused, type ExpectedRefusal } from './refusal';
import { useServer } from './useServer';
import type { ExperimentDetail, Page } from './wire';

describe('a stranger changes an experiment', () => {
  const server = useServer();
  const change = (id: number, body: unknown) =>
    server.client.patch<ExperimentDetail>(`experiments/${id}/`, body);
  const refuses = async (id: number, body: unknown, expected: ExpectedRefusal) =>
    assertRefused(await change(id, body), expected);

  it('by the key it sends, and nothing else', async () => {
    const before = await createExperiment(server.client, {
      description: 'As it was',
      metrics: [meanMetric()],
    });
    const after = await ok(change(before.id, { name: 'Another name' }));
    assert.equal(after.name, 'Another name');
    const { name: _, updated_at: __, version: ___, ...rest } = before;
    assertHas(after, rest);
  });

  it('and reads the answer again with the next GET', async () => {
    const { id } = await createExperiment(server.client);
    assert.deepEqual(await ok(change(id, { description: 'Words' })), await retrieve(server.client, id));
  });

  it('but neither its type nor its flag key', async () => {
    const { id } = await createExperiment(server.client);
    await refuses(id, { type: 'web' }, { detail: "Can't update keys: type on Experiment" });
    await refuses(
      id,
      { feature_flag_key: 'another' },
      {
        detail: "Can't update keys: get_feature_flag_key on Experiment",
      },
    );
  });

  it('sending back the flag key it has', async () => {
    const { id, feature_flag_key } = await createExperiment(server.client);
    assert.equal((await ok(change(id, { feature_flag_key, name: 'Same flag' }))).name, 'Same flag');
  });

  it('without effect by keys that can only be read', async () => {
    const made = await createExperiment(server.client);
    const after = await ok(
      change(made.id, { id: 1, status: 'stopped', created_at: daysAgo(900), is_legacy: true }),
    );
    assert.equal(after.id, made.id);
    assert.equal(after.status, 'draft');
    assert.equal(after.created_at, made.created_at);
    assert.equal(after.is_legacy, false);
  });

  it('by a whole list of metrics: those it keeps keep their uuid', async () => {
    const [kept, dropped, added] = [meanMetric('signup'), meanMetric('login'), meanMetric('purchase')];
    const { id } = await createExperiment(server.client, { metrics: [kept, dropped] });
    const { metrics } = await ok(change(id, { metrics: [kept, added] }));
    assert.deepEqual(
      metrics.map(({ uuid }) => uuid),
      [kept.uuid, added.uuid],
    );
  });

  it('by its statistical method: all fingerprints change, by its name: none', async () => {
    const { id, metrics } = await createExperiment(server.client, { metrics: [meanMetric()] });
    const renamed = await ok(change(id, { name: 'Renamed' }));
    assert.deepEqual(renamed.metrics, metrics);
    const frequentist = await ok(change(id, { stats_config: { method: 'frequentist' } }));
    assert.notEqual(frequentist.metrics[0]?.fingerprint, metrics[0]?.fingerprint);
    assert.equal(frequentist.metrics[0]?.uuid, metrics[0]?.uuid);
  });

  it('by all of its links to shared metrics at once', async () => {
    const [shared] = (await ok(server.client.get<Page<{ readonly id: number }>>('experiment_saved_metrics/')))
      .results;
    assert.ok(shared);
    const { id } = await createExperiment(server.client, {
      saved_metrics_ids: [{ id: shared.id, metadata: { type: 'secondary' } }],
    });
    const { saved_metrics: links } = await retrieve(server.client, id);
    assert.deepEqual(
      links.map(({ saved_metric, metadata }) => [saved_metric, metadata.type]),
      [[shared.id, 'secondary']],
    );
    assert.match(links[0]?.query.fingerprint ?? '', /^[0-9a-f]{64}$/);
    assert.deepEqual((await ok(change(id, { saved_metrics_ids: [] }))).saved_metrics, []);
  });

  it('but not by global filters', async () => {
    const { id } = await createExperiment(server.client);
    await refuses(
      id,
      { filters: { properties: [{ key: 'plan', value: 'pro', type: 'event' }] } },
      {
        detail: 'Experiments do not support global filter properties',
      },
    );
  });

  it('with dates in one body only in their order', async () => {
    const { id } = await createRunning(server.client);
    await refuses(
      id,
      { start_date: daysAgo(1), end_date: daysAgo(2) },
      {
        detail: 'End date must be after start date',
      },
    );
    const early = await ok(change(id, { end_date: daysAgo(20) }));
    assert.equal(early.status, 'stopped');
  });

  it('by an end in the future: stopped at once; by no end: running again', async () => {
    const { id } = await createRunning(server.client);
    assert.equal((await ok(change(id, { end_date: daysAgo(-5) }))).status, 'stopped');
    assert.equal((await ok(change(id, { end_date: null }))).status, 'running');
  });

  it('by the end of a draft: it stays a draft', async () => {
    const { id } = await createExperiment(server.client);
    assert.equal((await ok(change(id, { end_date: daysAgo(1) }))).status, 'draft');
  });

  it('archiving one that runs, which PATCH does not mind', async () => {
    const { id } = await createRunning(server.client);
    assert.equal((await ok(change(id, { archived: true }))).archived, true);
  });

  it('deleting it: from then on it is not found, until deleted: false brings it back', async () => {
    const { id, name } = await createExperiment(server.client);
    await ok(change(id, { deleted: true }));
    assertRefused(await server.client.get(`experiments/${id}/`), { status: 404 });
    assertRefused(await change(id, { name: 'Gone' }), { status: 404 });
    assert.equal((await ok(change(id, { deleted: false }))).name, name);
    assert.equal((await retrieve(server.client, id)).name, name);
  });

  it('by a whole list of tags; an empty one clears, none keeps', async () => {
    const { id } = await createExperiment(server.client, { tags: ['one', 'two'] });
    assert.deepEqual((await ok(change(id, { tags: ['Three'] }))).tags, ['three']);
    assert.deepEqual((await ok(change(id, { name: 'Tagged' }))).tags, ['three']);
    assert.deepEqual((await ok(change(id, { tags: [] }))).tags, []);
  });

  it('with the checks that creating has', async () => {
    const { id } = await createExperiment(server.client);
    await refuses(id, { conclusion: 'fine' }, { attr: 'conclusion', code: 'invalid_choice' });
    await refuses(id, { metrics: {} }, { detail: 'Metrics must be a list' });
    await refuses(id, { holdout_id: 987_654 }, { attr: 'holdout_id', code: 'does_not_exist' });
    await refuses(
      id,
      { metrics: [meanMetric('nobody sends this')], allow_unknown_events: false },
      {
        detail: /^Event\(s\) 'nobody sends this' not found\./,
      },
    );
  });

  it('but does not bring it back when its flag has been deleted in the meantime', async () => {
    const { id, feature_flag } = await createExperiment(server.client);
    await ok(change(id, { deleted: true }));
    await ok(server.client.patch(`feature_flags/${feature_flag.id}/`, { deleted: true }));
    await refuses(
      id,
      { deleted: false },
      { detail: /^Cannot restore experiment: the linked feature flag has been deleted\. / },
    );
    assertRefused(await server.client.get(`experiments/${id}/`), { status: 404 });
  });
});
