import assert from 'node:assert/strict';
import { PostHogError } from '../../../../src/core/api/errors';
import { listKey, listsOf, parseList } from '../../../../src/core/store/listStorage';
import { deleteExperiment, restoreExperiment } from '../../../../src/core/useCase/deleteExperiment';
import { loadExperiment } from '../../../../src/core/useCase/loadExperiment';
import { refreshExperiments } from '../../../../src/core/useCase/refreshExperiments';
import { recallDeleted } from '../../../../src/core/useCase/rememberDeleted';
import { deferred } from '../../support/deferred';
import type { Answer, Respond } from '../../support/fakeTransport';
import { never, openSession } from '../../support/openSession';
import { wireDetail } from '../../support/wireExperiments';
import { namesOf, row, serveLists } from '../../support/wireLists';

const one = { id: 1, name: 'Number 1' };
const isOne = (path: string) => path.endsWith('/experiments/1/');

/** A project with two experiments that answers PATCHes of the first as the test says. */
async function openProject(patched: () => Answer | Promise<Answer> = () => ({ body: wireDetail })) {
  const project = { rows: [row(1), row(2)], gate: Promise.resolve() };
  const respond: Respond = async (request, signal) => {
    if (request.method === 'PATCH') return patched();
    const rows = project.rows;
    await project.gate;
    return isOne(request.path) ? { body: { ...wireDetail, id: 1 } } : serveLists(rows)(request, signal);
  };
  const open = openSession(respond);
  await refreshExperiments(open.session, never);
  const writes = () => open.transport.requests.filter(({ method }) => method !== 'GET');
  return { ...open, project, writes };
}

describe('Deleting an experiment', () => {
  it('sends nothing but that, and takes it off the screen, off the disk and into what can be restored', async () => {
    const { session, storage, clock, writes } = await openProject();
    await deleteExperiment(session, one);
    assert.deepEqual(
      writes().map(({ method, path, body }) => [method, path, body]),
      [['PATCH', '/api/projects/42/experiments/1/', { deleted: true }]],
    );
    assert.deepEqual(namesOf(session), ['Number 2']);
    assert.deepEqual([...session.store.state.deletedByFlag.values()], ['Number 1']);
    const kept = parseList(await storage.read(listKey('ada', 42)));
    assert.deepEqual(
      kept?.value.experiments.map(({ id }) => id),
      [2],
    );
    assert.deepEqual(await recallDeleted(session), [{ ...one, deletedMs: clock.now() }]);
  });

  it('tells whoever still shows it', async () => {
    const { session } = await openProject();
    await loadExperiment(session, 1, never);
    await deleteExperiment(session, one);
    const detail = session.store.state.details.get(1);
    assert.ok(detail?.state === 'failed');
    assert.match(detail.error.details.serverMessage ?? '', /was deleted/);
  });

  it('is not undone on screen by readings that were under way', async () => {
    const { session, project } = await openProject();
    const gate = deferred();
    project.gate = gate.promise;
    const reading = Promise.all([refreshExperiments(session, never), loadExperiment(session, 1, never)]);
    await deleteExperiment(session, one);
    gate.resolve();
    await reading;
    assert.deepEqual(namesOf(session), ['Number 2']);
    assert.equal(session.store.state.details.get(1)?.state, 'failed');
  });

  it('is not undone by a restoration elsewhere: the next list has it again', async () => {
    const { session } = await openProject();
    await deleteExperiment(session, one);
    await refreshExperiments(session, never);
    assert.deepEqual(namesOf(session), ['Number 1', 'Number 2']);
  });

  it('changes nothing when PostHog refuses', async () => {
    const { session } = await openProject(() => ({ status: 403, body: { detail: 'No.' } }));
    const before = session.store.state;
    await assert.rejects(deleteExperiment(session, one), { kind: 'forbidden' });
    assert.equal(session.store.state, before);
    assert.deepEqual(await recallDeleted(session), []);
  });

  it('is done when the answer was lost but the list no longer has it', async () => {
    const { session, project, writes } = await openProject(() => {
      project.rows = [row(2)];
      return new PostHogError('timeout', { method: 'PATCH', template: '/' });
    });
    await deleteExperiment(session, one);
    assert.deepEqual(namesOf(session), ['Number 2']);
    assert.equal(writes().length, 1);
    assert.equal((await recallDeleted(session)).length, 1);
  });

  it('fails when the answer was lost and the list still has it', async () => {
    const { session } = await openProject(
      () => new PostHogError('timeout', { method: 'PATCH', template: '/' }),
    );
    await assert.rejects(deleteExperiment(session, one), { kind: 'timeout' });
    assert.deepEqual(namesOf(session), ['Number 1', 'Number 2']);
  });
});

describe('Restoring an experiment', () => {
  it('sends nothing but that, and puts it back on screen and out of what can be restored', async () => {
    const { session, writes } = await openProject(() => ({ body: { ...wireDetail, id: 1, name: 'Back' } }));
    await deleteExperiment(session, one);
    await restoreExperiment(session, 1);
    assert.deepEqual(writes().at(-1)?.body, { deleted: false });
    assert.deepEqual(namesOf(session), ['Back', 'Number 2']);
    assert.equal(session.store.state.details.get(1)?.state, 'ready');
    assert.deepEqual(await recallDeleted(session), []);
  });

  it('tells why PostHog refuses, and the experiment can still be restored later', async () => {
    let refuses = false;
    const detail = 'Cannot restore experiment: the linked feature flag has been deleted.';
    const { session } = await openProject(() =>
      refuses ? { status: 400, body: { detail } } : { body: wireDetail },
    );
    await deleteExperiment(session, one);
    refuses = true;
    await assert.rejects(restoreExperiment(session, 1), {
      kind: 'invalid',
      message: /linked feature flag has been deleted/,
    });
    assert.equal((await recallDeleted(session)).length, 1);
    assert.deepEqual(namesOf(session), ['Number 2']);
  });
});

describe('What can be restored', () => {
  it('is the last twenty, each once, the last one first', async () => {
    const { session } = await openProject();
    for (let id = 1; id <= 22; id++) await deleteExperiment(session, { id, name: `Number ${id}` });
    await deleteExperiment(session, { id: 10, name: 'Number 10' });
    const ids = (await recallDeleted(session)).map(({ id }) => id);
    assert.equal(ids.length, 20);
    assert.deepEqual(ids.slice(0, 3), [10, 22, 21]);
    assert.equal(ids.filter((id) => id === 10).length, 1);
  });

  it('is forgotten with the lists of the account, and nothing else is read for it', async () => {
    const { session, storage } = await openProject();
    await deleteExperiment(session, one);
    await storage.remove(listsOf('ada'));
    assert.deepEqual(await recallDeleted(session), []);
    for (const text of ['', '{', 'null', '{}', '[1, null, {"id":"1"}]']) {
      await storage.write('ada-42-deleted', text);
      assert.deepEqual(await recallDeleted(session), [], text);
    }
  });

  it('is not written once the session is over', async () => {
    const { session, storage } = await openProject(() => {
      session.dispose();
      return { body: wireDetail };
    });
    await assert.rejects(deleteExperiment(session, one), { kind: 'cancelled' });
    assert.equal(await storage.read('ada-42-deleted'), undefined);
  });
});
