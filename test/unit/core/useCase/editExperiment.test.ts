import assert from 'node:assert/strict';
import { editExperiment } from '../../../../src/core/useCase/editExperiment';
import { readExperiment } from '../../../../src/core/useCase/readExperiment';
import type { Answer } from '../../support/fakeTransport';
import { openSession } from '../../support/openSession';
import { wireDetail, wireNewestDetail } from '../../support/wireExperiments';

function openProject(read: object, patched: Answer) {
  const open = openSession((request) => (request.method === 'PATCH' ? patched : { body: read }));
  const bodies = () =>
    open.transport.requests.filter(({ method }) => method === 'PATCH').map(({ body }) => body);
  return { ...open, bodies };
}

describe('Editing an experiment', () => {
  it('sends what changed, and shows what PostHog answers', async () => {
    const { session, bodies } = openProject(wireDetail, { body: { ...wireDetail, name: 'From the server' } });
    const experiment = await readExperiment(session, 311);
    await editExperiment(session, experiment, { name: 'New', description: experiment.description ?? '' });
    assert.deepEqual(bodies(), [{ name: 'New' }]);
    const detail = session.store.state.details.get(311);
    assert.ok(detail?.state === 'ready' && detail.value.name === 'From the server');
  });

  it('sends the version to the newest servers, whose conflict leaves all as it was', async () => {
    const { session, bodies } = openProject(wireNewestDetail, {
      status: 409,
      body: { detail: 'Changed.', current_version: 9, conflicting_fields: ['name'] },
    });
    const experiment = await readExperiment(session, 311);
    const before = session.store.state;
    await assert.rejects(editExperiment(session, experiment, { name: 'New' }), { kind: 'conflict' });
    assert.deepEqual(bodies(), [
      { name: 'New', version: 3, original_experiment: { name: wireNewestDetail.name } },
    ]);
    assert.equal(session.store.state, before);
  });
});
