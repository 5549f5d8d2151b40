import assert from 'node:assert/strict';
import { invalidBody } from './invalidBody';
import { first, openSandbox } from './sandboxClient';

const lightKeys = [
  'archived',
  'conclusion',
  'conclusion_comment',
  'created_at',
  'created_by',
  'deleted',
  'description',
  'end_date',
  'excluded_variants',
  'exposure_cohort',
  'feature_flag',
  'feature_flag_key',
  'holdout',
  'id',
  'is_legacy',
  'name',
  'parameters',
  'running_time_calculation',
  'start_date',
  'status',
  'tags',
  'type',
  'updated_at',
  'user_access_level',
];

describe('sandbox: list of experiments', () => {
  it('has light items: a subset of the whole object, with the same values', async () => {
    const { list, retrieve } = openSandbox();
    const { results } = await list();
    for (const row of results) {
      assert.deepEqual(Object.keys(row).toSorted(), lightKeys);
      const whole = await retrieve(row.id);
      for (const [key, value] of Object.entries(row)) assert.deepEqual(whole[key], value, key);
    }
  });

  it('pages by limit and offset, with links that lead through all rows once', async () => {
    const { sandbox, ask, list } = openSandbox({ experiments: 230 });
    const all = await list('?limit=500&archived=false');
    assert.equal(all.count, all.results.length);
    assert.equal(all.next, null);
    assert.equal((await list()).results.length, 100);

    const seen: number[] = [];
    let next: string | null = '?limit=40&search=&order=name';
    let pages = 0;
    while (next !== null) {
      const page = await list(next);
      assert.equal(page.count, all.count);
      seen.push(...page.results.map((row) => row.id));
      pages++;
      next = page.next && new URL(page.next).pathname + new URL(page.next).search;
    }
    assert.equal(pages, Math.ceil(all.count / 40));
    assert.deepEqual(
      seen.toSorted((a, b) => a - b),
      all.results.map((row) => row.id).toSorted((a, b) => a - b),
    );

    const base = `http://sandbox.invalid/api/projects/${sandbox.projectId}/experiments/`;
    const middle = await list('?offset=40&limit=40&order=name');
    assert.equal(middle.next, `${base}?limit=40&offset=80&order=name`);
    assert.equal(middle.previous, `${base}?limit=40&order=name`);
    assert.equal((await list('?limit=nonsense&offset=-3')).results.length, 100);
    assert.deepEqual((await list('?offset=9999')).results, []);
    assert.equal((await ask('GET', '?limit=0')).status, 200);
  });

  it('filters by status, alias and letter case, and ignores words it does not know', async () => {
    const { list } = openSandbox();
    const statuses = async (query: string) => [
      ...new Set((await list(query)).results.map((row) => row.status)),
    ];
    for (const word of ['draft', 'running', 'paused', 'stopped', 'exposure_frozen']) {
      assert.deepEqual(await statuses(`?status=${word}`), [word]);
    }
    assert.deepEqual(await statuses('?status=COMPLETE'), ['stopped']);
    assert.equal((await list('?status=finished')).count, (await list()).count);
    assert.equal((await list('?status=all')).count, (await list()).count);
  });

  it('shows archived rows only when asked for them, and then no others', async () => {
    const { list } = openSandbox();
    assert.ok((await list()).results.every((row) => !row.archived));
    const archived = await list('?archived=true');
    assert.deepEqual(
      archived.results.map((row) => row.feature_flag_key),
      ['loyalty-banner', 'review-stars'],
    );
  });

  it('searches names only', async () => {
    const { list } = openSandbox();
    const found = (await list('?search=CHECKOUT')).results.map((row) => row.name).toSorted();
    assert.deepEqual(found, [
      'Chat during checkout',
      'Checkout button colour',
      'Guest checkout',
      'One-page checkout',
    ]);
    assert.equal((await list('?search=checkout-button-colour')).count, 0);
  });

  it('filters by flag and by creators', async () => {
    const { ask, list } = openSandbox();
    const popup = first((await list('?search=wording')).results);
    const sharing = await list(`?feature_flag_id=${popup.feature_flag.id}&order=name`);
    assert.deepEqual(
      sharing.results.map((row) => row.name),
      ['Newsletter pop-up: when', 'Newsletter pop-up: wording'],
    );
    const refused = await ask('GET', '?feature_flag_id=popup');
    assert.equal(refused.status, 400);
    assert.deepEqual(refused.body, invalidBody('feature_flag_id must be an integer'));
    const both = (await list('?created_by_id=5,6')).count;
    const each = (await list('?created_by_id=5')).count + (await list('?created_by_id=[6]')).count;
    assert.equal(both, each);
  });

  it('orders by the fields of the server and refuses others', async () => {
    const { ask, list } = openSandbox({ experiments: 60 });
    const names = (await list('?order=name')).results.map((row) => row.name.toLowerCase());
    assert.deepEqual(
      names,
      names.toSorted((a, b) => (a < b ? -1 : 1)),
    );
    assert.deepEqual(
      (await list('?order=-name')).results.map((row) => row.name.toLowerCase()),
      names.toReversed(),
    );
    const created = (await list()).results.map((row) => String(row['created_at']));
    assert.deepEqual(created, created.toSorted().toReversed());
    const ranks = (await list('?order=status')).results.map((row) =>
      row.status === 'draft' ? 0 : row.status === 'stopped' ? 2 : 1,
    );
    assert.deepEqual(
      ranks,
      ranks.toSorted((a, b) => a - b),
    );
    for (const field of ['updated_at', '-start_date', 'end_date', '-duration', 'created_by']) {
      assert.equal((await ask('GET', `?order=${field}`)).status, 200);
    }
    const refused = await ask('GET', '?order=constructor');
    assert.equal(refused.status, 400);
    assert.deepEqual(refused.body, invalidBody("Invalid order field: 'constructor'"));
  });
});
