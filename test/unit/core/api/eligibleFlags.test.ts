import assert from 'node:assert/strict';
import type { EligibleFlagFilters } from '../../../../src/core/api/eligibleFlags';
import { answerOf, ask, notFound } from '../../support/ask';
import { type Answer, pathOf, queryOf } from '../../support/fakeTransport';
import { wireListedFlag } from '../../support/generation/answers';
import { never } from '../../support/openSession';

const eligiblePath = '/api/projects/42/experiments/eligible_feature_flags/';
const flagsPath = '/api/projects/42/feature_flags/';

const read = (filters: EligibleFlagFilters, ...answers: Answer[]) =>
  ask(answers, ({ experiments }) => experiments.eligibleFlags(42, filters, never));
const pageOf = (filters: EligibleFlagFilters, ...answers: Answer[]) =>
  answerOf(answers, ({ experiments }) => experiments.eligibleFlags(42, filters, never));

const flag = (id: number, parts: object = {}) => ({ ...wireListedFlag, id, key: `flag-${id}`, ...parts });
const withVariants = (...keys: string[]) => ({
  filters: { multivariate: { variants: keys.map((key) => ({ key, rollout_percentage: 50 })) } },
});
const results = (count: number, ...flags: unknown[]): Answer => ({ body: { count, results: flags } });

describe('A page of the flags an experiment can be made on', () => {
  it('is asked for with its own limit and every filter under its name, old and new', async () => {
    const { requests } = await read(
      {
        search: 'check out',
        active: false,
        createdById: 5,
        evaluationRuntime: 'client',
        hasEvaluationContexts: true,
        order: '-key',
        limit: 50,
        offset: 100,
      },
      results(0),
    );
    assert.deepEqual(requests.map(pathOf), [eligiblePath]);
    assert.equal(requests[0]?.template, '/api/projects/:project/experiments/eligible_feature_flags/');
    assert.deepEqual(requests.map(queryOf), [
      {
        search: 'check out',
        active: 'false',
        created_by_id: '5',
        evaluation_runtime: 'client',
        has_evaluation_contexts: 'true',
        has_evaluation_tags: 'true',
        order: '-key',
        limit: '50',
        offset: '100',
      },
    ]);
  });

  it('has 20 flags unless asked for more, and never over 100: PostHog would cut silently', async () => {
    const limitOf = async (limit?: number) =>
      (await read(limit === undefined ? {} : { limit }, results(0))).requests.map(queryOf)[0]?.['limit'];
    assert.deepEqual([await limitOf(), await limitOf(100), await limitOf(1000)], ['20', '100', '100']);
  });

  it('ends where the count says, not where it is shorter than asked', async () => {
    const page = await pageOf(
      { limit: 1000 },
      results(250, ...Array.from({ length: 100 }, (_, id) => flag(id))),
    );
    assert.deepEqual(
      [page.count, page.offset, page.nextOffset, page.flags.length, page.source],
      [250, 0, 100, 100, 'eligible'],
    );
    const last = await pageOf(
      { limit: 100, offset: 200 },
      results(250, ...Array.from({ length: 50 }, (_, id) => flag(id))),
    );
    assert.equal(last.nextOffset, undefined);
    assert.equal((await pageOf({ offset: 300 }, results(250))).nextOffset, undefined, 'behind the end');
  });

  it('has the flags that carry an experiment already, and none that are deleted', async () => {
    const page = await pageOf({}, results(2, flag(1), flag(2, { deleted: true })));
    assert.deepEqual(
      page.flags.map(({ id, experimentIds }) => [id, experimentIds]),
      [[1, [311]]],
    );
  });

  it('tells how many rows it could not read', async () => {
    const page = await pageOf({}, results(3, flag(1), { id: 2 }, null));
    assert.deepEqual([page.flags.length, page.unreadable], [1, 2]);
  });

  it('fails with what PostHog says of the request', async () => {
    const { requests, outcome } = await read({}, { status: 400, body: { error: 'Invalid limit or offset' } });
    assert.equal(requests.length, 1);
    assert.ok(outcome.status === 'rejected');
    assert.match(String(outcome.reason), /invalid \(400\): Invalid limit or offset/);
  });
});

describe('The same page where PostHog has retired the endpoint', () => {
  it('is chosen from the flags with variants, by the same filters', async () => {
    const { requests } = await read(
      {
        search: 'checkout',
        active: true,
        createdById: 5,
        evaluationRuntime: 'all',
        order: 'name',
        limit: 500,
      },
      notFound,
      results(0),
    );
    assert.deepEqual(requests.map(pathOf), [eligiblePath, flagsPath]);
    assert.deepEqual(queryOf(requests[1] ?? assert.fail()), {
      type: 'multivariant',
      search: 'checkout',
      active: 'true',
      created_by_id: '5',
      evaluation_runtime: 'all',
      order: 'name',
      limit: '100',
      offset: '0',
    });
  });

  it('keeps those with two variants or more of which the first is control', async () => {
    const page = await pageOf(
      {},
      notFound,
      results(
        5,
        flag(1),
        flag(2, withVariants('control')),
        flag(3, withVariants('a', 'control')),
        flag(4, withVariants('control', 'a', 'b')),
        flag(5, { filters: null }),
      ),
    );
    assert.deepEqual(
      page.flags.map(({ id }) => id),
      [1, 4],
    );
    assert.equal(page.source, 'all');
  });

  it('keeps those with evaluation contexts when asked: the list has no such filter', async () => {
    const flags = [flag(1), flag(2, { evaluation_contexts: ['web'] }), flag(3, { evaluation_contexts: [] })];
    const page = await pageOf({ hasEvaluationContexts: true }, notFound, results(3, ...flags));
    assert.deepEqual(
      page.flags.map(({ id }) => id),
      [2],
    );
  });

  it('may be empty with more behind it: the count is that of the flags it is chosen from', async () => {
    const others = [flag(1, withVariants('a', 'b')), flag(2, withVariants('c', 'd'))];
    const page = await pageOf({ limit: 2, offset: 4 }, notFound, results(7, ...others));
    assert.deepEqual([page.flags, page.count, page.nextOffset, page.unreadable], [[], 7, 6, 0]);
  });

  it('is not there where flags are neither', async () => {
    const { outcome } = await read({}, notFound, notFound);
    assert.ok(outcome.status === 'rejected');
    assert.match(String(outcome.reason), /feature_flags\/: notFound/);
  });
});
