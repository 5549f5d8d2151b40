import assert from 'node:assert/strict';
import { checkImplementation } from '../../../../src/core/useCase/checkImplementation';
import { type Answer, pathOf, queryOf } from '../../support/fakeTransport';
import { aDetail, aMetric } from '../../support/models';
import { openSession } from '../../support/openSession';

const events = (...names: string[]) =>
  aMetric({ definition: { series: names.map((event) => ({ kind: 'EventsNode', event })) } });
const action = (id: number) => aMetric({ definition: { source: { kind: 'ActionsNode', id } } });
const experiment = aDetail({
  primaryMetrics: [events('signup', 'purchase'), action(3)],
  secondaryMetrics: [events('purchase')],
});

const check = (answer: Answer, of = experiment) => {
  const { session, transport } = openSession([answer]);
  return { transport, result: checkImplementation(session, of) };
};

describe('Checking whether events carry flags', () => {
  it('asks for the events and actions of all metrics, each once', async () => {
    const { result, transport } = check({ body: { result: false } });
    assert.deepEqual(await result, { kind: 'flagsSeen', events: ['signup', 'purchase'], actionIds: [3] });
    const [request] = transport.requests;
    assert.ok(request);
    assert.equal(pathOf(request), '/api/projects/42/experiments/requires_flag_implementation/');
    assert.deepEqual(JSON.parse(queryOf(request)['events'] ?? ''), [
      { id: 'signup', type: 'events' },
      { id: 'purchase', type: 'events' },
    ]);
    assert.deepEqual(JSON.parse(queryOf(request)['actions'] ?? ''), [{ id: 3, type: 'actions' }]);
  });

  it('takes true for a problem: that is what PostHog means', async () => {
    assert.equal((await check({ body: { result: true } }).result).kind, 'noFlagsSeen');
  });

  it('asks nothing when there is nothing to look at: PostHog would call that a problem', async () => {
    const none = aDetail({ primaryMetrics: [aMetric()], secondaryMetrics: [] });
    const { result, transport } = check({ body: { result: true } }, none);
    assert.deepEqual(await result, { kind: 'noEvents' });
    assert.equal(transport.requests.length, 0);
  });

  it('tells a PostHog that no longer offers it from one that fails', async () => {
    assert.deepEqual(await check({ status: 404, body: { detail: 'Not found.' } }).result, {
      kind: 'retired',
    });
    await assert.rejects(check({ status: 500, body: {} }).result, { kind: 'server' });
  });
});
