import assert from 'node:assert/strict';
import { knownFlagKeys } from '../../../../src/core/store/knownFlagKeys';
import { loadFlagKeys, renewFlagKeys } from '../../../../src/core/useCase/loadFlagKeys';
import { pathOf } from '../../support/fakeTransport';
import { anExperiment } from '../../support/models';
import { never, openSession } from '../../support/openSession';

const flags = {
  count: 2,
  next: null,
  results: ['new-nav', 'beta'].map((key, id) => ({ id, key, name: '', active: true })),
};

describe('The keys of the flags', () => {
  it('are those of all flags, and of the experiments', async () => {
    const { session, transport } = openSession([{ body: flags }]);
    session.store.update((state) => ({
      ...state,
      list: {
        state: 'ready',
        value: { experiments: [anExperiment({ flagKey: 'deleted-flag' })], unreadable: 0 },
        loadedMs: 0,
      },
    }));
    assert.deepEqual(knownFlagKeys(session.store.state), ['deleted-flag']);
    await loadFlagKeys(session, never);
    assert.deepEqual(transport.requests.map(pathOf), ['/api/projects/42/feature_flags/']);
    assert.deepEqual(knownFlagKeys(session.store.state), ['beta', 'deleted-flag', 'new-nav']);
  });

  it('are read again when they are old, and only where they were read', async () => {
    const { session, transport } = openSession([{ body: flags }, { body: flags }]);
    await renewFlagKeys(session, 0, never);
    assert.equal(transport.requests.length, 0);
    await loadFlagKeys(session, never);
    await renewFlagKeys(session, 60_000, never);
    assert.equal(transport.requests.length, 1);
    await renewFlagKeys(session, 0, never);
    assert.equal(transport.requests.length, 2);
  });

  it('say how many rows could not be read', async () => {
    const { session } = openSession([{ body: { ...flags, results: [...flags.results, { id: 'odd' }] } }]);
    await loadFlagKeys(session, never);
    const { flagKeys } = session.store.state;
    assert.equal(flagKeys.state === 'ready' && flagKeys.value.unreadable, 1);
  });

  it('are those of the experiments where the account may not list flags', async () => {
    const { session } = openSession([{ status: 403, body: { detail: 'No.' } }]);
    await loadFlagKeys(session, never);
    const { flagKeys } = session.store.state;
    assert.equal(flagKeys.state === 'failed' && flagKeys.error.kind, 'forbidden');
    assert.deepEqual(knownFlagKeys(session.store.state), []);
  });
});
