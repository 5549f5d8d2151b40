import assert from 'node:assert/strict';
import { invalidBody } from './invalidBody';
import { first, metricsIn, openSandbox, resultsIn } from './sandboxClient';

const notFoundBody = { type: 'invalid_request', code: 'not_found', detail: 'Not found.', attr: null };

describe('sandbox: retrieve and update', () => {
  it('answers 404 for what is not there, or is no number', async () => {
    const { ask } = openSandbox();
    for (const path of ['1/', 'abc/']) {
      const { status, body } = await ask('GET', path);
      assert.deepEqual([status, body], [404, notFoundBody]);
    }
    assert.equal((await ask('PATCH', '1/', {})).status, 404);
  });

  it('changes what is sent and nothing else, and counts versions', async () => {
    const { named, written } = openSandbox();
    const before = await named('Homepage hero');
    const after = await written('PATCH', `${before.id}/`, { description: '', conclusion_comment: null });
    assert.deepEqual(after, {
      ...before,
      description: '',
      version: 1,
      updated_at: '2026-11-20T15:00:00Z',
    });
  });

  it('archives, takes back, and never asks whether it has ended', async () => {
    const { named, written, list } = openSandbox();
    const { id } = await named('Homepage hero');
    assert.equal((await written('PATCH', `${id}/`, { archived: true })).archived, true);
    assert.ok((await list()).results.every((row) => row.id !== id));
    assert.ok((await list('?archived=true')).results.some((row) => row.id === id));
    assert.equal((await written('PATCH', `${id}/`, { archived: false })).archived, false);
  });

  it('deletes by PATCH only, and restores', async () => {
    const { ask, named, written } = openSandbox();
    const { id } = await named('Homepage hero');
    assert.deepEqual(await ask('DELETE', `${id}/`), { status: 405, contentType: '', body: '' });
    assert.equal((await ask('PATCH', `${id}/`, { deleted: true })).status, 200);
    assert.equal((await ask('GET', `${id}/`)).status, 404);
    assert.equal((await ask('PATCH', `${id}/`, { name: 'X' })).status, 404);
    const restored = await written('PATCH', `${id}/`, { deleted: false });
    assert.equal(restored['deleted'], false);
  });

  it('refuses keys that cannot be changed', async () => {
    const { ask, named } = openSandbox();
    const { id, feature_flag_key: key } = await named('Homepage hero');
    const refusal = async (body: object) => (await ask('PATCH', `${id}/`, body)).body;
    assert.deepEqual(
      await refusal({ type: 'web', name: 'X' }),
      invalidBody("Can't update keys: type on Experiment"),
    );
    assert.deepEqual(
      await refusal({ feature_flag_key: 'other' }),
      invalidBody("Can't update keys: get_feature_flag_key on Experiment"),
    );
    assert.equal((await ask('PATCH', `${id}/`, { feature_flag_key: key, status: 'draft' })).status, 200);
  });

  it('launches a draft: flag on, new fingerprints', async () => {
    const { named, written } = openSandbox();
    const draft = await named('Gift wrapping option');
    const running = await written('PATCH', `${draft.id}/`, { start_date: '2026-11-20T15:00:00Z' });
    assert.equal(running.status, 'running');
    assert.equal(running.feature_flag.active, true);
    assert.equal(first(running.metrics).uuid, first(draft.metrics).uuid);
    assert.notEqual(first(running.metrics).fingerprint, first(draft.metrics).fingerprint);
  });

  it('ends with a conclusion and leaves the flag on', async () => {
    const { named, written } = openSandbox();
    const { id } = await named('Homepage hero');
    const ended = await written('PATCH', `${id}/`, {
      end_date: '2026-11-20T15:00:00Z',
      conclusion: 'won',
      conclusion_comment: 'Search it is.',
    });
    assert.deepEqual([ended.status, ended.conclusion, ended.feature_flag.active], ['stopped', 'won', true]);
    const again = await written('PATCH', `${id}/`, { end_date: null, conclusion: null });
    assert.equal(again.status, 'running');
  });

  it('compares dates of one body only', async () => {
    const { ask, named } = openSandbox();
    const { id } = await named('Homepage hero');
    const both = { start_date: '2026-11-10T00:00:00Z', end_date: '2026-11-09T00:00:00Z' };
    assert.deepEqual(
      (await ask('PATCH', `${id}/`, both)).body,
      invalidBody('End date must be after start date'),
    );
    assert.equal((await ask('PATCH', `${id}/`, { end_date: '2020-01-01T00:00:00Z' })).status, 200);
  });

  it('passes the configuration of a draft on to its flag and keeps what is not sent', async () => {
    const { named, written } = openSandbox();
    const draft = await named('Gift wrapping option');
    const rows = [
      { key: 'control', rollout_percentage: 20 },
      { key: 'paper', rollout_percentage: 80 },
    ];
    const changed = await written('PATCH', `${draft.id}/`, {
      parameters: { feature_flag_variants: rows, rollout_percentage: 60 },
    });
    assert.deepEqual(changed.feature_flag.filters.multivariate?.variants, [
      { key: 'control', name: '', rollout_percentage: 20 },
      { key: 'paper', rollout_percentage: 80 },
    ]);
    const kept = await written('PATCH', `${draft.id}/`, { parameters: { variant_notes: {} } });
    assert.deepEqual(kept.feature_flag, changed.feature_flag);
    assert.deepEqual(kept.parameters['variant_notes'], {});
  });

  it('lets a launched flag be changed only when that is meant', async () => {
    const { ask, named, written } = openSandbox();
    const hero = await named('Homepage hero');
    const path = `${hero.id}/`;
    assert.equal((await ask('PATCH', path, { parameters: hero.parameters })).status, 200);
    const uneven = hero.parameters.feature_flag_variants.map(({ key }, index) => ({
      key,
      rollout_percentage: index === 0 ? 40 : 20,
    }));
    const parameters = { feature_flag_variants: uneven };
    assert.deepEqual(
      (await ask('PATCH', path, { parameters })).body,
      invalidBody(
        'This experiment is running. To change its flag config, send update_feature_flag_params=true (or edit the feature flag directly).',
        'feature_flag',
      ),
    );
    const changed = await written('PATCH', path, { parameters, update_feature_flag_params: true });
    assert.deepEqual(
      changed.feature_flag.filters.multivariate?.variants.map((variant) => variant.rollout_percentage),
      [40, 20, 20, 20],
    );
    const fewer = { feature_flag_variants: [{ key: 'control', rollout_percentage: 100 }, uneven[1]] };
    const two = fewer.feature_flag_variants.map((variant, index) => ({
      ...variant,
      rollout_percentage: index === 0 ? 80 : 20,
    }));
    assert.deepEqual(
      (
        await ask('PATCH', path, {
          parameters: { feature_flag_variants: two },
          update_feature_flag_params: true,
        })
      ).body,
      invalidBody("Can't update feature_flag_variants on Experiment"),
    );
  });

  it('replaces metric lists and shared metrics, and starts their history again', async () => {
    const open = openSandbox();
    const before = await open.named('Checkout button colour');
    const [purchase] = before.metrics;
    assert.ok(purchase);
    const after = await open.written('PATCH', `${before.id}/`, {
      metrics: [{ ...purchase, goal: 'decrease' }],
      saved_metrics_ids: [],
    });
    assert.deepEqual(
      metricsIn(after).map((metric) => metric.uuid),
      metricsIn(before)
        .slice(0, 2)
        .map((metric) => metric.uuid),
    );
    assert.notEqual(first(after.metrics).fingerprint, purchase.fingerprint);
    assert.deepEqual(resultsIn(await open.seriesOf(before.id, first(after.metrics))), []);
    assert.equal((await open.seriesOf(before.id, first(after.metrics))).status, 'pending');
    assert.equal(resultsIn(await open.seriesOf(before.id, first(after.metrics_secondary))).length, 21);
  });

  it('refuses a write made from an older version, and merges what nobody else changed', async () => {
    const { ask, named, written } = openSandbox();
    const read = await named('Homepage hero');
    const path = `${read.id}/`;
    await written('PATCH', path, { name: 'Hero', version: read.version });
    const stale = await ask('PATCH', path, { name: 'Mine', version: read.version });
    assert.equal(stale.status, 409);
    assert.deepEqual(stale.body, {
      detail: 'The experiment has been changed since you loaded it.',
      current_version: 1,
    });
    const conflict = await ask('PATCH', path, {
      name: 'Mine',
      version: read.version,
      original_experiment: { name: read.name },
    });
    assert.deepEqual(conflict.body, {
      detail: 'The experiment has been changed since you loaded it.',
      current_version: 1,
      conflicting_fields: ['name'],
    });
    const merged = await written('PATCH', path, {
      description: 'Mine',
      metrics: read.metrics,
      version: read.version,
      original_experiment: { description: read['description'], metrics: read.metrics },
    });
    assert.deepEqual([merged.name, merged['description'], merged.version], ['Hero', 'Mine', 2]);
  });

  it('lets little of a legacy experiment be changed', async () => {
    const { ask, named } = openSandbox();
    const { id, is_legacy: isLegacy } = await named('Guest checkout');
    assert.equal(isLegacy, true);
    assert.equal((await ask('PATCH', `${id}/`, { name: 'Guests', description: 'x' })).status, 200);
    assert.deepEqual(
      (await ask('PATCH', `${id}/`, { conclusion: 'won', archived: true })).body,
      invalidBody(
        'This experiment uses legacy metric formats and can only have its name, description, or end_date updated. Cannot update: archived, conclusion',
      ),
    );
  });
});
