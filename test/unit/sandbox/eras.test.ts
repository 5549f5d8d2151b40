import assert from 'node:assert/strict';
import { type EraName, eraNames } from '../../../src/sandbox/era';
import { first, openSandbox } from './sandboxClient';

/** What came with each generation, in its own words. */
const detailKeys: Readonly<Record<EraName, readonly string[]>> = {
  B: [],
  C: ['only_count_matured_users', 'scheduling_config', 'status'],
  D: ['excluded_variants', 'is_legacy', 'running_time_calculation'],
  E: [],
  F: ['can_freeze_exposure', 'health', 'resolved_exposure_event', 'tags', 'version'],
};
const listKeys: Readonly<Record<EraName, readonly string[]>> = {
  B: [],
  C: ['only_count_matured_users', 'scheduling_config', 'status'],
  D: ['excluded_variants', 'is_legacy', 'running_time_calculation'],
  E: [],
  F: ['tags'],
};
/** Gone from lists since they became light. */
const heavyKeys = [
  'exposure_criteria',
  'filters',
  'holdout_id',
  'metrics',
  'metrics_secondary',
  'only_count_matured_users',
  'primary_metrics_ordered_uuids',
  'saved_metrics',
  'saved_metrics_ids',
  'scheduling_config',
  'secondary_metrics',
  'secondary_metrics_ordered_uuids',
  'stats_config',
];
const oldestKeys = [
  'archived',
  'conclusion',
  'conclusion_comment',
  'created_at',
  'created_by',
  'deleted',
  'description',
  'end_date',
  'exposure_cohort',
  'exposure_criteria',
  'feature_flag',
  'feature_flag_key',
  'filters',
  'holdout',
  'holdout_id',
  'id',
  'metrics',
  'metrics_secondary',
  'name',
  'parameters',
  'primary_metrics_ordered_uuids',
  'saved_metrics',
  'saved_metrics_ids',
  'secondary_metrics',
  'secondary_metrics_ordered_uuids',
  'start_date',
  'stats_config',
  'type',
  'updated_at',
  'user_access_level',
];

function keysUntil(era: EraName, table: typeof detailKeys): string[] {
  const known = eraNames.slice(0, eraNames.indexOf(era) + 1);
  return [...oldestKeys, ...known.flatMap((name) => table[name])].toSorted();
}

describe('sandbox: generations', () => {
  for (const era of eraNames) {
    it(`${era}: the fields of one experiment and of a list`, async () => {
      const { ask } = openSandbox({ era });
      const { results } = (await ask('GET', '?limit=1')).body as { results: Record<string, unknown>[] };
      const item = first(results);
      const detail = (await ask('GET', `${String(item['id'])}/`)).body as Record<string, unknown>;
      assert.deepEqual(Object.keys(detail).toSorted(), keysUntil(era, detailKeys));
      const isLight = era !== 'B' && era !== 'C';
      const listed = keysUntil(era, listKeys).filter((key) => !isLight || !heavyKeys.includes(key));
      assert.deepEqual(Object.keys(item).toSorted(), listed);
      for (const [key, value] of Object.entries(item)) assert.deepEqual(detail[key], value, key);
    });
  }

  it('flags: holdout groups at first, later a holdout; contexts instead of tags', async () => {
    const flagOf = async (era: EraName) =>
      (await openSandbox({ era }).list('?limit=1')).results[0]?.feature_flag;
    const [oldest, later, newest] = [await flagOf('B'), await flagOf('C'), await flagOf('F')];
    assert.ok(oldest && 'evaluation_tags' in oldest && !('evaluation_contexts' in oldest));
    assert.ok('holdout_groups' in oldest.filters && !('holdout' in oldest.filters));
    assert.ok(later && 'evaluation_contexts' in later && !('bucketing_identifier' in later));
    assert.ok('holdout' in later.filters && !('holdout_groups' in later.filters));
    assert.equal(newest?.['bucketing_identifier'], 'distinct_id');
  });

  it('variants carry split_percent from the second on', async () => {
    for (const era of eraNames) {
      const { parameters } = first((await openSandbox({ era }).list('?limit=1')).results);
      const [variant] = parameters.feature_flag_variants;
      assert.equal(variant?.['split_percent'], era === 'B' ? undefined : variant?.rollout_percentage);
    }
  });

  it('status: derived by each as it knows it', async () => {
    const statuses = async (era: EraName, name: string) => (await openSandbox({ era }).named(name)).status;
    const seen = await Promise.all(eraNames.map((era) => statuses(era, 'Wish list reminder')));
    assert.deepEqual(seen, ['', 'running', 'running', 'exposure_frozen', 'exposure_frozen']);

    const frozenAndOff = async (era: EraName) => {
      const { ask, named, retrieve } = openSandbox({ era });
      const { id, feature_flag: flag } = await named('Wish list reminder');
      await ask('PATCH', `/api/projects/7100/feature_flags/${flag.id}/`, { active: false });
      return (await retrieve(id)).status;
    };
    assert.deepEqual(await Promise.all((['D', 'E', 'F'] as const).map(frozenAndOff)), [
      'paused',
      'exposure_frozen',
      'paused',
    ]);
  });

  it('endpoints: what an older server lacks is 404', async () => {
    const since: readonly (readonly [EraName, 'GET' | 'POST', string])[] = [
      ['B', 'POST', 'duplicate/'],
      ['B', 'GET', 'timeseries_results/'],
      ['C', 'POST', 'launch/'],
      ['C', 'POST', 'end/'],
      ['C', 'POST', 'pause/'],
      ['C', 'POST', 'resume/'],
      ['C', 'POST', 'archive/'],
      ['C', 'POST', 'unarchive/'],
      ['C', 'POST', 'reset/'],
      ['C', 'POST', 'ship_variant/'],
      ['C', 'POST', 'copy_to_project/'],
      ['D', 'POST', 'metrics_recalculation/'],
      ['E', 'POST', 'freeze_exposure/'],
      ['E', 'POST', 'unfreeze_exposure/'],
      ['E', 'GET', 'activity/'],
    ];
    for (const era of eraNames) {
      const { ask, list } = openSandbox({ era });
      const { id } = first((await list('?status=running&limit=1')).results);
      for (const [born, method, path] of since) {
        const { status, body } = await ask(method, `${id}/${path}`, method === 'POST' ? {} : undefined);
        const isThere = eraNames.indexOf(era) >= eraNames.indexOf(born);
        assert.equal(status !== 404, isThere, `${era} ${path} ${status}`);
        if (!isThere) assert.match(JSON.stringify(body), /"Endpoint not found\."/);
      }
    }
  });

  it('endpoints can be taken away from the newest too, and are then no ids', async () => {
    const without = ['eligible_feature_flags', 'requires_flag_implementation'];
    const { ask } = openSandbox({ without });
    for (const word of without) {
      assert.equal((await openSandbox().ask('GET', `${word}/`)).status, 200);
      assert.deepEqual(await ask('GET', `${word}/`), {
        status: 404,
        contentType: 'application/json',
        body: { type: 'invalid_request', code: 'not_found', detail: 'Not found.', attr: null },
      });
    }
    assert.equal((await ask('GET', 'stats/')).status, 200);
  });

  it('the exposure event of the newest depends on when an experiment began', async () => {
    const { list, retrieve } = openSandbox();
    const events = async (query: string) => {
      const { results } = await list(query);
      const details = await Promise.all(results.map((row) => retrieve(row.id)));
      return details.map(
        (row) => [Date.parse(row.start_date ?? ''), row['resolved_exposure_event']] as const,
      );
    };
    const cutoffMs = Date.parse('2026-09-01T00:00:00Z');
    const seen = [...(await events('?limit=200')), ...(await events('?archived=true'))];
    for (const [startMs, event] of seen) {
      assert.equal(event, startMs < cutoffMs ? '$feature_flag_called' : '$experiment_exposure');
    }
    assert.equal(new Set(seen.map(([, event]) => event)).size, 2);
  });
});
