import assert from 'node:assert/strict';
import { invalidBody } from './invalidBody';
import { first, openSandbox } from './sandboxClient';

const signups = {
  kind: 'ExperimentMetric',
  metric_type: 'mean',
  name: 'Signups',
  goal: 'increase',
  source: { kind: 'EventsNode', event: 'signup' },
};
describe('sandbox: create', () => {
  it('makes a draft with defaults from a name and a key', async () => {
    const { written, retrieve, list } = openSandbox();
    const before = (await list()).count;
    const made = await written('POST', '', { name: ' Colour ', feature_flag_key: 'colour' });
    assert.equal(made.name, 'Colour');
    assert.equal(made.status, 'draft');
    assert.deepEqual([made.start_date, made.end_date, made.conclusion, made.version], [null, null, null, 0]);
    assert.equal(made['type'], 'product');
    assert.equal(made['created_at'], '2026-11-20T15:00:00Z');
    assert.deepEqual(made['exposure_criteria'], { filterTestAccounts: true });
    assert.deepEqual(made['stats_config'], { method: 'bayesian' });
    assert.equal(made.feature_flag.active, false);
    assert.equal(made.feature_flag['name'], 'Feature Flag for Experiment Colour');
    assert.deepEqual(
      made.parameters.feature_flag_variants.map(({ key, split_percent: share }) => [key, share]),
      [
        ['control', 50],
        ['test', 50],
      ],
    );
    assert.deepEqual(await retrieve(made.id), made);
    assert.equal(first((await list()).results).id, made.id);
    assert.equal((await list()).count, before + 1);
  });

  it('answers 201', async () => {
    const { ask } = openSandbox();
    assert.equal((await ask('POST', '', { name: 'A', feature_flag_key: 'a' })).status, 201);
  });

  it('takes variants in either form and mends a capital Control', async () => {
    const { written } = openSandbox();
    const rows = [
      { key: 'Control', name: 'As it is', rollout_percentage: 34 },
      { key: 'a', rollout_percentage: 33 },
      { key: 'b', split_percent: 33 },
    ];
    const old = await written('POST', '', {
      name: 'Old form',
      feature_flag_key: 'old-form',
      parameters: { feature_flag_variants: rows, rollout_percentage: 80, variant_notes: { a: 'x' } },
    });
    const newest = await written('POST', '', {
      name: 'New form',
      feature_flag_key: 'new-form',
      feature_flag: {
        filters: { multivariate: { variants: rows }, groups: [{ properties: [], rollout_percentage: 80 }] },
      },
    });
    for (const { feature_flag: flag, parameters } of [old, newest]) {
      assert.deepEqual(flag.filters.multivariate?.variants, [
        { key: 'control', name: 'As it is', rollout_percentage: 34 },
        { key: 'a', rollout_percentage: 33 },
        { key: 'b', rollout_percentage: 33 },
      ]);
      assert.equal(parameters.rollout_percentage, 80);
    }
    assert.deepEqual(old.parameters['variant_notes'], { a: 'x' });
  });

  it('launches at once with a start date', async () => {
    const { written } = openSandbox();
    const made = await written('POST', '', {
      name: 'Now',
      feature_flag_key: 'now',
      start_date: '2026-11-20T12:00:00+02:00',
    });
    assert.equal(made.status, 'running');
    assert.equal(made.start_date, '2026-11-20T10:00:00Z');
    assert.equal(made.feature_flag.active, true);
  });

  it('links a flag that exists as it is, and refuses to configure it', async () => {
    const { ask, written, named } = openSandbox();
    const hero = await named('Homepage hero');
    const made = await written('POST', '', { name: 'Hero again', feature_flag_key: 'homepage-hero' });
    assert.deepEqual(made.feature_flag, hero.feature_flag);
    const refused = await ask('POST', '', {
      name: 'Hero',
      feature_flag_key: 'homepage-hero',
      parameters: {
        feature_flag_variants: [
          { key: 'control', rollout_percentage: 50 },
          { key: 'test', rollout_percentage: 50 },
        ],
      },
    });
    assert.equal(refused.status, 400);
    assert.match(
      JSON.stringify(refused.body),
      /"detail":"A feature flag with key 'homepage-hero' already exists; the experiment links to it as-is, so its config cannot be set here\. .*"attr":"feature_flag"/,
    );
  });

  it('gives metrics uuids, own ones where two are the same, and fingerprints', async () => {
    const { written } = openSandbox();
    const { metrics } = await written('POST', '', {
      name: 'M',
      feature_flag_key: 'm',
      metrics: [signups, { ...signups, uuid: 'same' }, { ...signups, uuid: 'same', fingerprint: 'stale' }],
    });
    assert.equal(new Set(metrics.map((metric) => metric.uuid)).size, 3);
    assert.equal(metrics[1]?.uuid, 'same');
    for (const metric of metrics) assert.match(metric.fingerprint, /^[0-9a-f]{64}$/);
  });

  it('refuses events that never arrived unless told not to', async () => {
    const { ask } = openSandbox();
    const body = {
      name: 'E',
      feature_flag_key: 'e',
      metrics: [{ ...signups, source: { kind: 'EventsNode', event: 'sing up' } }],
    };
    const refused = await ask('POST', '', body);
    assert.equal(refused.status, 400);
    assert.match(
      JSON.stringify(refused.body),
      /"Event\(s\) 'sing up' not found\. No events with these names have been ingested by this project\./,
    );
    assert.equal((await ask('POST', '', { ...body, allow_unknown_events: true })).status, 201);
  });

  it('refuses what is no JSON object', async () => {
    const { ask } = openSandbox();
    const { status, body } = await ask('POST', '', [1]);
    assert.deepEqual([status, body], [400, invalidBody('Invalid data. Expected a dictionary.')]);
  });
});
