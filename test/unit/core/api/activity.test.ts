import assert from 'node:assert/strict';
import { ask, lineOf, notFound } from '../../support/ask';
import type { Answer } from '../../support/fakeTransport';
import { wireActivityLog, wireActivityPage } from '../../support/generation/answers';
import { never } from '../../support/openSession';

const read = (...answers: Answer[]) =>
  ask(answers, ({ experiments }) => experiments.activity(42, 311, never));

const entry = {
  timeMs: Date.UTC(2026, 2, 2, 10, 0, 0, 123),
  person: 'Ada King',
  verb: 'updated',
  changes: [{ field: 'name', before: 'Button', after: 'Checkout button colour' }],
};

describe('What was done to an experiment', () => {
  it('is told by an endpoint of its own on servers since late 2026', async () => {
    const { requests, outcome } = await read({ body: wireActivityPage });
    assert.deepEqual(requests.map(lineOf), ['GET /api/projects/42/experiments/311/activity/?limit=100']);
    assert.equal(requests[0]?.template, '/api/projects/:project/experiments/:id/activity/');
    assert.deepEqual(outcome.status === 'fulfilled' && outcome.value, {
      activities: [entry],
      count: 7,
      unreadable: 0,
    });
  });

  it('is told by the log of the project on older ones, which does not say how much there is', async () => {
    const { requests, outcome } = await read(notFound, { body: wireActivityLog });
    assert.deepEqual(requests.map(lineOf), [
      'GET /api/projects/42/experiments/311/activity/?limit=100',
      'GET /api/projects/42/activity_log/?scope=Experiment&item_id=311&limit=100',
    ]);
    assert.deepEqual(outcome.status === 'fulfilled' && outcome.value, {
      activities: [entry],
      count: undefined,
      unreadable: 0,
    });
  });

  it('has nobody behind it when PostHog did it itself, and nothing but a verb when nothing changed', async () => {
    const [first] = wireActivityPage.results;
    const results = [
      { ...first, is_system: true, activity: 'created', detail: null, created_at: null },
      { odd: true },
    ];
    const { outcome } = await read({ body: { results } });
    assert.deepEqual(outcome.status === 'fulfilled' && outcome.value, {
      activities: [{ timeMs: undefined, person: undefined, verb: 'created', changes: [] }],
      count: undefined,
      unreadable: 1,
    });
  });

  it('is not asked twice when the key may not read it', async () => {
    const { requests, outcome } = await read({ status: 403, body: {} });
    assert.equal(requests.length, 1);
    assert.equal(outcome.status, 'rejected');
  });
});
