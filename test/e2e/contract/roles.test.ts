import assert from 'node:assert/strict';
import { ok } from './client';
import { keys } from './keys';
import { createExperiment, createRunning, experimentBody, retrieve } from './make';
import { assertRefused } from './refusal';
import { useServer } from './useServer';
import type { Experiment, ExperimentDetail, Page } from './wire';

const noEditor = {
  status: 403,
  code: 'permission_denied',
  detail: 'You do not have editor access to this resource.',
};

describe('a stranger who may only look has a key that may write', () => {
  const server = useServer();
  const viewer = () => server.client.as(keys.viewer);

  it('and reads that it is a viewer', async () => {
    const { results } = await ok(viewer().get<Page<Experiment>>('experiments/'));
    assert.deepEqual(new Set(results.map((row) => row.user_access_level)), new Set(['viewer']));
  });

  it('and is refused every write, though the scope is there', async () => {
    const { id, name } = await createExperiment(server.client);
    assertRefused(await viewer().patch(`experiments/${id}/`, { name: 'Written' }), noEditor);
    assertRefused(await viewer().post(`experiments/${id}/launch/`), noEditor);
    assert.equal((await viewer().post('experiments/', experimentBody())).status, 403);
    const after = await retrieve(server.client, id);
    assert.deepEqual([after.name, after.status], [name, 'draft']);
  });
});

describe('a stranger may edit experiments but not their flags', () => {
  const server = useServer();
  const editor = () => server.client.as(keys.flagViewer);

  it('and renames one', async () => {
    const { id } = await createExperiment(server.client);
    const after = await ok(editor().patch<ExperimentDetail>(`experiments/${id}/`, { name: 'Renamed' }));
    assert.equal(after.name, 'Renamed');
  });

  it('but neither creates nor launches one, nor pauses, resumes or ships', async () => {
    const draft = await createExperiment(server.client);
    const running = await createRunning(server.client);
    const paused = await createRunning(server.client);
    await ok(server.client.post(`experiments/${paused.id}/pause/`));
    const attempts = [
      editor().post('experiments/', experimentBody()),
      editor().post(`experiments/${draft.id}/launch/`),
      editor().patch(`experiments/${draft.id}/`, { start_date: new Date().toISOString() }),
      editor().post(`experiments/${running.id}/pause/`),
      editor().post(`experiments/${paused.id}/resume/`),
      editor().post(`experiments/${running.id}/ship_variant/`, { variant_key: 'test' }),
    ];
    for (const attempt of attempts) assertRefused(await attempt, { status: 403 });
    const status = async (id: number) => (await retrieve(server.client, id)).status;
    assert.deepEqual(
      [await status(draft.id), await status(running.id), await status(paused.id)],
      ['draft', 'running', 'paused'],
    );
  });
});

describe('a stranger has the secret key of a project', () => {
  const server = useServer();
  const old = useServer(['--era=E']);

  it('and the newest servers let it list and read, with no level of access', async () => {
    const secret = server.client.as(keys.projectSecret);
    const { results } = await ok(secret.get<Page<Experiment>>('experiments/'));
    const [{ id } = assert.fail()] = results;
    assert.equal((await retrieve(secret, id)).user_access_level, null);
  });

  it('but neither counts nor writes', async () => {
    const secret = server.client.as(keys.projectSecret);
    assertRefused(await secret.get('experiments/stats/'), { status: 403 });
    assertRefused(await secret.post('experiments/', experimentBody()), { status: 403 });
  });

  it('and older servers refuse it', async () => {
    assertRefused(await old.client.as(keys.projectSecret).get('experiments/'), {
      status: 403,
      detail: 'This action does not support project secret API key access',
    });
  });
});
