import assert from 'node:assert/strict';
import * as v from 'valibot';
import { eraNames } from '../../../src/sandbox/era';
import { sandboxKeys } from '../../../src/sandbox/keys';
import { invalidBody } from './invalidBody';
import { type Experiment, openSandbox } from './sandboxClient';

const running = 'Homepage hero';
const sharesOf = ({ feature_flag: flag }: Experiment) =>
  flag.filters.multivariate?.variants.map((variant) => variant.rollout_percentage);
const groupsOf = ({ feature_flag: flag }: Experiment) => flag.filters['groups'] as readonly unknown[];
const catchAll = {
  properties: [],
  rollout_percentage: 100,
  variant: null,
  description: 'Added automatically when the experiment was ended to keep only one variant.',
};

describe('sandbox: ship a variant', () => {
  it('gives it the whole split and ends; to everyone always at first, later only when told', async () => {
    for (const era of eraNames.slice(1)) {
      for (const isTold of [false, true]) {
        const { named, written } = openSandbox({ era });
        const before = await named(running);
        const after = await written('POST', `${before.id}/ship_variant/`, {
          variant_key: 'search',
          conclusion: 'won',
          ...(isTold && { release_to_everyone: true }),
        });
        assert.deepEqual(sharesOf(after), [0, 0, 0, 100]);
        assert.deepEqual([after.status, after.conclusion], ['stopped', 'won']);
        const isForEveryone = era === 'C' || isTold;
        assert.deepEqual(groupsOf(after), [...(isForEveryone ? [catchAll] : []), ...groupsOf(before)], era);
      }
    }
  });

  it('of an experiment that has ended keeps its end and a conclusion that is not said', async () => {
    const { named, written } = openSandbox();
    const before = await named('Express payment on the product page');
    const after = await written('POST', `${before.id}/ship_variant/`, { variant_key: 'test' });
    assert.deepEqual([after.end_date, after.conclusion], [before.end_date, 'won']);
    assert.deepEqual(sharesOf(after), [0, 100]);
  });

  it('is told in the activity under its own name', async () => {
    const { ask, named, written } = openSandbox();
    const { id } = await named(running);
    await written('POST', `${id}/ship_variant/`, { variant_key: 'film' });
    const { body } = await ask('GET', `${id}/activity/?limit=1`);
    assert.match(
      JSON.stringify(body),
      /"activity":"variant_shipped".*"field":"shipped_variant".*"after":"film"/,
    );
  });

  it('refuses drafts, variants there are not, and none', async () => {
    const { ask, named } = openSandbox();
    const { id } = await named(running);
    const draft = await named('Gift wrapping option');
    const refusal = async (of: number, body: object) => {
      const answer = await ask('POST', `${of}/ship_variant/`, body);
      assert.equal(answer.status, 400);
      return answer.body;
    };
    assert.deepEqual(
      await refusal(draft.id, { variant_key: 'test' }),
      invalidBody('Experiment has not been launched yet.'),
    );
    assert.deepEqual(
      await refusal(id, { variant_key: 'x' }),
      invalidBody("Variant 'x' not found on feature flag."),
    );
    assert.deepEqual(
      await refusal(id, {}),
      invalidBody('This field is required.', 'variant_key', 'required'),
    );
  });

  it('waits for approval where the flag is under a policy, and nothing has happened', async () => {
    const approval = v.object({
      code: v.literal('approval_required'),
      status: v.literal('approval_required'),
      detail: v.string(),
      message: v.string(),
      resource_type: v.literal('feature_flag'),
      resource_id: v.string(),
      change_request_id: v.string(),
      change_request: v.looseObject({ id: v.string() }),
      required_approvers: v.looseObject({}),
    });
    for (const era of eraNames.slice(1)) {
      const { ask, named, retrieve } = openSandbox({ era, approvals: ['homepage-hero'] });
      const before = await named(running);
      const { status, body } = await ask('POST', `${before.id}/ship_variant/`, { variant_key: 'film' });
      assert.equal(status, 409);
      const parsed = v.parse(approval, body);
      assert.equal(parsed.resource_id, String(before.feature_flag.id));
      assert.equal('state' in parsed.change_request, era !== 'C');
      assert.deepEqual(await retrieve(before.id), before);
    }
  });

  it('is for those who may edit the flag, on the newest', async () => {
    for (const era of eraNames.slice(1)) {
      const { ask, named } = openSandbox({ era, apiKey: sandboxKeys.flagViewer.value });
      const { id } = await named(running);
      const { status } = await ask('POST', `${id}/ship_variant/`, { variant_key: 'film' });
      assert.equal(status, era === 'F' ? 403 : 200, era);
    }
  });
});

describe('sandbox: copy to another project', () => {
  const wholesale = '/api/projects/7200/experiments/';

  it('makes a draft there, with a flag of its own and no shared metrics', async () => {
    const { ask, named, written } = openSandbox();
    const source = await named('Checkout button colour');
    const copy = await written('POST', `${source.id}/copy_to_project/`, { target_team_id: 7200 });
    assert.deepEqual([copy.name, copy.status], ['Checkout button colour (Copy)', 'draft']);
    assert.deepEqual([copy.feature_flag_key, copy.saved_metrics], ['checkout-button-colour', []]);
    assert.notEqual(copy.feature_flag.id, source.feature_flag.id);
    assert.deepEqual(sharesOf(copy), sharesOf(source));
    assert.equal((await ask('GET', `${wholesale}${copy.id}/`)).status, 200);
    assert.equal((await ask('GET', `${copy.id}/`)).status, 404);
  });

  it('takes another key and name, and links a flag that is there', async () => {
    const { named, written } = openSandbox();
    const { id } = await named(running);
    const copy = await written('POST', `${id}/copy_to_project/`, {
      target_team_id: 7200,
      feature_flag_key: 'quote-reminder',
      name: 'Hero for shops',
    });
    assert.deepEqual([copy.name, sharesOf(copy)], ['Hero for shops', [50, 50]]);
  });

  it('refuses what it cannot do, in bodies of their own', async () => {
    const { ask, named } = openSandbox();
    const { id } = await named(running);
    const legacy = await named('Guest checkout');
    const to = (of: number, target: number) =>
      ask('POST', `${of}/copy_to_project/`, { target_team_id: target });
    const answer = async (of: number, target: number) => {
      const { status, body } = await to(of, target);
      return [status, body];
    };
    const noAccess = { detail: 'You do not have write access to the target project.' };
    assert.deepEqual(await answer(id, 1), [404, { detail: 'Target team not found.' }]);
    assert.deepEqual(await answer(id, 7300), [403, noAccess]);
    assert.deepEqual(await answer(legacy.id, 7200), [
      400,
      { detail: 'Copying is not supported for experiments using legacy metrics.' },
    ]);
    const bound = openSandbox({ apiKey: sandboxKeys.projectBound.value });
    const refused = await bound.ask('POST', `${id}/copy_to_project/`, { target_team_id: 7200 });
    assert.deepEqual([refused.status, refused.body], [403, noAccess]);
  });
});
