import assert from 'node:assert/strict';
import { Flights } from '../../../../src/core/store/flights';
import { deferred, everythingSettled } from '../../support/deferred';
import { never } from '../../support/openSession';

/** One piece of work whose end the test decides, and how often it was begun. */
function work() {
  const end = deferred();
  const signals: AbortSignal[] = [];
  const start = (signal: AbortSignal) => {
    signals.push(signal);
    return end.promise;
  };
  return { start, signals, end };
}

describe('Flights', () => {
  const unhandled: unknown[] = [];
  const remember = (reason: unknown) => unhandled.push(reason);
  beforeEach(() => {
    unhandled.length = 0;
    process.on('unhandledRejection', remember);
  });
  afterEach(async () => {
    await everythingSettled();
    process.off('unhandledRejection', remember);
    assert.deepEqual(unhandled, []);
  });

  it('start work once for all who ask meanwhile', async () => {
    const flights = new Flights();
    const { start, signals, end } = work();
    const waiters = [flights.join('list', start, never), flights.join('list', start, never)];
    assert.equal(signals.length, 1);
    end.resolve();
    await Promise.all(waiters);
  });

  it('start other work under another key, and the same again when it is done', async () => {
    const flights = new Flights();
    const { start, signals, end } = work();
    const first = [flights.join('a', start, never), flights.join('b', start, never)];
    assert.equal(signals.length, 2);
    end.resolve();
    await Promise.all(first);
    await flights.join('a', start, never);
    assert.equal(signals.length, 3);
  });

  it('share a failure, and start afresh after it', async () => {
    const flights = new Flights();
    const { start, signals, end } = work();
    const waiters = [flights.join('list', start, never), flights.join('list', start, never)];
    const failure = new Error('no');
    end.reject(failure);
    const results = await Promise.allSettled(waiters);
    assert.ok(results.every((result) => result.status === 'rejected' && result.reason === failure));
    await flights.join('list', async () => undefined, never);
    assert.equal(signals.length, 1);
  });

  it('go on for the others when one leaves', async () => {
    const flights = new Flights();
    const { start, signals, end } = work();
    const leaver = new AbortController();
    const leaving = flights.join('list', start, leaver.signal);
    const staying = flights.join('list', start, never);
    leaver.abort();
    await assert.rejects(leaving, { name: 'AbortError' });
    assert.equal(signals[0]?.aborted, false);
    end.resolve();
    await staying;
  });

  it('are cancelled when the last one leaves', async () => {
    const flights = new Flights();
    const { start, signals, end } = work();
    const leavers = [new AbortController(), new AbortController()];
    const waits = leavers.map(({ signal }) => flights.join('list', start, signal));
    for (const leaver of leavers) leaver.abort();
    await Promise.allSettled(waits);
    assert.equal(signals[0]?.aborted, true);
    end.reject(new Error('cancelled, long after the last one left'));
  });

  it('reject with the reason of the one who leaves', async () => {
    const leaver = new AbortController();
    const wait = new Flights().join('list', work().start, leaver.signal);
    const reason = new Error('signed out');
    leaver.abort(reason);
    await assert.rejects(wait, reason);
  });

  it('begin anew for who comes after the last one left, and keep the two apart', async () => {
    const flights = new Flights();
    const first = work();
    const second = work();
    const leaver = new AbortController();
    const left = flights.join('list', first.start, leaver.signal);
    leaver.abort();
    await assert.rejects(left);
    const waiting = flights.join('list', second.start, never);
    assert.equal(second.signals.length, 1);
    // The end of the first must not take the second out of the books.
    first.end.reject(new Error('cancelled'));
    await everythingSettled();
    const joining = flights.join('list', work().start, never);
    second.end.resolve();
    await Promise.all([waiting, joining]);
    assert.equal(second.signals[0]?.aborted, true, 'nobody is left, so nothing may go on');
  });

  it('start nothing for who left before asking', async () => {
    const { start, signals } = work();
    await assert.rejects(new Flights().join('list', start, AbortSignal.abort()), { name: 'AbortError' });
    assert.equal(signals.length, 0);
  });

  it('leave no listener on the signal of who asked', async () => {
    const counts = { added: 0, removed: 0 };
    const { signal } = new AbortController();
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...parameters: Parameters<typeof add>) => {
      counts.added++;
      add(...parameters);
    };
    signal.removeEventListener = (...parameters: Parameters<typeof remove>) => {
      counts.removed++;
      remove(...parameters);
    };
    await new Flights().join('list', async () => undefined, signal);
    await assert.rejects(new Flights().join('list', () => Promise.reject(new Error('no')), signal));
    assert.deepEqual(counts, { added: 2, removed: 2 });
  });
});
