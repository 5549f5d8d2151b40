import assert from 'node:assert/strict';
import { eraNames } from '../../../src/sandbox/era';
import { sandboxKeys } from '../../../src/sandbox/keys';
import { invalidBody } from './invalidBody';
import { first, openSandbox } from './sandboxClient';

const draft = 'Gift wrapping option';
const running = 'Homepage hero';
const paused = 'Recently viewed strip';
const ended = 'Express payment on the product page';
const archived = 'Loyalty banner';

/** Which action on which experiment is refused with which sentence. */
const refusals: readonly (readonly [action: string, experiment: string, detail: string])[] = [
  ['launch', running, 'Experiment has already been launched.'],
  ['launch', ended, 'Experiment has already been launched.'],
  ['end', draft, 'Experiment has not been launched yet.'],
  ['end', ended, 'Experiment has already ended.'],
  ['pause', draft, 'Experiment has not been launched yet.'],
  ['pause', ended, 'Experiment has already ended.'],
  ['pause', paused, 'Experiment is already paused.'],
  ['resume', draft, 'Experiment has not been launched yet.'],
  ['resume', ended, 'Experiment has already ended.'],
  ['resume', running, 'Experiment is not paused.'],
  ['archive', archived, 'Experiment is already archived.'],
  ['archive', running, 'Experiment must be ended before it can be archived.'],
  ['archive', draft, 'Experiment must be ended before it can be archived.'],
  ['unarchive', ended, 'Experiment is not archived.'],
  ['reset', draft, 'Experiment is already in draft state.'],
];

describe('sandbox: actions', () => {
  for (const [action, experiment, detail] of refusals) {
    it(`${action} of ${experiment}: ${detail}`, async () => {
      for (const era of eraNames.slice(1)) {
        const { ask, named } = openSandbox({ era });
        const { id } = await named(experiment);
        const before = (await ask('GET', `${id}/`)).body;
        const { status, body } = await ask('POST', `${id}/${action}/`);
        assert.deepEqual([status, body], [400, invalidBody(detail)], era);
        assert.deepEqual((await ask('GET', `${id}/`)).body, before);
      }
    });
  }

  it('launch: starts now, flag on, new fingerprints', async () => {
    const { named, written } = openSandbox();
    const before = await named(draft);
    const after = await written('POST', `${before.id}/launch/`, {});
    assert.deepEqual(
      [after.status, after.start_date, after.feature_flag.active],
      ['running', '2026-11-20T15:00:00Z', true],
    );
    assert.notEqual(first(after.metrics).fingerprint, first(before.metrics).fingerprint);
    assert.equal(after.version, before.version + 1);
  });

  it('launch: not on a flag that fits no experiment', async () => {
    const { ask, named } = openSandbox({ era: 'D' });
    const { id, feature_flag: flag } = await named(draft);
    const flagPath = `/api/projects/7100/feature_flags/${flag.id}/`;
    const variants = [
      { key: 'a', rollout_percentage: 50 },
      { key: 'b', rollout_percentage: 50 },
    ];
    await ask('PATCH', flagPath, { filters: { multivariate: { variants }, groups: [] } });
    assert.deepEqual(
      (await ask('POST', `${id}/launch/`)).body,
      invalidBody("Feature flag must have a variant with key 'control'"),
    );
  });

  it('end: keeps the flag, and takes back a conclusion that is not said', async () => {
    const { named, written } = openSandbox();
    const { id } = await named(running);
    const said = { conclusion: 'won', conclusion_comment: 'Search it is.' };
    await written('PATCH', `${id}/`, { conclusion: 'lost', conclusion_comment: 'Hm.' });
    const after = await written('POST', `${id}/end/`, {});
    assert.deepEqual([after.status, after.conclusion, after['conclusion_comment']], ['stopped', null, null]);
    assert.deepEqual([after.end_date, after.feature_flag.active], ['2026-11-20T15:00:00Z', true]);
    await written('PATCH', `${id}/`, { end_date: null });
    const again = await written('POST', `${id}/end/`, said);
    assert.deepEqual([again.conclusion, again['conclusion_comment']], ['won', 'Search it is.']);
  });

  it('end: refuses a conclusion there is not, and a clean-up without its scope', async () => {
    const { ask, named } = openSandbox();
    const { id } = await named(running);
    assert.deepEqual(
      (await ask('POST', `${id}/end/`, { conclusion: 'great' })).body,
      invalidBody('"great" is not a valid choice.', 'conclusion', 'invalid_choice'),
    );
    const bound = openSandbox({ apiKey: sandboxKeys.projectBound.value });
    const refused = await bound.ask('POST', `${id}/end/`, { open_cleanup_pr: true });
    assert.equal(refused.status, 403);
    assert.match(JSON.stringify(refused.body), /API key missing required scope 'task:write'/);
  });

  it('pause and resume: switch the flag and leave the experiment as it was', async () => {
    const { named, written } = openSandbox();
    const before = await named(running);
    const off = await written('POST', `${before.id}/pause/`, {});
    assert.deepEqual([off.status, off.feature_flag.active], ['paused', false]);
    assert.equal(off['updated_at'], before['updated_at']);
    const on = await written('POST', `${before.id}/resume/`, {});
    assert.deepEqual([on.status, on.feature_flag.active], ['running', true]);
  });

  it('reset: back to draft, the flag stays on', async () => {
    const { named, written } = openSandbox();
    const { id } = await named(ended);
    const after = await written('POST', `${id}/reset/`, {});
    assert.deepEqual(
      [after.status, after.start_date, after.end_date, after.conclusion, after['conclusion_comment']],
      ['draft', null, null, null, null],
    );
    assert.equal(after.feature_flag.active, true);
  });

  it('archive: leaves a flag that is on alone unless told, and does not know the option at first', async () => {
    for (const era of eraNames.slice(1)) {
      const { named, written } = openSandbox({ era });
      const { id } = await named(ended);
      const plain = await written('POST', `${id}/archive/`, {});
      assert.deepEqual([plain.archived, plain.feature_flag.active], [true, true]);
      assert.equal((await written('POST', `${id}/unarchive/`, {})).archived, false);
      const told = await written('POST', `${id}/archive/`, { disable_feature_flag: true });
      assert.equal(told.feature_flag.active, era === 'C', era);
    }
  });

  it('archive: leaves a flag alone that another experiment lives by', async () => {
    const { named, written } = openSandbox();
    const { id } = await named('Newsletter pop-up: when');
    const told = await written('POST', `${id}/archive/`, { disable_feature_flag: true });
    assert.deepEqual([told.archived, told.feature_flag.active], [true, true]);
  });

  it('archive: does nothing when the flag may not be disabled', async () => {
    const cases = [
      [
        { apiKey: sandboxKeys.withoutQuery.value },
        "You don't have feature flag write access, so this experiment's feature flag can't be disabled.",
      ],
      [
        { apiKey: sandboxKeys.flagViewer.value },
        "You don't have editor access to this experiment's feature flag, so it can't be disabled. Archive the experiment without disabling the flag, or ask someone with flag access.",
      ],
      [
        { approvals: ['express-pay'] },
        'Disabling this feature flag requires approval. Disable it from the feature flag page to go through the approval flow, then archive the experiment.',
      ],
    ] as const;
    for (const [options, detail] of cases) {
      const { ask, named, retrieve } = openSandbox(options);
      const { id } = await named(ended);
      const { status, body } = await ask('POST', `${id}/archive/`, { disable_feature_flag: true });
      assert.deepEqual([status, (body as { detail: string }).detail], [403, detail]);
      assert.equal((await retrieve(id)).archived, false);
      assert.equal((await ask('POST', `${id}/archive/`)).status, 200);
    }
  });

  it('freeze and unfreeze: nobody new enters, on running experiments of persons only', async () => {
    const { ask, named, written } = openSandbox();
    const { id } = await named(running);
    const frozen = await written('POST', `${id}/freeze_exposure/`, {});
    assert.deepEqual([frozen.status, frozen['can_freeze_exposure']], ['exposure_frozen', false]);
    assert.equal((await ask('POST', `${id}/freeze_exposure/`)).status, 400);
    const free = await written('POST', `${id}/unfreeze_exposure/`, {});
    assert.deepEqual([free.status, free['can_freeze_exposure']], ['running', true]);
    assert.equal((await ask('POST', `${id}/unfreeze_exposure/`)).status, 400);
    for (const name of [draft, paused, ended, 'Shared workspaces for companies']) {
      const other = await named(name);
      assert.equal(other['can_freeze_exposure'], false, name);
      assert.equal((await ask('POST', `${other.id}/freeze_exposure/`)).status, 400, name);
    }
  });
});
