import assert from 'node:assert/strict';
import { listKey, parseList } from '../../../../src/core/store/listStorage';
import { lastLoaded } from '../../../../src/core/store/resource';
import type { Session } from '../../../../src/core/session';
import { loadExperiment } from '../../../../src/core/useCase/loadExperiment';
import { refreshExperiments, restoreExperiments } from '../../../../src/core/useCase/refreshExperiments';
import { createExperiment, setArchived } from '../../../../src/core/useCase/writeExperiment';
import { deferred, everythingSettled } from '../../support/deferred';
import { FakeTransport, queryOf, type Answer, type Respond } from '../../support/fakeTransport';
import { MemoryStorage } from '../../support/memoryStorage';
import { never, openSession } from '../../support/openSession';
import { wireDetail, wireListItem } from '../../support/wireExperiments';

const row = (id: number, parts: object = {}) => ({ ...wireListItem, id, name: `Number ${id}`, ...parts });
const page = (...results: unknown[]): Answer => ({ body: { count: results.length, next: null, results } });

/** A server with open and archived experiments, and answers to writes. */
function serve(open: readonly unknown[], archived: readonly unknown[], write: unknown = {}): Respond {
  return (request) => {
    if (request.method !== 'GET') return { body: write };
    return queryOf(request)['archived'] === 'true' ? page(...archived) : page(...open);
  };
}

const names = ({ store }: Session) => lastLoaded(store.state.list)?.value.experiments.map(({ name }) => name);

describe('Refreshing the experiments', () => {
  it('reads open and archived ones into one list, dated now, and counts what cannot be read', async () => {
    const { session, clock } = openSession(serve([row(1), {}], [row(2, { archived: true }), null]));
    await refreshExperiments(session, never);
    const { list } = session.store.state;
    assert.equal(list.state, 'ready');
    assert.equal(lastLoaded(list)?.loadedMs, clock.now());
    assert.equal(lastLoaded(list)?.value.unreadable, 2);
    assert.deepEqual(names(session), ['Number 1', 'Number 2']);
  });

  it('shows once what is archived between the two calls', async () => {
    const { session } = openSession(serve([row(1)], [row(1, { archived: true })]));
    await refreshExperiments(session, never);
    const experiments = lastLoaded(session.store.state.list)?.value.experiments;
    assert.deepEqual(
      experiments?.map(({ archived }) => archived),
      [true],
    );
  });

  it('is loading meanwhile, with what was there', async () => {
    const { session, clock } = openSession(serve([row(1)], []));
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
    const { session, clock } = openSession((request) =>
      isDown ? { status: 502, body: 'Bad gateway' } : (serve([row(1)], [])(request, never) as Answer),
    );
    await refreshExperiments(session, never);
    const firstMs = clock.now();
    isDown = true;
    clock.advance(60_000);
    await refreshExperiments(session, never);
    const { list } = session.store.state;
    assert.equal(list.state === 'failed' && list.error.kind, 'server');
    assert.equal(lastLoaded(list)?.loadedMs, firstMs);
    assert.deepEqual(names(session), ['Number 1']);
  });

  it('fails as a whole when only the archived ones fail', async () => {
    const { session } = openSession((request) =>
      queryOf(request)['archived'] === 'true' ? { status: 500, body: {} } : page(row(1)),
    );
    await refreshExperiments(session, never);
    assert.equal(session.store.state.list.state, 'failed');
    assert.equal(names(session), undefined);
  });

  it('asks once for all who want it meanwhile', async () => {
    const { session, transport } = openSession(serve([row(1)], []));
    await Promise.all([refreshExperiments(session, never), refreshExperiments(session, never)]);
    assert.equal(transport.requests.length, 2);
  });

  it('puts back what was there, at once, when the last one who asked leaves', async () => {
    const { session } = openSession(serve([row(1)], []));
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
    assert.deepEqual(names(session), ['Number 1']);
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

describe('What is written while the list is on its way', () => {
  /** The lists were read before the write and arrive after it. */
  function slowList(before: readonly unknown[], written: unknown) {
    const gate = deferred();
    let isFirst = true;
    const respond: Respond = async (request) => {
      if (request.method !== 'GET') return { body: written };
      if (!isFirst) await gate.promise;
      return queryOf(request)['archived'] === 'true' ? page() : page(...before);
    };
    return { respond, gate, nextIsSlow: () => (isFirst = false) };
  }

  it('stays when it changed an experiment', async () => {
    const list = slowList([row(1), row(2)], { ...wireDetail, id: 1, name: 'Archived', archived: true });
    const { session } = openSession(list.respond);
    await refreshExperiments(session, never);
    list.nextIsSlow();
    const refreshing = refreshExperiments(session, never);
    await setArchived(session, 1, true);
    list.gate.resolve();
    await refreshing;
    assert.deepEqual(names(session), ['Archived', 'Number 2']);
  });

  it('stays when it made an experiment', async () => {
    const list = slowList([row(1)], { ...wireDetail, id: 9, name: 'New' });
    const { session } = openSession(list.respond);
    await refreshExperiments(session, never);
    list.nextIsSlow();
    const refreshing = refreshExperiments(session, never);
    await createExperiment(session, { name: 'New', flagKey: 'new' });
    list.gate.resolve();
    await refreshing;
    assert.deepEqual(names(session), ['Number 1', 'New']);
  });

  it('stays when there was no list yet', async () => {
    const list = slowList([row(1)], { ...wireDetail, id: 9, name: 'New' });
    list.nextIsSlow();
    const { session } = openSession(list.respond);
    const refreshing = refreshExperiments(session, never);
    await createExperiment(session, { name: 'New', flagKey: 'new' });
    list.gate.resolve();
    await refreshing;
    assert.deepEqual(names(session), ['Number 1', 'New']);
  });

  it('does not bring back what is gone', async () => {
    let open = [row(1), row(2)];
    const { session } = openSession((request) =>
      queryOf(request)['archived'] === 'true' ? page() : page(...open),
    );
    await refreshExperiments(session, never);
    open = [row(2)];
    await refreshExperiments(session, never);
    assert.deepEqual(names(session), ['Number 2']);
  });

  it('does not bring back an experiment that was read before and is gone', async () => {
    let open: readonly unknown[] = [row(1)];
    const { session } = openSession((request) => {
      if (request.path.endsWith('/experiments/1/')) return { body: { ...wireDetail, id: 1 } };
      return queryOf(request)['archived'] === 'true' ? page() : page(...open);
    });
    await refreshExperiments(session, never);
    await loadExperiment(session, 1, never);
    open = [];
    await refreshExperiments(session, never);
    assert.deepEqual(names(session), []);
  });
});

describe('The list of the last time', () => {
  it('is kept after a refresh, and shown with its age before the next', async () => {
    const storage = new MemoryStorage();
    const first = openSession(serve([row(1)], []), { storage });
    await refreshExperiments(first.session, never);
    assert.equal(parseList(storage.texts.get(listKey('ada', 42)))?.value.experiments.length, 1);

    const second = openSession(serve([row(1), row(2)], []), { storage });
    second.clock.advance(3_600_000);
    await restoreExperiments(second.session);
    assert.equal(second.session.store.state.list.state, 'loading');
    assert.equal(lastLoaded(second.session.store.state.list)?.loadedMs, first.clock.now());
    assert.deepEqual(names(second.session), ['Number 1']);
    await refreshExperiments(second.session, never);
    assert.deepEqual(names(second.session), ['Number 1', 'Number 2']);
  });

  it('stays on screen when the refresh after it fails', async () => {
    const storage = new MemoryStorage();
    await refreshExperiments(openSession(serve([row(1)], []), { storage }).session, never);
    const { session } = openSession(() => ({ status: 503, body: {} }), { storage });
    await restoreExperiments(session);
    await refreshExperiments(session, never);
    assert.equal(session.store.state.list.state, 'failed');
    assert.deepEqual(names(session), ['Number 1']);
  });

  it('is not stored when the refresh failed', async () => {
    const { session, storage } = openSession(() => ({ status: 503, body: {} }));
    await refreshExperiments(session, never);
    assert.equal(storage.texts.size, 0);
  });

  it('does not replace a newer one', async () => {
    const storage = new MemoryStorage();
    await refreshExperiments(openSession(serve([row(1)], []), { storage }).session, never);
    const { session } = openSession(serve([row(2)], []), { storage });
    await refreshExperiments(session, never);
    const newer = session.store.state;
    await restoreExperiments(session);
    assert.equal(session.store.state, newer);
  });

  it('is nothing where none was stored', async () => {
    const { session } = openSession([]);
    await restoreExperiments(session);
    assert.equal(session.store.state.list.state, 'idle');
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
    assert.equal(names(session), undefined);
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
    await refreshExperiments(openSession(serve([row(1)], []), { storage }).session, never);
    const { session } = openSession([], { storage });
    const restoring = restoreExperiments(session);
    session.dispose();
    await restoring;
    assert.equal(session.store.state.list.state, 'idle');
  });
});
