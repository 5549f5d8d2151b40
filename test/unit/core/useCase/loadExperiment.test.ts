import assert from 'node:assert/strict';
import { lastLoaded } from '../../../../src/core/store/resource';
import { loadExperiment } from '../../../../src/core/useCase/loadExperiment';
import { refreshExperiments } from '../../../../src/core/useCase/refreshExperiments';
import { setArchived } from '../../../../src/core/useCase/writeExperiment';
import { deferred, everythingSettled } from '../../support/deferred';
import { FakeTransport, queryOf, type Answer } from '../../support/fakeTransport';
import { never, openSession } from '../../support/openSession';
import { wireDetail, wireListItem } from '../../support/wireExperiments';

const list = (...results: unknown[]): Answer => ({ body: { count: results.length, next: null, results } });

describe('Loading an experiment', () => {
  it('puts the whole into the details and its row into the list', async () => {
    const { session, clock } = openSession((request) => {
      if (request.path.endsWith('/311/')) return { body: { ...wireDetail, name: 'Renamed' } };
      return queryOf(request)['archived'] === 'true' ? list() : list(wireListItem);
    });
    await refreshExperiments(session, never);
    clock.advance(1000);
    await loadExperiment(session, 311, never);
    const detail = session.store.state.details.get(311);
    assert.equal(detail?.state, 'ready');
    assert.equal(lastLoaded(detail)?.loadedMs, clock.now());
    assert.equal(lastLoaded(detail)?.value.primaryMetrics.length, 1);
    assert.equal(lastLoaded(session.store.state.list)?.value.experiments[0]?.name, 'Renamed');
    // The rest of the list is no younger for it.
    assert.equal(lastLoaded(session.store.state.list)?.loadedMs, clock.now() - 1000);
  });

  it('follows the rows of a list that was read after it, and keeps what only the whole has', async () => {
    let name = 'First';
    const { session } = openSession((request) => {
      if (request.path.endsWith('/311/')) return { body: { ...wireDetail, name } };
      return queryOf(request)['archived'] === 'true' ? list() : list({ ...wireListItem, name });
    });
    await loadExperiment(session, 311, never);
    name = 'Renamed elsewhere';
    await refreshExperiments(session, never);
    const detail = lastLoaded(session.store.state.details.get(311))?.value;
    assert.equal(detail?.name, 'Renamed elsewhere');
    assert.equal(detail?.primaryMetrics.length, 1);
  });

  it('keeps what was known when it fails, and says why', async () => {
    const { session } = openSession([{ body: wireDetail }, { status: 404, body: { detail: 'Not found.' } }]);
    await loadExperiment(session, 311, never);
    await loadExperiment(session, 311, never);
    const detail = session.store.state.details.get(311);
    assert.equal(detail?.state === 'failed' && detail.error.kind, 'notFound');
    assert.equal(lastLoaded(detail)?.value.id, 311);
  });

  it('fails with nothing where nothing was known', async () => {
    const { session } = openSession([{ status: 403, body: { detail: 'No.' } }]);
    await loadExperiment(session, 311, never);
    const detail = session.store.state.details.get(311);
    assert.equal(detail?.state, 'failed');
    assert.equal(lastLoaded(detail), undefined);
  });

  it('does not put an older answer over a write', async () => {
    const gate = deferred();
    const { session } = openSession(async (request) => {
      if (request.path.endsWith('/archive/')) return { body: { ...wireDetail, archived: true } };
      await gate.promise;
      return { body: wireDetail };
    });
    const loading = loadExperiment(session, 311, never);
    await setArchived(session, 311, true);
    gate.resolve();
    await loading;
    const detail = session.store.state.details.get(311);
    assert.equal(detail?.state, 'ready');
    assert.equal(lastLoaded(detail)?.value.archived, true);
  });

  it('does not put an older whole over a newer row when it is cancelled', async () => {
    let name = 'Before';
    const { session } = openSession((request) => {
      if (request.path.endsWith('/311/')) return { body: { ...wireDetail, name } };
      return queryOf(request)['archived'] === 'true' ? list() : list({ ...wireListItem, name });
    });
    await loadExperiment(session, 311, never);
    name = 'After';
    await refreshExperiments(session, never);
    const leaver = new AbortController();
    const leaving = loadExperiment(session, 311, leaver.signal);
    leaver.abort();
    await assert.rejects(leaving);
    assert.equal(session.store.state.details.get(311)?.state, 'ready');
    assert.equal(lastLoaded(session.store.state.list)?.value.experiments[0]?.name, 'After');
  });

  it('drops the late answer of a session that is over', async () => {
    const late = deferred<Answer>();
    const { session } = openSession([], { transport: new FakeTransport(() => late.promise, 'deaf') });
    const loading = loadExperiment(session, 311, never);
    session.dispose();
    await assert.rejects(loading);
    late.resolve({ body: wireDetail });
    await everythingSettled();
    assert.equal(lastLoaded(session.store.state.details.get(311)), undefined);
  });

  it('is not loading for ever when something breaks that is no error of PostHog', async () => {
    const { session } = openSession([]);
    await assert.rejects(loadExperiment(session, 311, never), /Nothing left to answer/);
    assert.equal(session.store.state.details.get(311)?.state, 'idle');
  });
});
