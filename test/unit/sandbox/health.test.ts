import assert from 'node:assert/strict';
import * as v from 'valibot';
import { openSandbox } from './sandboxClient';

describe('sandbox: health', () => {
  const health = v.nullable(
    v.strictObject({
      findings: v.array(
        v.strictObject({
          code: v.string(),
          subcode: v.nullable(v.string()),
          severity: v.picklist(['critical', 'warning', 'info']),
          title: v.string(),
          detail: v.string(),
          evidence: v.record(v.string(), v.unknown()),
          actions: v.array(v.string()),
          diagnostic_ref: v.nullable(v.string()),
        }),
      ),
    }),
  );
  const hero = [
    ['control', 25],
    ['photo', 25],
    ['film', 25],
    ['search', 25],
  ] as const;
  const filters = (groups: readonly object[], shares: readonly (readonly [string, number])[] = hero) => ({
    groups,
    multivariate: { variants: shares.map(([key, rollout_percentage]) => ({ key, rollout_percentage })) },
  });
  const everyone = { properties: [], rollout_percentage: 100 };
  const some = { properties: [{ key: 'plan' }], rollout_percentage: 100 };
  const shipped = hero.map(([key]) => [key, key === 'film' ? 100 : 0] as const);

  /** What is changed of a running experiment and its flag, and what is found then. */
  const cases: readonly (readonly [string, object, object, readonly string[]])[] = [
    ['nothing', {}, {}, []],
    ['the flag off', {}, { active: false }, ['flag_off_while_running/running_but_flag_disabled']],
    [
      'no rollout',
      {},
      { filters: filters([{ ...everyone, rollout_percentage: 0 }]) },
      ['flag_off_while_running/running_but_no_rollout'],
    ],
    [
      'one variant for all',
      {},
      { filters: filters([everyone], shipped) },
      ['variant_shipped_while_running/running_but_single_variant_shipped'],
    ],
    [
      'some told which',
      {},
      { filters: filters([{ ...some, variant: 'film' }, everyone]) },
      ['forced_variant_release_condition/some_conditions_pinned'],
    ],
    [
      'all told which',
      {},
      { filters: filters([{ ...everyone, variant: 'film' }]) },
      ['forced_variant_release_condition/all_conditions_pinned'],
    ],
    ['a condition nobody reaches', {}, { filters: filters([everyone, { ...some, variant: 'film' }]) }, []],
    [
      'ended',
      { end_date: '2026-11-20T15:00:00Z' },
      {},
      ['flag_live_after_end/ended_but_multiple_variants_rolled_out'],
    ],
    [
      'back to draft',
      { start_date: null },
      {},
      ['flag_live_before_launch/not_started_but_multiple_variants_rolled_out'],
    ],
    ['no metric', { metrics: [], metrics_secondary: [], saved_metrics_ids: [] }, {}, ['no_metric/null']],
  ];

  for (const [what, change, flagChange, expected] of cases) {
    it(`finds ${expected.join() || 'nothing'}: ${what}`, async () => {
      const { ask, named, written, retrieve } = openSandbox();
      const { id, feature_flag: flag } = await named('Homepage hero');
      if (Object.keys(change).length > 0) await written('PATCH', `${id}/`, change);
      await ask('PATCH', `/api/projects/7100/feature_flags/${flag.id}/`, flagChange);
      const found = v.parse(health, (await retrieve(id))['health']);
      assert.deepEqual(
        found?.findings.map(({ code, subcode }) => `${code}/${subcode}`),
        expected,
      );
    });
  }

  it('is not looked at in a project where that is not switched on', async () => {
    const { ask } = openSandbox();
    const wholesale = '/api/projects/7200/experiments/';
    const { body } = await ask('GET', `${wholesale}?limit=1`);
    const [row] = (body as { results: { id: number }[] }).results;
    const detail = (await ask('GET', `${wholesale}${row?.id}/`)).body as Record<string, unknown>;
    assert.deepEqual([detail['health'], detail['resolved_exposure_event']], [null, '$feature_flag_called']);
  });
});
