import assert from 'node:assert/strict';
import * as v from 'valibot';
import { invalidBody } from './invalidBody';
import { openSandbox } from './sandboxClient';

const cohort = v.looseObject({
  id: v.number(),
  name: v.string(),
  is_static: v.literal(false),
  is_calculating: v.boolean(),
  count: v.nullable(v.number()),
  experiment_set: v.array(v.number()),
});

describe('sandbox: exposure cohort', () => {
  it('is counted some time later, and made once', async () => {
    const { ask, named, retrieve, sandbox } = openSandbox();
    const { id } = await named('Homepage hero');
    const path = `${id}/create_exposure_cohort_for_experiment/`;
    const answer = await ask('POST', path);
    assert.equal(answer.status, 201);
    const made = v.parse(v.strictObject({ cohort }), answer.body).cohort;
    assert.deepEqual(
      [made.name, made.is_calculating, made.count],
      ['Users exposed to experiment "Homepage hero"', true, null],
    );
    assert.equal((await retrieve(id))['exposure_cohort'], made.id);
    assert.deepEqual(
      (await ask('POST', path)).body,
      invalidBody('Experiment already has an exposure cohort'),
    );

    const now = async () =>
      v.parse(cohort, (await ask('GET', `/api/projects/7100/cohorts/${made.id}/`)).body);
    assert.equal((await now()).count, null);
    sandbox.control.advance(20_000);
    const counted = await now();
    assert.equal(counted.is_calculating, false);
    assert.ok((counted.count ?? 0) > 10_000);
    assert.deepEqual(counted.experiment_set, [id]);
  });

  it('names the exposure event, the flag and the start', async () => {
    for (const [era, event] of [
      ['E', '$feature_flag_called'],
      ['F', '$experiment_exposure'],
    ] as const) {
      const { ask, named } = openSandbox({ era });
      const { id } = await named('Homepage hero');
      const { body } = await ask('POST', `${id}/create_exposure_cohort_for_experiment/`);
      const text = JSON.stringify(body);
      assert.ok(text.includes(`"key":"${event}"`), text);
      assert.ok(text.includes('"value":["homepage-hero"]') && text.includes('"explicit_datetime":"2026-11-'));
    }
  });

  it('is refused before the start, and for an action that is none', async () => {
    const { ask, named, written } = openSandbox();
    const draft = await named('Gift wrapping option');
    assert.deepEqual(
      (await ask('POST', `${draft.id}/create_exposure_cohort_for_experiment/`)).body,
      invalidBody('Experiment does not have a start date'),
    );
    const { id } = await named('Homepage hero');
    const custom_exposure_filter = { actions: [{ id: 'x', type: 'actions' }] };
    await written('PATCH', `${id}/`, { parameters: { custom_exposure_filter } });
    assert.deepEqual(
      (await ask('POST', `${id}/create_exposure_cohort_for_experiment/`)).body,
      invalidBody('Invalid action ID'),
    );
  });
});
