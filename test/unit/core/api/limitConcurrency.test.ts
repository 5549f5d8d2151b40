import assert from 'node:assert/strict';
import { limitConcurrency } from '../../../../src/core/api/limitConcurrency';
import type { ApiRequest } from '../../../../src/core/api/transport';
import { type Deferred, deferred, everythingSettled } from '../../support/deferred';
import { type Answer, FakeTransport } from '../../support/fakeTransport';
import { never } from '../../support/openSession';

const request = (name: string, method: ApiRequest['method'] = 'GET'): ApiRequest => ({
  method,
  path: `/${name}/`,
  template: '/:name/',
});

/** A transport whose exchanges end when the test says so. */
function open(limit: number) {
  const ends = new Map<string, Deferred<Answer>>();
  const transport = new FakeTransport(({ path }) => {
    const end = deferred<Answer>();
    ends.set(path, end);
    return end.promise;
  });
  const begun = () => transport.requests.map(({ path }) => path.replaceAll('/', ''));
  const end = async (name: string, answer: Answer = {}) => {
    ends.get(`/${name}/`)?.resolve(answer);
    await everythingSettled();
  };
  return { limited: limitConcurrency(transport, limit), begun, end };
}

describe('The limit of exchanges', () => {
  it('lets so many go at a time, and the next in the order of their coming', async () => {
    const { limited, begun, end } = open(2);
    const answers = ['a', 'b', 'c', 'd'].map((name) => limited.send(request(name), never));
    await everythingSettled();
    assert.deepEqual(begun(), ['a', 'b']);
    await end('b');
    assert.deepEqual(begun(), ['a', 'b', 'c']);
    await end('a');
    assert.deepEqual(begun(), ['a', 'b', 'c', 'd']);
    await end('c');
    await end('d');
    assert.equal((await Promise.all(answers)).length, 4);
  });

  it('is one for reads and writes', async () => {
    const { limited, begun, end } = open(1);
    const answers = [limited.send(request('a', 'POST'), never), limited.send(request('b'), never)];
    await everythingSettled();
    assert.deepEqual(begun(), ['a']);
    await end('a');
    await end('b');
    await Promise.all(answers);
  });

  it('gives the place back after a failure', async () => {
    const { limited, begun, end } = open(1);
    const failing = assert.rejects(limited.send(request('a'), never), /broken/);
    const waiting = limited.send(request('b'), never);
    await everythingSettled();
    await end('a', new Error('broken'));
    await failing;
    assert.deepEqual(begun(), ['a', 'b']);
    await end('b');
    await waiting;
  });

  it('lets nobody slip in before those who wait', async () => {
    const { limited, begun, end } = open(1);
    const first = limited.send(request('a'), never);
    const second = limited.send(request('b'), never);
    await everythingSettled();
    const third = first.then(() => limited.send(request('c'), never));
    await end('a');
    assert.deepEqual(begun(), ['a', 'b']);
    await end('b');
    await end('c');
    await Promise.all([second, third]);
  });

  it('forgets who leaves while waiting, and takes no place for who has left before', async () => {
    const { limited, begun, end } = open(1);
    const abort = new AbortController();
    const first = limited.send(request('a'), never);
    const left = assert.rejects(limited.send(request('b'), abort.signal), {
      kind: 'cancelled',
      details: { method: 'GET', template: '/:name/' },
    });
    const third = limited.send(request('c'), never);
    abort.abort();
    await left;
    await assert.rejects(limited.send(request('d'), abort.signal), { kind: 'cancelled' });
    await end('a');
    assert.deepEqual(begun(), ['a', 'c']);
    await end('c');
    await Promise.all([first, third]);
  });

  it('is whole again after everything, aborts included', async () => {
    const { limited, begun, end } = open(1);
    const abort = new AbortController();
    const left = assert.rejects(limited.send(request('a'), abort.signal), { kind: 'cancelled' });
    await everythingSettled();
    abort.abort();
    await left;
    const answers = [limited.send(request('b'), never), limited.send(request('c'), never)];
    await everythingSettled();
    assert.deepEqual(begun(), ['a', 'b']);
    await end('b');
    await end('c');
    await Promise.all(answers);
  });
});
