import assert from 'node:assert/strict';
import type { Session } from '../../../../src/core/session';
import { lastLoaded } from '../../../../src/core/store/resource';
import { loadFlags, readingOf } from '../../../../src/core/useCase/loadFlags';
import { deferred, everythingSettled } from '../../support/deferred';
import { type Answer, pathOf, queryOf, type Respond } from '../../support/fakeTransport';
import { never, openSession } from '../../support/openSession';

const newest = { order: '-created_at' } as const;
const some = { atLeast: 50, fresh: false };
const everything = { atLeast: Number.POSITIVE_INFINITY, fresh: false };

const wireFlag = (id: number) => ({
  id,
  key: `flag-${id}`,
  filters: { multivariate: { variants: [{ key: 'control' }, { key: 'test' }] } },
});

/** A project with so many flags. `before` is asked for every page, and may wait or fail. */
function servePages(
  count: number,
  before: (offset: number) => Answer | Promise<Answer | void> | void = () => {},
): Respond {
  return async (request) => {
    const { offset = '0', limit = '20' } = queryOf(request);
    const first = Number(offset);
    const answer = await before(first);
    if (answer) return answer;
    const length = Math.max(0, Math.min(Number(limit), count - first));
    return { body: { count, results: Array.from({ length }, (_, index) => wireFlag(first + index)) } };
  };
}

const known = (session: Session) => lastLoaded(readingOf(session, newest))?.value;
const stateOf = (session: Session) => readingOf(session, newest)?.state;

describe('Loading flags', () => {
  it('reads a hundred at a time, and only what is needed', async () => {
    const { session, transport } = openSession(servePages(340));
    await loadFlags(session, newest, some, never);
    assert.deepEqual(transport.requests.map(queryOf), [{ limit: '100', offset: '0', order: '-created_at' }]);
    assert.deepEqual(transport.requests.map(pathOf), [
      '/api/projects/42/experiments/eligible_feature_flags/',
    ]);
    const { flags, count, nextOffset } = known(session) ?? {};
    assert.deepEqual([flags?.length, count, nextOffset], [100, 340, 100]);
    await loadFlags(session, newest, { ...some, atLeast: 100 }, never);
    assert.equal(transport.requests.length, 1, 'what is there was read again');
    await loadFlags(session, newest, { ...some, atLeast: 101 }, never);
    assert.deepEqual(
      transport.requests.map((request) => queryOf(request)['offset']),
      ['0', '100'],
    );
    assert.equal(known(session)?.flags.length, 200);
  });

  it('reads to the end, and shows every page as it comes', async () => {
    const { session } = openSession(servePages(340));
    const seen: (number | undefined)[] = [];
    session.store.subscribe(() => seen.push(known(session)?.flags.length));
    await loadFlags(session, newest, everything, never);
    assert.deepEqual([...new Set(seen)], [undefined, 100, 200, 300, 340]);
    assert.equal(known(session)?.nextOffset, undefined);
    assert.equal(stateOf(session), 'ready');
  });

  it('keeps the order of the server, and tells twins of shifting pages apart', async () => {
    const { session } = openSession((request) => {
      const ids = queryOf(request)['offset'] === '0' ? [...Array(100).keys()] : [99, 100];
      return { body: { count: 102, results: ids.map(wireFlag) } };
    });
    await loadFlags(session, newest, everything, never);
    assert.deepEqual(
      known(session)?.flags.map(({ id }) => id),
      [...Array(101).keys()],
    );
  });

  it('is as old as its oldest page', async () => {
    const { session, clock } = openSession(servePages(340));
    await loadFlags(session, newest, some, never);
    const firstMs = clock.now();
    clock.advance(60_000);
    await loadFlags(session, newest, everything, never);
    assert.equal(lastLoaded(readingOf(session, newest))?.loadedMs, firstMs);
    await loadFlags(session, newest, { ...some, fresh: true }, never);
    assert.equal(lastLoaded(readingOf(session, newest))?.loadedMs, clock.now());
  });

  it('keeps what was read when a later page fails, and goes on from there', async () => {
    let isDown = true;
    const { session, transport } = openSession(
      servePages(340, (offset) => (offset === 200 && isDown ? { status: 403, body: {} } : undefined)),
    );
    await loadFlags(session, newest, everything, never);
    assert.deepEqual([stateOf(session), known(session)?.flags.length], ['failed', 200]);
    isDown = false;
    await loadFlags(session, newest, everything, never);
    assert.deepEqual([stateOf(session), known(session)?.flags.length], ['ready', 340]);
    assert.deepEqual(
      transport.requests.map((request) => queryOf(request)['offset']),
      ['0', '100', '200', '200', '300'],
    );
  });

  it('keeps what was read when it is stopped', async () => {
    const { session } = openSession(
      servePages(340, (offset) => (offset === 200 ? deferred<Answer>().promise : undefined)),
    );
    const leaver = new AbortController();
    const leaving = loadFlags(session, newest, everything, leaver.signal);
    await everythingSettled();
    leaver.abort();
    await assert.rejects(leaving);
    assert.deepEqual([stateOf(session), known(session)?.flags.length], ['ready', 200]);
  });

  it('leaves the old list in its place until a new reading of it is complete', async () => {
    const gate = deferred();
    let isSlow = false;
    const { session } = openSession(
      servePages(340, async (offset) => (isSlow && offset > 0 ? gate.promise : undefined)),
    );
    await loadFlags(session, newest, everything, never);
    isSlow = true;
    const again = loadFlags(session, newest, { atLeast: 150, fresh: true }, never);
    await everythingSettled();
    assert.deepEqual([stateOf(session), known(session)?.flags.length], ['loading', 340]);
    gate.resolve();
    await again;
    assert.equal(known(session)?.flags.length, 200);
  });

  it('forgets a list for another, whose place a late answer does not take', async () => {
    const gate = deferred();
    const { session } = openSession(async (request) => {
      if (queryOf(request)['search'] === undefined) await gate.promise;
      return { body: { count: 1, results: [wireFlag(7)] } };
    });
    const slow = loadFlags(session, newest, some, never);
    await loadFlags(session, { ...newest, search: 'b' }, some, never);
    gate.resolve();
    await slow;
    assert.equal(readingOf(session, newest), undefined);
    assert.equal(readingOf(session, { ...newest, search: 'b' })?.state, 'ready');
  });

  it('goes on for whoever joins a reading that wants less', async () => {
    const { session, transport } = openSession(servePages(340));
    await Promise.all([
      loadFlags(session, newest, some, never),
      loadFlags(session, newest, everything, never),
    ]);
    assert.equal(known(session)?.flags.length, 340);
    assert.equal(transport.requests.length, 4);
  });

  it('reads on through pages of a retired server on which nothing is eligible', async () => {
    const { session } = openSession((request) => {
      if (request.path.includes('eligible')) return { status: 404, body: { detail: 'Not found.' } };
      const offset = Number(queryOf(request)['offset']);
      const plain = (index: number) => ({ id: offset + index, key: `plain-${offset + index}`, filters: {} });
      const results =
        offset < 200 ? Array.from({ length: 100 }, (_, index) => plain(index)) : [wireFlag(200)];
      return { body: { count: 201, next: null, results } };
    });
    await loadFlags(session, newest, some, never);
    const reading = known(session);
    assert.deepEqual([reading?.flags.map(({ id }) => id), reading?.source], [[200], 'all']);
  });
});
