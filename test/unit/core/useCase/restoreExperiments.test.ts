import assert from 'node:assert/strict';
import { listKey, parseList } from '../../../../src/core/store/listStorage';
import { lastLoaded } from '../../../../src/core/store/resource';
import { refreshExperiments, restoreExperiments } from '../../../../src/core/useCase/refreshExperiments';
import { MemoryStorage } from '../../support/memoryStorage';
import { never, openSession } from '../../support/openSession';
import { namesOf, row, serveLists } from '../../support/wireLists';

describe('The list of the last time', () => {
  it('is kept after a refresh, and shown with its age before the next', async () => {
    const storage = new MemoryStorage();
    const first = openSession(serveLists([row(1)]), { storage });
    await refreshExperiments(first.session, never);
    assert.equal(parseList(storage.texts.get(listKey('ada', 42)))?.value.experiments.length, 1);

    const second = openSession(serveLists([row(1), row(2)]), { storage });
    second.clock.advance(3_600_000);
    await restoreExperiments(second.session);
    assert.equal(second.session.store.state.list.state, 'loading');
    assert.equal(lastLoaded(second.session.store.state.list)?.loadedMs, first.clock.now());
    assert.deepEqual(namesOf(second.session), ['Number 1']);
    await refreshExperiments(second.session, never);
    assert.deepEqual(namesOf(second.session), ['Number 1', 'Number 2']);
  });

  it('stays on screen when the refresh after it fails', async () => {
    const storage = new MemoryStorage();
    await refreshExperiments(openSession(serveLists([row(1)]), { storage }).session, never);
    const { session } = openSession(() => ({ status: 503, body: {} }), { storage });
    await restoreExperiments(session);
    await refreshExperiments(session, never);
    assert.equal(session.store.state.list.state, 'failed');
    assert.deepEqual(namesOf(session), ['Number 1']);
  });

  it('is not stored when the refresh failed', async () => {
    const { session, storage } = openSession(() => ({ status: 503, body: {} }));
    await refreshExperiments(session, never);
    assert.equal(storage.texts.size, 0);
  });

  it('does not replace a newer one', async () => {
    const storage = new MemoryStorage();
    await refreshExperiments(openSession(serveLists([row(1)]), { storage }).session, never);
    const { session } = openSession(serveLists([row(2)]), { storage });
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
