import assert from 'node:assert/strict';
import { shareRequests } from '../../../../src/core/api/shareRequests';
import type { ApiRequest } from '../../../../src/core/api/transport';
import { type Deferred, deferred, everythingSettled } from '../../support/deferred';
import { type Answer, FakeTransport } from '../../support/fakeTransport';
import { never } from '../../support/openSession';

const read = (path = '/api/a/'): ApiRequest => ({ method: 'GET', path, template: '/api/:name/' });
const write: ApiRequest = { method: 'PATCH', path: '/api/a/', template: '/api/:name/', body: {} };

/** A transport whose exchanges end, in turn, when the test says so. */
function open() {
  const ends: Deferred<Answer>[] = [];
  const signals: AbortSignal[] = [];
  const transport = new FakeTransport((_, signal) => {
    const end = deferred<Answer>();
    ends.push(end);
    signals.push(signal);
    return end.promise;
  });
  return { shared: shareRequests(transport), transport, ends, signals };
}

describe('Reads of the same address', () => {
  it('share one exchange while it is under way, and its answer', async () => {
    const { shared, transport, ends } = open();
    const answers = [shared.send(read(), never), shared.send(read(), never)];
    await everythingSettled();
    assert.equal(transport.requests.length, 1);
    ends[0]?.resolve({ status: 404, body: { detail: 'No.' } });
    const [first, second] = await Promise.all(answers);
    assert.deepEqual(first?.body, { detail: 'No.' });
    assert.equal(second, first);
  });

  it('share its failure', async () => {
    const { shared, transport, ends } = open();
    const answers = [shared.send(read(), never), shared.send(read(), never)];
    ends[0]?.resolve(new Error('broken'));
    const outcomes = await Promise.allSettled(answers);
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['rejected', 'rejected'],
    );
    assert.equal(transport.requests.length, 1);
  });

  it('are asked again when the exchange is over, and each by itself at another address', async () => {
    const { shared, transport, ends } = open();
    const first = shared.send(read(), never);
    const other = shared.send(read('/api/a/?limit=1'), never);
    ends[0]?.resolve({});
    await first;
    const again = shared.send(read(), never);
    ends[1]?.resolve({});
    ends[2]?.resolve({});
    await Promise.all([other, again]);
    assert.equal(transport.requests.length, 3);
  });

  it('go on for the others when one leaves', async () => {
    const { shared, ends, signals } = open();
    const abort = new AbortController();
    const left = assert.rejects(shared.send(read(), abort.signal), { kind: 'cancelled' });
    const stays = shared.send(read(), never);
    abort.abort();
    await left;
    assert.equal(signals[0]?.aborted, false);
    ends[0]?.resolve({ body: 'answer' });
    assert.equal((await stays).body, 'answer');
  });

  it('are cancelled when the last one leaves', async () => {
    const { shared, transport, signals } = open();
    const aborts = [new AbortController(), new AbortController()];
    const left = aborts.map(({ signal }) =>
      assert.rejects(shared.send(read(), signal), {
        kind: 'cancelled',
        details: { method: 'GET', template: '/api/:name/' },
      }),
    );
    aborts[0]?.abort();
    await left[0];
    assert.equal(signals[0]?.aborted, false);
    aborts[1]?.abort();
    await Promise.all(left);
    assert.equal(signals[0]?.aborted, true);
    await assert.rejects(shared.send(read(), AbortSignal.abort()), { kind: 'cancelled' });
    assert.equal(transport.requests.length, 1);
  });
});

describe('Writes', () => {
  it('are never shared', async () => {
    const { shared, transport, ends } = open();
    const answers = [shared.send(write, never), shared.send(write, never)];
    await everythingSettled();
    assert.equal(transport.requests.length, 2);
    for (const end of ends) end.resolve({});
    await Promise.all(answers);
  });

  it('hand on the signal of their caller', async () => {
    const { shared, ends, signals } = open();
    const { signal } = new AbortController();
    const answer = shared.send(write, signal);
    ends[0]?.resolve({});
    await answer;
    assert.equal(signals[0], signal);
  });

  for (const outcome of ['succeeded', 'failed'] as const) {
    it(`that ${outcome} keep later reads from joining one from before them`, async () => {
      const { shared, transport, ends } = open();
      const before = shared.send(read(), never);
      const writing = shared.send(write, never);
      ends[1]?.resolve(outcome === 'failed' ? new Error('broken') : {});
      await Promise.allSettled([writing]);
      const after = shared.send(read(), never);
      ends[0]?.resolve({ body: 'old' });
      ends[2]?.resolve({ body: 'new' });
      assert.deepEqual([(await before).body, (await after).body], ['old', 'new']);
      assert.equal(transport.requests.length, 3);
    });
  }
});
