import assert from 'node:assert/strict';
import { answerOf, ask, lineOf } from '../../support/ask';
import { type Answer, queryOf } from '../../support/fakeTransport';
import { flagByGeneration, wireListedFlag } from '../../support/generation/answers';
import { never } from '../../support/openSession';
import { page } from '../../support/wireLists';

const flag = (id: number, key = `flag-${id}`) => ({ ...wireListedFlag, id, key });
const flags = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => flag(from + index));
const pageOf = (count: number, results: readonly unknown[]): Answer => ({
  body: { count, next: null, results },
});

describe('Flags', () => {
  it('are read the same from every generation', async () => {
    for (const [generation, wire] of Object.entries(flagByGeneration)) {
      const { rows } = await answerOf([page(wire)], (client) => client.flags.list(42, {}, never));
      assert.deepEqual(
        rows,
        [
          {
            id: 901,
            key: 'checkout-button',
            name: 'Checkout button',
            active: true,
            variants: [
              { key: 'control', name: undefined, rolloutPercent: 50 },
              { key: 'test', name: undefined, rolloutPercent: 50 },
            ],
            payloads: { test: '{"color":"green"}' },
            ownerName: 'Ada',
            ownerId: 5,
            tags: ['growth'],
            experimentIds: [311],
            createdMs: Date.UTC(2026, 1, 20, 8),
            updatedMs: generation === 'B' ? undefined : Date.UTC(2026, 1, 21, 8),
            evaluationRuntime: generation === 'B' ? undefined : 'all',
            rolloutPercent: 60,
          },
        ],
        generation,
      );
    }
  });

  it('roll out as far as their widest condition, to everyone it matches without a percentage', async () => {
    const widest = async (filters: unknown) => {
      const { rows } = await answerOf([page({ id: 1, key: 'k', filters })], (client) =>
        client.flags.list(42, {}, never),
      );
      return rows[0]?.rolloutPercent;
    };
    assert.equal(await widest({ groups: [{ rollout_percentage: 0 }, { rollout_percentage: 30 }] }), 30);
    assert.equal(await widest({ groups: [{ rollout_percentage: 30 }, { rollout_percentage: null }] }), 100);
    assert.equal(await widest({ groups: [] }), undefined);
    assert.equal(await widest(null), undefined);
  });

  it('are read to the last page, with every filter under its name', async () => {
    const { requests, outcome } = await ask(
      [pageOf(101, flags(0, 100)), pageOf(101, flags(100, 1))],
      (client) =>
        client.flags.list(
          42,
          {
            search: 'check',
            active: 'STALE',
            type: 'multivariant',
            createdById: 5,
            evaluationRuntime: 'server',
            tags: ['growth'],
            order: '-created_at',
          },
          never,
        ),
    );
    assert.equal(outcome.status === 'fulfilled' && outcome.value.rows.length, 101);
    assert.deepEqual(
      requests.map((request) => queryOf(request)['offset']),
      ['0', '100'],
    );
    assert.deepEqual(queryOf(requests[0] ?? assert.fail()), {
      search: 'check',
      active: 'STALE',
      type: 'multivariant',
      created_by_id: '5',
      evaluation_runtime: 'server',
      tags: '["growth"]',
      order: '-created_at',
      limit: '100',
      offset: '0',
    });
    assert.equal(requests[0]?.template, '/api/projects/:project/feature_flags/');
  });

  it('come page by page, too', async () => {
    const { requests, outcome } = await ask([pageOf(7, [...flags(0, 2), { odd: true }])], (client) =>
      client.flags.page(42, { active: true, limit: 3, offset: 2 }, never),
    );
    assert.deepEqual(requests.map(lineOf), [
      'GET /api/projects/42/feature_flags/?active=true&limit=3&offset=2',
    ]);
    assert.ok(outcome.status === 'fulfilled');
    const { flags: found, ...rest } = outcome.value;
    assert.equal(found.length, 2);
    assert.deepEqual(rest, { count: 7, offset: 2, nextOffset: 5, unreadable: 1, source: 'all' });
  });
});

describe('Finding a flag by its key', () => {
  const find = (...answers: Answer[]) => ask(answers, (client) => client.flags.find(42, 'checkout', never));

  it('takes the one with exactly this key, wherever the search puts it, and asks no further', async () => {
    const first = pageOf(
      300,
      flags(0, 100).map((item) => ({ ...item, name: 'checkout' })),
    );
    const second = pageOf(300, [flag(100, 'checkout-2'), flag(101, 'checkout'), flag(102, 'Checkout')]);
    const { requests, outcome } = await find(first, second);
    assert.deepEqual(requests.map(lineOf), [
      'GET /api/projects/42/feature_flags/?search=checkout&limit=100&offset=0',
      'GET /api/projects/42/feature_flags/?search=checkout&limit=100&offset=100',
    ]);
    assert.equal(outcome.status === 'fulfilled' && outcome.value?.id, 101);
  });

  it('finds nothing when only parts match', async () => {
    const { outcome } = await find(page(flag(1, 'checkout-button'), flag(2, 'CHECKOUT')));
    assert.equal(outcome.status === 'fulfilled' && outcome.value, undefined);
  });

  it('fails when a page does: not found is not the same as not known', async () => {
    const { outcome } = await find(pageOf(300, flags(0, 100)), { status: 500, body: {} });
    assert.equal(outcome.status, 'rejected');
  });
});

describe('One flag', () => {
  it('comes with its filters as they are, to be sent back whole', async () => {
    const { requests, outcome } = await ask([{ body: wireListedFlag }], (client) =>
      client.flags.retrieve(42, 901, never),
    );
    assert.deepEqual(requests, [
      {
        method: 'GET',
        path: '/api/projects/42/feature_flags/901/',
        template: '/api/projects/:project/feature_flags/:flag/',
      },
    ]);
    assert.ok(outcome.status === 'fulfilled');
    assert.deepEqual(outcome.value.filters, wireListedFlag.filters);
    assert.equal(outcome.value.key, 'checkout-button');
  });

  it('is changed by what changed', async () => {
    const off = { ...wireListedFlag, active: false };
    const { requests, outcome } = await ask([{ body: off }], (client) =>
      client.flags.update(42, 901, { active: false }, never),
    );
    assert.deepEqual(requests.map(lineOf), ['PATCH /api/projects/42/feature_flags/901/ {"active":false}']);
    assert.equal(outcome.status === 'fulfilled' && outcome.value.active, false);
  });
});
