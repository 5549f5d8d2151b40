import assert from 'node:assert/strict';
import { lastLoaded } from '../../../../src/core/store/resource';
import { loadExperiment } from '../../../../src/core/useCase/loadExperiment';
import { refreshExperiments, restoreExperiments } from '../../../../src/core/useCase/refreshExperiments';
import { deferred, everythingSettled } from '../../support/deferred';
import { FakeTransport, queryOf, type Answer } from '../../support/fakeTransport';
import { MemoryStorage } from '../../support/memoryStorage';
import { never, openSession } from '../../support/openSession';
import { serveProject, type ServedProject } from '../../support/serveProject';
import { withFlag, type wireListItem } from '../../support/wireExperiments';
import { namesOf, page, row, serveLists } from '../../support/wireLists';

describe('Refreshing the experiments', () => {
  it('reads open and archived ones into one list, dated now, and counts what cannot be read', async () => {
    const { session, clock } = openSession(serveLists([row(1), {}], [row(2, { archived: true }), null]));
    await refreshExperiments(session, never);
    const { list } = session.store.state;
    assert.equal(list.state, 'ready');
    assert.equal(lastLoaded(list)?.loadedMs, clock.now());
    assert.equal(lastLoaded(list)?.value.unreadable, 2);
    assert.deepEqual(namesOf(session), ['Number 1', 'Number 2']);
  });

  it('shows once what is archived between the two calls', async () => {
    const { session } = openSession(serveLists([row(1)], [row(1, { archived: true })]));
    await refreshExperiments(session, never);
    const experiments = lastLoaded(session.store.state.list)?.value.experiments;
    assert.deepEqual(
      experiments?.map(({ archived }) => archived),
      [true],
    );
  });

  it('is loading meanwhile, with what was there', async () => {
    const { session, clock } = openSession(serveLists([row(1)]));
    await refreshExperiments(session, never);
    const firstMs = clock.now();
    clock.advance(60_000);
    const again = refreshExperiments(session, never);
    const { list } = session.store.state;
    assert.equal(list.state, 'loading');
    assert.equal(lastLoaded(list)?.loadedMs, firstMs);
    await again;
    assert.equal(lastLoaded(session.store.state.list)?.loadedMs, clock.now());
  });

  it('keeps the previous list and its age when it fails', async () => {
    let isDown = false;
    const { session, clock } = openSession((request, signal) =>
      isDown ? { status: 502, body: 'Bad gateway' } : serveLists([row(1)])(request, signal),
    );
    await refreshExperiments(session, never);
    const firstMs = clock.now();
    isDown = true;
    clock.advance(60_000);
    await refreshExperiments(session, never);
    const { list } = session.store.state;
    assert.equal(list.state === 'failed' && list.error.kind, 'server');
    assert.equal(lastLoaded(list)?.loadedMs, firstMs);
    assert.deepEqual(namesOf(session), ['Number 1']);
  });

  it('fails as a whole when only the archived ones fail', async () => {
    const { session } = openSession((request) =>
      queryOf(request)['archived'] === 'true' ? { status: 500, body: {} } : page(row(1)),
    );
    await refreshExperiments(session, never);
    assert.equal(session.store.state.list.state, 'failed');
    assert.equal(namesOf(session), undefined);
  });

  it('asks once for all who want it meanwhile', async () => {
    const { session, transport } = openSession(serveLists([row(1)]));
    await Promise.all([refreshExperiments(session, never), refreshExperiments(session, never)]);
    assert.equal(transport.requests.length, 2);
  });

  it('puts back what was there, at once, when the last one who asked leaves', async () => {
    const { session } = openSession(serveLists([row(1)]));
    const leaver = new AbortController();
    const first = refreshExperiments(session, leaver.signal);
    leaver.abort();
    await assert.rejects(first);
    assert.equal(session.store.state.list.state, 'idle');

    await refreshExperiments(session, never);
    const again = new AbortController();
    const second = refreshExperiments(session, again.signal);
    again.abort();
    await assert.rejects(second);
    assert.equal(session.store.state.list.state, 'ready');
    assert.deepEqual(namesOf(session), ['Number 1']);
  });

  it('is not touched by the late answer to one who left', async () => {
    const late = deferred<Answer>();
    let asked = 0;
    const deaf = new FakeTransport(() => (++asked <= 2 ? late.promise : deferred<Answer>().promise), 'deaf');
    const { session } = openSession([], { transport: deaf });
    const leaver = new AbortController();
    const left = refreshExperiments(session, leaver.signal);
    leaver.abort();
    await assert.rejects(left);
    void refreshExperiments(session, never);
    assert.equal(session.store.state.list.state, 'loading');
    late.resolve(page(row(1)));
    await everythingSettled();
    assert.deepEqual(session.store.state.list, { state: 'loading', previous: undefined });
  });
});

describe('A session that is over', () => {
  it('takes no late reply, even of a transport that does not hear', async () => {
    const late = deferred<Answer>();
    const { session, storage } = openSession([], {
      transport: new FakeTransport(() => late.promise, 'deaf'),
    });
    const refreshing = refreshExperiments(session, never);
    session.dispose();
    await assert.rejects(refreshing);
    late.resolve(page(row(1)));
    await everythingSettled();
    assert.equal(namesOf(session), undefined);
    assert.equal(storage.texts.size, 0);
  });

  it('cancels what is under way and begins nothing', async () => {
    const { session, transport } = openSession(() => deferred<Answer>().promise);
    const refreshing = refreshExperiments(session, never);
    session.dispose();
    await assert.rejects(refreshing);
    await assert.rejects(refreshExperiments(session, never));
    assert.equal(transport.requests.length, 2);
  });

  it('shows no list of the last time', async () => {
    const storage = new MemoryStorage();
    await refreshExperiments(openSession(serveLists([row(1)]), { storage }).session, never);
    const { session } = openSession([], { storage });
    const restoring = restoreExperiments(session);
    session.dispose();
    await restoring;
    assert.equal(session.store.state.list.state, 'idle');
  });
});

describe('What is known whole when the list is read', () => {
  async function openWithDetail(findings: readonly object[] = []) {
    const served: ServedProject = { open: [row(1, { health: { findings } }), row(2)] };
    const { session } = openSession(serveProject(served));
    await refreshExperiments(session, never);
    await loadExperiment(session, 1, never);
    const detail = () => lastLoaded(session.store.state.details.get(1))?.value;
    return { session, served, detail };
  }

  it('stays the same object where its row says the same', async () => {
    const { session, detail } = await openWithDetail();
    const before = detail();
    await refreshExperiments(session, never);
    assert.equal(detail(), before);
  });

  it('does not change a list that says the same', async () => {
    const { session } = await openWithDetail();
    const before = lastLoaded(session.store.state.list)?.value;
    await loadExperiment(session, 1, never);
    assert.equal(lastLoaded(session.store.state.list)?.value, before);
  });

  it('follows its row, and shows that its metrics are older than that', async () => {
    const { session, served, detail } = await openWithDetail();
    const read = detail()?.updatedMs;
    served.open = [row(1, { name: 'Renamed', updated_at: '2026-03-10T12:00:00Z' })];
    await refreshExperiments(session, never);
    assert.deepEqual([detail()?.name, detail()?.updatedMs], ['Renamed', read]);
    assert.notEqual(read, undefined);
  });

  it('forgets what the server found in it before it changed', async () => {
    const finding = { code: 'flag_off_while_running', severity: 'warning', title: 'The flag is off' };
    const { session, served, detail } = await openWithDetail([finding]);
    assert.equal(detail()?.healthFindings?.length, 1);
    served.open = [withFlag(row(1) as typeof wireListItem, { active: false })];
    await refreshExperiments(session, never);
    assert.equal(detail()?.healthFindings, undefined);
  });
});
