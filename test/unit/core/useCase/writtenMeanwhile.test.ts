import assert from 'node:assert/strict';
import { loadExperiment } from '../../../../src/core/useCase/loadExperiment';
import { refreshExperiments } from '../../../../src/core/useCase/refreshExperiments';
import { createExperiment, setArchived } from '../../../../src/core/useCase/writeExperiment';
import { deferred } from '../../support/deferred';
import type { Respond } from '../../support/fakeTransport';
import { never, openSession } from '../../support/openSession';
import { wireDetail } from '../../support/wireExperiments';
import { namesOf, row, serveLists } from '../../support/wireLists';

describe('What is written while the list is on its way', () => {
  /** The lists were read before the write and arrive after it. */
  function slowList(before: readonly unknown[], written: unknown) {
    const gate = deferred();
    let isSlow = false;
    const respond: Respond = async (request, signal) => {
      if (request.method !== 'GET') return { body: written };
      if (isSlow) await gate.promise;
      return serveLists(before)(request, signal);
    };
    return { respond, gate, nextIsSlow: () => (isSlow = true) };
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
    assert.deepEqual(namesOf(session), ['Archived', 'Number 2']);
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
    assert.deepEqual(namesOf(session), ['Number 1', 'New']);
  });

  it('stays when there was no list yet', async () => {
    const list = slowList([row(1)], { ...wireDetail, id: 9, name: 'New' });
    list.nextIsSlow();
    const { session } = openSession(list.respond);
    const refreshing = refreshExperiments(session, never);
    await createExperiment(session, { name: 'New', flagKey: 'new' });
    list.gate.resolve();
    await refreshing;
    assert.deepEqual(namesOf(session), ['Number 1', 'New']);
  });

  it('does not bring back what is gone', async () => {
    let open = [row(1), row(2)];
    const { session } = openSession((request, signal) => serveLists(open)(request, signal));
    await refreshExperiments(session, never);
    open = [row(2)];
    await refreshExperiments(session, never);
    assert.deepEqual(namesOf(session), ['Number 2']);
  });

  it('does not bring back an experiment that was read before and is gone', async () => {
    let open: readonly unknown[] = [row(1)];
    const { session } = openSession((request, signal) =>
      request.path.endsWith('/experiments/1/')
        ? { body: { ...wireDetail, id: 1 } }
        : serveLists(open)(request, signal),
    );
    await refreshExperiments(session, never);
    await loadExperiment(session, 1, never);
    open = [];
    await refreshExperiments(session, never);
    assert.deepEqual(namesOf(session), []);
  });
});
