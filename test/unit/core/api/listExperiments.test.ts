import assert from 'node:assert/strict';
import type { ExperimentFilters } from '../../../../src/core/api/experimentBodies';
import { answerOf, ask } from '../../support/ask';
import { queryOf } from '../../support/fakeTransport';
import { experimentsByGeneration } from '../../support/generation/experiments';
import { never } from '../../support/openSession';
import { without, wireListItem } from '../../support/wireExperiments';
import { page, row } from '../../support/wireLists';

const list =
  (filters: ExperimentFilters) =>
  ({ experiments }: Parameters<Parameters<typeof ask>[1]>[0]) =>
    experiments.list(42, filters, never);

/** The ids that are left of these rows. */
async function idsOf(filters: ExperimentFilters, ...rows: unknown[]): Promise<readonly number[]> {
  return (await answerOf([page(...rows)], list(filters))).rows.map(({ id }) => id);
}

describe('The list of experiments', () => {
  it('asks for everything without a filter', async () => {
    const { requests } = await ask([page(wireListItem)], list({}));
    assert.deepEqual(requests, [
      {
        method: 'GET',
        path: '/api/projects/42/experiments/?limit=100&offset=0',
        template: '/api/projects/:project/experiments/',
      },
    ]);
  });

  it('sends every filter under its name', async () => {
    const { requests } = await ask(
      [page()],
      list({
        archived: true,
        status: 'paused',
        search: 'größe & co',
        order: '-start_date',
        createdById: 5,
        featureFlagId: 901,
        event: 'purchase completed',
        promptName: 'writer',
        tags: ['growth', 'web'],
        excludedTags: ['old'],
      }),
    );
    assert.deepEqual(requests.map(queryOf), [
      {
        archived: 'true',
        status: 'paused',
        search: 'größe & co',
        order: '-start_date',
        created_by_id: '5',
        feature_flag_id: '901',
        event: 'purchase completed',
        prompt_name: 'writer',
        tags: '["growth","web"]',
        excluded_tags: '["old"]',
        limit: '100',
        offset: '0',
      },
    ]);
  });

  it('sends no filter that says what the server does anyway', async () => {
    const { requests } = await ask([page()], list({ archived: false }));
    assert.deepEqual(requests.map(queryOf), [{ limit: '100', offset: '0' }]);
  });

  it('tells how many rows it could not read', async () => {
    const { rows, dropped } = await answerOf([page(wireListItem, { odd: true })], list({}));
    assert.deepEqual([rows.length, dropped], [1, 1]);
  });

  it('rejects a list that is none', async () => {
    for (const body of [[wireListItem], wireListItem, {}, { results: null }]) {
      const { outcome } = await ask([{ body }], list({}));
      assert.equal(outcome.status, 'rejected');
      assert.equal((outcome.reason as { kind: string }).kind, 'badResponse');
    }
  });
});

describe('A filter that a server may ignore', () => {
  it('is applied again: the status, also where it has to be derived', async () => {
    const paused = { feature_flag: { ...wireListItem.feature_flag, active: false } };
    assert.deepEqual(
      await idsOf(
        { status: 'paused' },
        row(1),
        row(2, { status: 'paused' }),
        row(3, { status: null, ...paused }),
      ),
      [2, 3],
    );
    assert.deepEqual(await idsOf({ status: 'running' }, row(1), row(2, { status: null, ...paused })), [1]);
  });

  it('is applied again: archived ones only, or the others only', async () => {
    const rows = [row(1), row(2, { archived: true })];
    assert.deepEqual(await idsOf({ archived: true }, ...rows), [2]);
    assert.deepEqual(await idsOf({}, ...rows), [1]);
  });

  it('is applied again: creator and flag', async () => {
    const other = row(2, {
      created_by: { id: 6, first_name: 'Bob' },
      feature_flag: { id: 902, key: 'other' },
    });
    assert.deepEqual(await idsOf({ createdById: 5 }, row(1), other), [1]);
    assert.deepEqual(await idsOf({ featureFlagId: 902 }, row(1), other), [2]);
    const nobodys = row(3, { created_by: null, feature_flag: null });
    assert.deepEqual(await idsOf({ createdById: 5 }, nobodys), []);
    assert.deepEqual(await idsOf({ featureFlagId: 901 }, nobodys), []);
  });

  it('is applied again: tags, which PostHog keeps in lower case', async () => {
    const rows = [row(1), row(2, { tags: ['growth'] }), row(3, { tags: ['web', 'old'] })];
    assert.deepEqual(await idsOf({ tags: ['Growth', 'web'] }, ...rows), [2, 3]);
  });

  it('is applied again: the event, where the row has its metrics and no action hides what it counts', async () => {
    const full = (id: number, parts: object = {}) => ({ ...experimentsByGeneration.C.detail, id, ...parts });
    const byAction = { metrics: [{ kind: 'ExperimentMetric', source: { kind: 'ActionsNode', id: 3 } }] };
    const rows = [
      full(1),
      full(2, { metrics: [], saved_metrics: [] }),
      full(3, { ...byAction, saved_metrics: [] }),
    ];
    assert.deepEqual(await idsOf({ event: 'purchase completed' }, ...rows), [1, 3]);
    assert.deepEqual(await idsOf({ event: 'purchase' }, ...rows), [1, 3], 'of a shared metric');
    assert.deepEqual(await idsOf({ event: 'signup' }, ...rows), [3]);
  });

  it('is trusted where the row does not tell: light rows have no metrics', async () => {
    assert.deepEqual(await idsOf({ event: 'signup' }, row(1)), [1]);
    const untold = without(wireListItem, ['is_legacy']);
    assert.deepEqual(
      await idsOf({ event: 'signup' }, untold),
      [],
      'a full row without metrics counts nothing',
    );
  });
});
