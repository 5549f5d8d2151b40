import assert from 'node:assert/strict';
import { ok } from './client';
import { createExperiment, createRunning, daysAgo, variants } from './make';
import { assertRefused, type ExpectedRefusal } from './refusal';
import { useServer } from './useServer';
import type { ExperimentDetail, Page } from './wire';

describe('a stranger changes an experiment and with it the flag', () => {
  const server = useServer();
  const change = (id: number, body: unknown) =>
    server.client.patch<ExperimentDetail>(`experiments/${id}/`, body);
  const refuses = async (id: number, body: unknown, expected: ExpectedRefusal) =>
    assertRefused(await change(id, body), expected);

  it('not any more by its variants or its holdout once it runs', async () => {
    const { id } = await createRunning(server.client);
    const three = variants(['control', 40], ['a', 30], ['b', 30]);
    await refuses(
      id,
      { parameters: { feature_flag_variants: three }, update_feature_flag_params: true },
      {
        detail: "Can't update feature_flag_variants on Experiment",
      },
    );
    const [holdout] = (await ok(server.client.get<Page<{ readonly id: number }>>('experiment_holdouts/')))
      .results;
    assert.ok(holdout);
    await refuses(id, { holdout_id: holdout.id }, { detail: "Can't update holdout on running Experiment" });
  });

  it('by its holdout while it is a draft', async () => {
    const { id } = await createExperiment(server.client);
    const [holdout] = (await ok(server.client.get<Page<{ readonly id: number }>>('experiment_holdouts/')))
      .results;
    assert.ok(holdout);
    assert.equal((await ok(change(id, { holdout_id: holdout.id }))).holdout?.id, holdout.id);
  });

  it('by the split of a draft: the flag follows', async () => {
    const { id } = await createExperiment(server.client);
    const feature_flag_variants = variants(['control', 10], ['test', 90]);
    const { feature_flag } = await ok(change(id, { parameters: { feature_flag_variants } }));
    assert.deepEqual(
      feature_flag.filters.multivariate?.variants.map(({ rollout_percentage }) => rollout_percentage),
      [10, 90],
    );
  });

  it('by the split of a running one only when it says that it means the flag', async () => {
    const { id } = await createRunning(server.client);
    const parameters = { feature_flag_variants: variants(['control', 10], ['test', 90]) };
    await refuses(
      id,
      { parameters },
      {
        attr: 'feature_flag',
        detail:
          'This experiment is running. To change its flag config, send update_feature_flag_params=true (or edit the feature flag directly).',
      },
    );
    const { feature_flag } = await ok(change(id, { parameters, update_feature_flag_params: true }));
    assert.equal(feature_flag.filters.multivariate?.variants[1]?.rollout_percentage, 90);
  });

  it('by parameters without variants: the split of the flag stays', async () => {
    const feature_flag_variants = variants(['control', 10], ['test', 90]);
    const { id } = await createExperiment(server.client, { parameters: { feature_flag_variants } });
    const { feature_flag } = await ok(change(id, { parameters: { variant_notes: { test: 'Green' } } }));
    assert.equal(feature_flag.filters.multivariate?.variants[1]?.rollout_percentage, 90);
  });

  it('sending back the parameters it read, with split_percent: nothing happens to a running one', async () => {
    const { id, parameters, feature_flag } = await createRunning(server.client);
    assert.deepEqual((await ok(change(id, { parameters }))).feature_flag.filters, feature_flag.filters);
  });

  it('without effect by the flag object it read', async () => {
    const { id, feature_flag } = await createRunning(server.client);
    const echo = {
      ...feature_flag,
      filters: { ...feature_flag.filters, groups: [{ rollout_percentage: 1 }] },
    };
    assert.deepEqual(
      (await ok(change(id, { feature_flag: echo }))).feature_flag.filters,
      feature_flag.filters,
    );
  });

  it('by a start: the flag of a draft goes on', async () => {
    const { id } = await createExperiment(server.client);
    const { status, feature_flag } = await ok(change(id, { start_date: daysAgo(0) }));
    assert.deepEqual([status, feature_flag.active], ['running', true]);
  });
});
