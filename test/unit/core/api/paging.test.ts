import assert from 'node:assert/strict';
import * as v from 'valibot';
import { createApiCaller } from '../../../../src/core/api/caller';
import { PostHogError } from '../../../../src/core/api/errors';
import { readAllPages } from '../../../../src/core/api/paging';
import { FakeTransport, pathOf, queryOf, type Answer, type Respond } from '../../support/fakeTransport';
import { never } from '../../support/openSession';

const row = v.object({ id: v.number() });
const list = { template: '/api/projects/:project/experiments/', ids: { project: 42 } };
const next = 'http://internal:8000/api/projects/42/experiments/?limit=100&offset=100';
const ids = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: from + index }));

function read(answers: Respond | Answer[], query = {}, signal = never) {
  const transport = new FakeTransport(answers);
  const call = createApiCaller(transport);
  return { transport, result: readAllPages(call, { ...list, query }, row, ({ id }) => id, signal) };
}

/** A server of so many rows that never sends more than `limit` of them. */
function serve(total: number, limit: number): Respond {
  return (request) => {
    const { offset = '0', limit: asked = '100' } = queryOf(request);
    const results = ids(Number(offset), total).slice(0, Math.min(limit, Number(asked)));
    const end = Number(offset) + results.length;
    return {
      body: {
        count: total,
        next: end < total ? next : null,
        results: results.filter(({ id }) => id < total),
      },
    };
  };
}

describe('Paging', () => {
  it('reads one page and stops', async () => {
    const { transport, result } = read([{ body: { count: 2, next: null, results: ids(1, 2) } }]);
    assert.deepEqual(await result, { rows: [{ id: 1 }, { id: 2 }], dropped: 0 });
    assert.equal(transport.requests.length, 1);
  });

  it('asks by offsets of its own and never by the address the server names', async () => {
    const { transport, result } = read(serve(250, 100), { archived: 'true' });
    assert.equal((await result).rows.length, 250);
    assert.deepEqual(transport.requests.map(queryOf), [
      { archived: 'true', limit: '100', offset: '0' },
      { archived: 'true', limit: '100', offset: '100' },
      { archived: 'true', limit: '100', offset: '200' },
    ]);
    assert.ok(transport.requests.every((request) => request.method === 'GET'));
    assert.deepEqual(new Set(transport.requests.map(pathOf)), new Set(['/api/projects/42/experiments/']));
    assert.ok(transport.requests.every((request) => request.template === list.template));
  });

  it('reads to the end of a server that clamps the limit', async () => {
    const { transport, result } = read(serve(23, 10));
    assert.deepEqual((await result).rows, ids(0, 23));
    assert.deepEqual(
      transport.requests.map((request) => queryOf(request)['offset']),
      ['0', '10', '20'],
    );
  });

  it('believes the count where the next link is missing', async () => {
    const { result, transport } = read([
      { body: { count: 3, results: ids(0, 2) } },
      { body: { count: 3, results: ids(2, 1) } },
    ]);
    assert.deepEqual((await result).rows, ids(0, 3));
    assert.equal(transport.requests.length, 2);
  });

  it('stops at an empty page, whatever next and count say', async () => {
    const { result } = read([
      { body: { count: 9, next, results: ids(0, 2) } },
      { body: { count: 9, next, results: [] } },
    ]);
    assert.deepEqual((await result).rows, ids(0, 2));
  });

  it('reads a list without count and next', async () => {
    const { result } = read([{ body: { results: ids(0, 2) } }]);
    assert.equal((await result).rows.length, 2);
  });

  it('tells rows that shifted to the next page from new ones', async () => {
    const { result } = read([
      { body: { count: 4, next, results: ids(0, 2) } },
      { body: { count: 4, next: null, results: [{ id: 1 }, { id: 2 }, { id: 3 }] } },
    ]);
    assert.deepEqual((await result).rows, ids(0, 4));
  });

  it('counts the rows it cannot read on every page', async () => {
    const { result } = read([
      { body: { next, results: [{ id: 1 }, {}, null] } },
      { body: { next: null, results: ['text', { id: 2 }] } },
    ]);
    assert.deepEqual(await result, { rows: [{ id: 1 }, { id: 2 }], dropped: 3 });
  });

  it('rejects the whole when a later page fails', async () => {
    const failures: readonly Answer[] = [
      { status: 500, body: {} },
      { status: 404, body: { detail: 'Invalid page.' } },
      { contentType: 'text/html', body: '<html>' },
      { body: { count: 200, next: null } },
      { body: { count: 200, next: null, results: 'none' } },
      new PostHogError('offline', { method: 'GET', template: list.template }),
    ];
    for (const failure of failures) {
      const { result } = read([{ body: { count: 200, next, results: ids(0, 100) } }, failure]);
      await assert.rejects(result, PostHogError);
    }
  });

  it('rejects a list that never ends', async () => {
    let asked = 0;
    const { result } = read(() => ({ body: { next, results: [{ id: asked++ }] } }));
    await assert.rejects(result, { name: 'PostHogError', kind: 'badResponse' });
    assert.equal(asked, 1000);
  });

  it('stops when it is cancelled', async () => {
    const abort = new AbortController();
    let asked = 0;
    const { result } = read(
      () => {
        asked++;
        if (asked === 2) abort.abort();
        return { body: { next, results: ids(asked * 100, 100) } };
      },
      {},
      abort.signal,
    );
    await assert.rejects(result, { kind: 'cancelled' });
    assert.ok(asked <= 3);
  });
});
