import assert from 'node:assert/strict';
import { ok } from './client';
import { createExperiment, createRunning, meanMetric, retrieve, variants } from './make';
import { assertRefused } from './refusal';
import { useServer } from './useServer';
import type { ExperimentDetail, Flag, ReleaseCondition } from './wire';

describe('a stranger leads an experiment through its life', () => {
  const server = useServer();
  const act = (id: number, action: string, body?: unknown) =>
    server.client.post<ExperimentDetail>(`experiments/${id}/${action}/`, body);
  const refuses = async (id: number, action: string, detail: string, body?: unknown) =>
    assertRefused(await act(id, action, body), { detail });

  it('launching: it starts now, the flag goes on, the fingerprints change', async () => {
    const { id, metrics } = await createExperiment(server.client, { metrics: [meanMetric()] });
    const since = Date.now();
    const launched = await ok(act(id, 'launch'));
    assert.deepEqual([launched.status, launched.feature_flag.active], ['running', true]);
    assert.ok(Math.abs(Date.parse(launched.start_date ?? '') - since) < 60_000);
    assert.notEqual(launched.metrics[0]?.fingerprint, metrics[0]?.fingerprint);
    await refuses(id, 'launch', 'Experiment has already been launched.');
  });

  it('pausing and resuming: only the flag changes', async () => {
    const { id, end_date } = await createRunning(server.client);
    const paused = await ok(act(id, 'pause'));
    assert.deepEqual(
      [paused.status, paused.feature_flag.active, paused.end_date],
      ['paused', false, end_date],
    );
    await refuses(id, 'pause', 'Experiment is already paused.');
    const resumed = await ok(act(id, 'resume'));
    assert.deepEqual([resumed.status, resumed.feature_flag.active], ['running', true]);
    await refuses(id, 'resume', 'Experiment is not paused.');
  });

  it('switching the flag off elsewhere: the experiment is paused', async () => {
    const { id, feature_flag } = await createRunning(server.client);
    await ok(server.client.patch(`feature_flags/${feature_flag.id}/`, { active: false }));
    assert.equal((await retrieve(server.client, id)).status, 'paused');
  });

  it('ending with a conclusion: the flag stays on', async () => {
    const { id } = await createRunning(server.client);
    const ended = await ok(act(id, 'end', { conclusion: 'won', conclusion_comment: 'Clear' }));
    assert.equal(ended.status, 'stopped');
    assert.deepEqual([ended.conclusion, ended.conclusion_comment], ['won', 'Clear']);
    assert.equal(ended.feature_flag.active, true);
    await refuses(id, 'end', 'Experiment has already ended.');
  });

  it('ending without a conclusion clears the one it had', async () => {
    const { id } = await createRunning(server.client, { conclusion: 'lost', conclusion_comment: 'Early' });
    const ended = await ok(act(id, 'end', {}));
    assert.deepEqual([ended.conclusion, ended.conclusion_comment], [null, null]);
  });

  it('archiving only what has ended, and back', async () => {
    const { id } = await createRunning(server.client);
    await refuses(id, 'archive', 'Experiment must be ended before it can be archived.');
    await refuses(id, 'unarchive', 'Experiment is not archived.');
    await ok(act(id, 'end', {}));
    const archived = await ok(act(id, 'archive'));
    assert.deepEqual([archived.archived, archived.feature_flag.active], [true, true]);
    await refuses(id, 'archive', 'Experiment is already archived.');
    assert.equal((await ok(act(id, 'unarchive'))).archived, false);
  });

  it('archiving together with its flag, when it says so', async () => {
    const { id, feature_flag } = await createRunning(server.client);
    await ok(act(id, 'end', {}));
    await ok(act(id, 'archive', { disable_feature_flag: true }));
    assert.equal((await ok(server.client.get<Flag>(`feature_flags/${feature_flag.id}/`))).active, false);
  });

  it('resetting: a draft again, while the flag stays on', async () => {
    const { id } = await createRunning(server.client);
    await ok(act(id, 'end', { conclusion: 'inconclusive' }));
    const reset = await ok(act(id, 'reset'));
    assert.equal(reset.status, 'draft');
    assert.deepEqual(
      [reset.start_date, reset.end_date, reset.conclusion, reset.archived],
      [null, null, null, false],
    );
    assert.equal(reset.feature_flag.active, true);
    await refuses(id, 'reset', 'Experiment is already in draft state.');
  });

  it('a draft can neither end nor pause nor ship', async () => {
    const { id } = await createExperiment(server.client);
    const notYet = 'Experiment has not been launched yet.';
    await refuses(id, 'end', notYet, {});
    await refuses(id, 'pause', notYet);
    await refuses(id, 'resume', notYet);
    await refuses(id, 'ship_variant', notYet, { variant_key: 'test' });
  });

  it('an ended one can neither pause nor resume', async () => {
    const { id } = await createRunning(server.client);
    await ok(act(id, 'end', {}));
    await refuses(id, 'pause', 'Experiment has already ended.');
    await refuses(id, 'resume', 'Experiment has already ended.');
  });

  it('shipping a variant: all of the split, the same release conditions, and the end', async () => {
    const before = await createRunning(server.client, {
      parameters: { feature_flag_variants: variants(['control', 50], ['test', 50]), rollout_percentage: 30 },
    });
    const shipped = await ok(act(before.id, 'ship_variant', { variant_key: 'test', conclusion: 'won' }));
    assert.deepEqual([shipped.status, shipped.conclusion], ['stopped', 'won']);
    const { multivariate, groups } = shipped.feature_flag.filters;
    assert.deepEqual(
      multivariate?.variants.map(({ key, rollout_percentage }) => [key, rollout_percentage]),
      [
        ['control', 0],
        ['test', 100],
      ],
    );
    assert.equal(groups.length, before.feature_flag.filters.groups.length);
    assert.equal(groups[0]?.rollout_percentage, 30);
  });

  it('shipping a variant to everyone: a release condition for all', async () => {
    const { id } = await createRunning(server.client, { parameters: { rollout_percentage: 30 } });
    const { feature_flag } = await ok(
      act(id, 'ship_variant', { variant_key: 'test', release_to_everyone: true }),
    );
    const isForAll = ({ properties, rollout_percentage }: ReleaseCondition) =>
      properties.length === 0 && rollout_percentage === 100;
    assert.ok(feature_flag.filters.groups.some(isForAll));
  });

  it('shipping a variant the flag does not have', async () => {
    const { id } = await createRunning(server.client);
    await refuses(id, 'ship_variant', "Variant 'blue' not found on feature flag.", { variant_key: 'blue' });
    assert.equal((await retrieve(server.client, id)).status, 'running');
  });

  it('freezing the exposure of a running one, and back', async () => {
    const { id, can_freeze_exposure } = await createRunning(server.client);
    assert.equal(can_freeze_exposure, true);
    assert.equal((await ok(act(id, 'freeze_exposure'))).status, 'exposure_frozen');
    assert.equal((await act(id, 'freeze_exposure')).status, 400);
    assert.equal((await ok(act(id, 'unfreeze_exposure'))).status, 'running');
    assert.equal((await act(id, 'unfreeze_exposure')).status, 400);
  });

  it('a frozen one with its flag off counts as paused', async () => {
    const { id, feature_flag } = await createRunning(server.client);
    await ok(act(id, 'freeze_exposure'));
    await ok(server.client.patch(`feature_flags/${feature_flag.id}/`, { active: false }));
    assert.equal((await retrieve(server.client, id)).status, 'paused');
  });
});
