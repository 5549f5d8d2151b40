import assert from 'node:assert/strict';
import { allRows, ok } from './client';
import { useServer } from './useServer';
import type { Experiment, Flag, Page } from './wire';

describe('a stranger pages through lists', () => {
  const server = useServer(['--era=F', '--experiments=137']);

  it('gets 100 rows when no limit is asked for, and the count of all', async () => {
    const page = await ok(server.client.get<Page<Experiment>>('experiments/'));
    assert.deepEqual(Object.keys(page).toSorted(), ['count', 'next', 'previous', 'results']);
    assert.equal(page.results.length, 100);
    assert.ok(page.count > 100);
    assert.equal(page.previous, null);
  });

  it('gets an absolute link to the next page that says limit and offset', async () => {
    const page = await ok(server.client.get<Page<Experiment>>('experiments/', { limit: 10 }));
    const next = new URL(page.next ?? '');
    assert.equal(next.origin, server.client.host);
    assert.equal(next.searchParams.get('limit'), '10');
    assert.equal(next.searchParams.get('offset'), '10');
  });

  it('finds the filters of the first page in the link to the next', async () => {
    const page = await ok(
      server.client.get<Page<Experiment>>('experiments/', { limit: 1, status: 'running' }),
    );
    assert.equal(new URL(page.next ?? '').searchParams.get('status'), 'running');
  });

  it('meets every row once by following next, and nothing after the last page', async () => {
    const { count } = await ok(server.client.get<Page<Experiment>>('experiments/', { limit: 1 }));
    const rows = await allRows<Experiment>(server.client, 'experiments/', { limit: 7 });
    assert.equal(rows.length, count);
    assert.equal(new Set(rows.map(({ id }) => id)).size, count);
  });

  it('comes back from the second page by previous', async () => {
    const first = await ok(server.client.get<Page<Experiment>>('experiments/', { limit: 5 }));
    const second = await ok(server.client.get<Page<Experiment>>('experiments/', { limit: 5, offset: 5 }));
    const { pathname, search } = new URL(second.previous ?? '');
    const back = await ok(server.client.get<Page<Experiment>>(`${pathname}${search}`));
    assert.deepEqual(back.results, first.results);
  });

  it('gets an empty last page beyond the end', async () => {
    const page = await ok(server.client.get<Page<Experiment>>('experiments/', { offset: 100_000 }));
    assert.deepEqual(page.results, []);
    assert.equal(page.next, null);
  });

  for (const path of [
    'feature_flags/',
    'experiment_saved_metrics/',
    'experiment_holdouts/',
    'event_definitions/',
  ]) {
    it(`gets the same envelope from ${path}`, async () => {
      const page = await ok(server.client.get<Page<unknown>>(path, { limit: 1 }));
      assert.equal(typeof page.count, 'number');
      assert.ok(page.results.length <= 1);
      assert.equal(page.next === null, page.count <= 1);
      assert.equal(page.previous, null);
    });
  }

  it('may leave out the slash at the end of a path', async () => {
    const [first] = (await ok(server.client.get<Page<Flag>>('feature_flags/', { limit: 1 }))).results;
    const without = await ok(server.client.get<Page<Flag>>('feature_flags', { limit: 1 }));
    assert.deepEqual(without.results[0], first);
    await ok(server.client.get('experiments/stats'));
  });

  it('may call the project @current', async () => {
    const named = await ok(server.client.get<Page<Experiment>>('experiments/', { limit: 3 }));
    const current = await ok(
      server.client.in('@current').get<Page<Experiment>>('experiments/', { limit: 3 }),
    );
    assert.deepEqual(current.results, named.results);
  });

  it('reads dates in UTC that end with Z', async () => {
    const rows = await allRows<Experiment>(server.client, 'experiments/');
    const dates = rows.flatMap(({ start_date, end_date, created_at, updated_at }) => [
      start_date ?? created_at,
      end_date ?? created_at,
      created_at,
      updated_at,
    ]);
    for (const date of dates) assert.match(date, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?Z$/);
  });
});
