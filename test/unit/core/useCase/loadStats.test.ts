import assert from 'node:assert/strict';
import { lastLoaded } from '../../../../src/core/store/resource';
import { loadStats } from '../../../../src/core/useCase/loadStats';
import { pathOf } from '../../support/fakeTransport';
import { never, openSession } from '../../support/openSession';
import { wireStats as body } from '../../support/generation/answers';

describe('Loading statistics', () => {
  it('puts the figures into the store', async () => {
    const { session, transport } = openSession([{ body }]);
    await loadStats(session, never);
    assert.deepEqual(transport.requests.map(pathOf), ['/api/projects/42/experiments/stats/']);
    assert.deepEqual(lastLoaded(session.store.state.stats)?.value, {
      launchedLast30Days: 4,
      launchedPrevious30Days: 2,
      percentChange: 100,
      active: 3,
      completedLast30Days: 1,
    });
  });

  it('keeps those of before when it fails', async () => {
    const { session } = openSession([{ body }, { status: 404, body: { detail: 'Not found.' } }]);
    await loadStats(session, never);
    await loadStats(session, never);
    const { stats } = session.store.state;
    assert.equal(stats.state === 'failed' && stats.error.kind, 'notFound');
    assert.equal(lastLoaded(stats)?.value.active, 3);
  });

  it('never takes something else for statistics', async () => {
    const { session } = openSession([{ body: { launched_last_30d: '4' } }]);
    await loadStats(session, never);
    const { stats } = session.store.state;
    assert.equal(stats.state === 'failed' && stats.error.kind, 'badResponse');
  });
});
