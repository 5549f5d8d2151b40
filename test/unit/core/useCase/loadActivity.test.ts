import assert from 'node:assert/strict';
import { loadActivity } from '../../../../src/core/useCase/loadActivity';
import { never, openSession } from '../../support/openSession';

describe('Loading what was done to an experiment', () => {
  it('keeps the newest of it', async () => {
    const row = { activity: 'updated', created_at: '2026-03-05T12:00:00Z', detail: { changes: [] } };
    const { session } = openSession([{ body: { results: [row], total_count: 1 } }]);
    await loadActivity(session, 311, never);
    const resource = session.store.state.activities.get(311);
    assert.ok(resource?.state === 'ready');
    assert.deepEqual(
      resource.value.activities.map(({ verb, timeMs }) => [verb, timeMs]),
      [['updated', Date.parse('2026-03-05T12:00:00Z')]],
    );
  });

  it('keeps why the key may not tell', async () => {
    const { session } = openSession([{ status: 403, body: { detail: 'No scope.' } }]);
    await loadActivity(session, 311, never);
    const resource = session.store.state.activities.get(311);
    assert.equal(resource?.state === 'failed' && resource.error.kind, 'forbidden');
  });
});
