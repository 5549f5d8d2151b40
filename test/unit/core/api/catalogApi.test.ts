import assert from 'node:assert/strict';
import { ask, lineOf } from '../../support/ask';
import { wireEvents, wireHoldout, wireListedMetric } from '../../support/generation/answers';
import { revenueMetric } from '../../support/generation/experiments';
import { never } from '../../support/openSession';
import { page } from '../../support/wireLists';

describe('The catalog', () => {
  it('has the first events that match, and says how many there are', async () => {
    const { requests, outcome } = await ask([{ body: wireEvents }], ({ catalog }) =>
      catalog.eventDefinitions(42, 'pur', never),
    );
    assert.deepEqual(requests.map(lineOf), ['GET /api/projects/42/event_definitions/?search=pur&limit=100']);
    assert.equal(requests[0]?.template, '/api/projects/:project/event_definitions/');
    assert.deepEqual(outcome.status === 'fulfilled' && outcome.value, {
      names: ['purchase', 'purchase completed'],
      count: 250,
    });
  });

  it('searches for nothing when nothing is typed', async () => {
    const { requests } = await ask([{ body: wireEvents }], ({ catalog }) =>
      catalog.eventDefinitions(42, '', never),
    );
    assert.deepEqual(requests.map(lineOf), ['GET /api/projects/42/event_definitions/?limit=100']);
  });

  it('has all shared metrics, with their definitions', async () => {
    const { requests, outcome } = await ask([page(wireListedMetric, { id: 10 })], ({ catalog }) =>
      catalog.savedMetrics(42, never),
    );
    assert.deepEqual(requests.map(lineOf), [
      'GET /api/projects/42/experiment_saved_metrics/?limit=100&offset=0',
    ]);
    assert.deepEqual(outcome.status === 'fulfilled' && outcome.value, {
      rows: [
        {
          id: 9,
          description: undefined,
          metric: {
            uuid: revenueMetric.uuid,
            name: 'Revenue per user',
            type: 'mean',
            goal: 'increase',
            fingerprint: revenueMetric.fingerprint,
            definition: revenueMetric,
          },
        },
      ],
      dropped: 1,
    });
  });

  it('has all holdouts, with the share they leave out', async () => {
    const rows = [wireHoldout, { id: 4, description: 'All of it', filters: null }];
    const { requests, outcome } = await ask([page(...rows)], ({ catalog }) => catalog.holdouts(42, never));
    assert.deepEqual(requests.map(lineOf), ['GET /api/projects/42/experiment_holdouts/?limit=100&offset=0']);
    assert.deepEqual(outcome.status === 'fulfilled' && outcome.value.rows, [
      { id: 3, name: 'Everybody but a tenth', description: undefined, excludedPercent: 10 },
      { id: 4, name: 'Holdout 4', description: 'All of it', excludedPercent: undefined },
    ]);
  });
});
