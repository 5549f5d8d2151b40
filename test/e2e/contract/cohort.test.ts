import assert from 'node:assert/strict';
import { ok } from './client';
import { createExperiment, createRunning, retrieve } from './make';
import { assertRefused } from './refusal';
import { useServer } from './useServer';

interface Made {
  readonly cohort: {
    readonly id: number;
    readonly name: string;
    readonly is_static: boolean;
    readonly is_calculating: boolean;
    readonly experiment_set: readonly number[];
    readonly count: number | null;
  };
}

describe('a stranger makes a cohort of the exposed users', () => {
  const server = useServer();
  const make = (id: number) =>
    server.client.post<Made>(`experiments/${id}/create_exposure_cohort_for_experiment/`);

  it('without a body: 201, and the experiment knows its cohort', async () => {
    const { id, name } = await createRunning(server.client);
    const { cohort } = await ok(make(id), 201);
    assert.equal(cohort.name, `Users exposed to experiment "${name}"`);
    assert.deepEqual([cohort.is_static, cohort.is_calculating], [false, true]);
    assert.deepEqual(cohort.experiment_set, [id]);
    assert.ok(cohort.count === null || Number.isInteger(cohort.count));
    assert.equal((await retrieve(server.client, id)).exposure_cohort, cohort.id);
  });

  it('but not twice', async () => {
    const { id } = await createRunning(server.client);
    await ok(make(id), 201);
    assertRefused(await make(id), { detail: 'Experiment already has an exposure cohort' });
  });

  it('but not of a draft', async () => {
    const { id } = await createExperiment(server.client);
    assertRefused(await make(id), { detail: 'Experiment does not have a start date' });
  });
});
