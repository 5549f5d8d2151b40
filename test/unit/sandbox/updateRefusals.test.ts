import assert from 'node:assert/strict';
import { type EraName, eraNames } from '../../../src/sandbox/era';
import { invalidBody } from './invalidBody';
import { openSandbox } from './sandboxClient';

const running = 'Homepage hero';
const draft = 'Gift wrapping option';
const legacy = 'Guest checkout';
const heroShares = (...shares: readonly number[]) => ({
  feature_flag_variants: ['control', 'photo', 'film', 'search'].map((key, index) => ({
    key,
    rollout_percentage: shares[index],
  })),
});
const twoVariants = {
  feature_flag_variants: [
    { key: 'control', rollout_percentage: 80 },
    { key: 'photo', rollout_percentage: 20 },
  ],
};
const notMeant = invalidBody(
  'This experiment is running. To change its flag config, send update_feature_flag_params=true (or edit the feature flag directly).',
  'feature_flag',
);
const keys = (names: string) => invalidBody(`Can't update keys: ${names} on Experiment`);
const legacyOnly = (names: string) =>
  invalidBody(
    `This experiment uses legacy metric formats and can only have its name, description, or end_date updated. Cannot update: ${names}`,
  );

/** Whose PATCH, what it sends, what comes back, since when; before, it is taken. */
const refusals: readonly (readonly [string, object, ReturnType<typeof invalidBody>, EraName])[] = [
  [running, { type: 'web', name: 'X' }, keys('type'), 'C'],
  [running, { feature_flag_key: 'other' }, keys('get_feature_flag_key'), 'B'],
  [
    running,
    { _create_in_folder: 'x', feature_flag_key: 'other' },
    keys('_create_in_folder, get_feature_flag_key'),
    'B',
  ],
  [running, { parameters: heroShares(40, 20, 20, 20) }, notMeant, 'E'],
  [running, { feature_flag: { ensure_experience_continuity: false } }, notMeant, 'E'],
  [
    running,
    { parameters: twoVariants, update_feature_flag_params: true },
    invalidBody("Can't update feature_flag_variants on Experiment"),
    'B',
  ],
  [running, { holdout_id: 3 }, invalidBody("Can't update holdout on running Experiment"), 'B'],
  [
    running,
    { filters: { properties: [{}] } },
    invalidBody('Experiments do not support global filter properties'),
    'B',
  ],
  [
    running,
    { start_date: '2026-11-10T00:00:00Z', end_date: '2026-11-09T00:00:00Z' },
    invalidBody('End date must be after start date'),
    'B',
  ],
  [
    running,
    { stats_config: { baseline_variant_key: 'x' } },
    invalidBody("Invalid baseline_variant_key: 'x'. Must be one of: control, film, photo, search"),
    'C',
  ],
  [
    running,
    { excluded_variants: ['control'] },
    invalidBody("baseline variant cannot be excluded ('control')"),
    'D',
  ],
  [running, { name: null }, invalidBody('This field may not be null.', 'name', 'null'), 'B'],
  [
    running,
    { conclusion: 'great' },
    invalidBody('"great" is not a valid choice.', 'conclusion', 'invalid_choice'),
    'B',
  ],
  [legacy, { conclusion: 'won', archived: true }, legacyOnly('archived, conclusion'), 'B'],
  [legacy, { end_date: '2020-01-01T00:00:00Z' }, invalidBody('End date must be after start date'), 'B'],
];

describe('sandbox: what PATCH refuses', () => {
  for (const [name, body, expected, since] of refusals) {
    it(`${JSON.stringify(body).slice(0, 60)} of ${name}, changing nothing`, async () => {
      for (const era of eraNames) {
        const { ask, named } = openSandbox({ era });
        const { id } = await named(name);
        const before = (await ask('GET', `${id}/`)).body;
        const answer = await ask('PATCH', `${id}/`, body);
        if (eraNames.indexOf(era) < eraNames.indexOf(since)) {
          assert.equal(answer.status, 200, `${era} ${JSON.stringify(answer.body)}`);
          continue;
        }
        assert.deepEqual([answer.status, answer.body], [400, expected], era);
        assert.deepEqual((await ask('GET', `${id}/`)).body, before);
      }
    });
  }

  it('a launch by PATCH asks the flag what the action asks, since there is an action', async () => {
    for (const era of eraNames) {
      const { ask, named } = openSandbox({ era });
      const { id, feature_flag: flag } = await named(draft);
      const flagPath = `/api/projects/7100/feature_flags/${flag.id}/`;
      assert.equal((await ask('PATCH', flagPath, { filters: { groups: [] } })).status, 200);
      const { status, body } = await ask('PATCH', `${id}/`, { start_date: '2026-11-20T15:00:00Z' });
      if (era === 'B') assert.equal(status, 200);
      else assert.match(JSON.stringify(body), /"Feature flag must have at least 2 variants/);
    }
  });

  it('an experiment cannot come back without its flag', async () => {
    const { ask, named } = openSandbox();
    const { id, feature_flag: flag } = await named(draft);
    const flagPath = `/api/projects/7100/feature_flags/${flag.id}/`;
    assert.deepEqual(
      (await ask('PATCH', flagPath, { deleted: true })).body,
      invalidBody(
        `Cannot delete a feature flag that is linked to active experiment(s) with ID(s): ${id}. Please delete the experiment(s) before deleting the flag.`,
      ),
    );
    await ask('PATCH', `${id}/`, { deleted: true });
    const gone = (await ask('PATCH', flagPath, { deleted: true })).body as Record<string, unknown>;
    assert.equal(gone['key'], `gift-wrapping-option:deleted:${flag.id}`);
    assert.deepEqual(
      (await ask('PATCH', `${id}/`, { deleted: false })).body,
      invalidBody(
        'Cannot restore experiment: the linked feature flag has been deleted. Restore the feature flag first, then restore the experiment.',
      ),
    );
    await ask('PATCH', flagPath, { deleted: false });
    const back = await ask('PATCH', `${id}/`, { deleted: false });
    assert.equal(back.status, 200);
    assert.equal((back.body as Record<string, unknown>)['feature_flag_key'], 'gift-wrapping-option');
  });
});
