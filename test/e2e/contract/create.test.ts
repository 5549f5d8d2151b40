import assert from 'node:assert/strict';
import { ok } from './client';
import { createExperiment, daysAgo, experimentBody, meanMetric, retrieve, variants } from './make';
import { assertRefused } from './refusal';
import { useServer } from './useServer';
import type { ExperimentDetail, Flag } from './wire';

const shares = ({ filters }: Flag) =>
  filters.multivariate?.variants.map(({ key, rollout_percentage }) => [key, rollout_percentage]);

describe('a stranger creates an experiment', () => {
  const server = useServer();

  it('with a name and a flag key alone: a draft with a flag that is off and split in halves', async () => {
    const body = experimentBody();
    const made = await ok(server.client.post<ExperimentDetail>('experiments/', body), 201);
    assert.equal(made.status, 'draft');
    assert.equal(made.type, 'product');
    assert.deepEqual([made.start_date, made.end_date, made.archived], [null, null, false]);
    assert.equal(made.feature_flag_key, body.feature_flag_key);
    assert.equal(made.feature_flag.key, body.feature_flag_key);
    assert.equal(made.feature_flag.name, `Feature Flag for Experiment ${body.name}`);
    assert.equal(made.feature_flag.active, false);
    assert.deepEqual(shares(made.feature_flag), [
      ['control', 50],
      ['test', 50],
    ]);
    assert.equal(made.feature_flag.filters.groups[0]?.rollout_percentage, 100);
    assert.deepEqual(made.exposure_criteria, { filterTestAccounts: true });
    assert.equal(made.stats_config?.method, 'bayesian');
    assert.deepEqual(made, await retrieve(server.client, made.id));
  });

  it('with a start: it runs, and its flag is on', async () => {
    const start_date = daysAgo(2);
    const made = await createExperiment(server.client, { start_date });
    assert.equal(made.status, 'running');
    assert.equal(made.feature_flag.active, true);
    assert.equal(Date.parse(made.start_date ?? ''), Date.parse(start_date));
  });

  it('with an end alone: a draft that has an end', async () => {
    const made = await createExperiment(server.client, { end_date: daysAgo(1) });
    assert.equal(made.status, 'draft');
    assert.notEqual(made.end_date, null);
  });

  it('with the name of another one', async () => {
    const { name } = await createExperiment(server.client);
    assert.equal((await createExperiment(server.client, { name })).name, name);
  });

  it('with variants among its parameters: they become those of the flag', async () => {
    const made = await createExperiment(server.client, {
      parameters: {
        feature_flag_variants: variants(['control', 20], ['red', 30], ['blue', 50]),
        rollout_percentage: 40,
      },
    });
    assert.deepEqual(shares(made.feature_flag), [
      ['control', 20],
      ['red', 30],
      ['blue', 50],
    ]);
    assert.equal(made.feature_flag.filters.groups[0]?.rollout_percentage, 40);
  });

  it('with 20 variants, which are the most', async () => {
    const twenty = Array.from({ length: 20 }, (_, n) => [n === 0 ? 'control' : `test-${n}`, 5] as const);
    const parameters = { feature_flag_variants: variants(...twenty) };
    const { feature_flag } = await createExperiment(server.client, { parameters });
    assert.equal(feature_flag.filters.multivariate?.variants.length, 20);
  });

  it('with split_percent, which wins over rollout_percentage and comes back beside it', async () => {
    const made = await createExperiment(server.client, {
      parameters: {
        feature_flag_variants: [
          { key: 'control', split_percent: 30, rollout_percentage: 50 },
          { key: 'test', split_percent: 70 },
        ],
      },
    });
    assert.deepEqual(shares(made.feature_flag), [
      ['control', 30],
      ['test', 70],
    ]);
    for (const { rollout_percentage, split_percent } of made.parameters.feature_flag_variants ?? []) {
      assert.equal(split_percent, rollout_percentage);
    }
    assert.equal(made.parameters.feature_flag_variants?.length, 2);
  });

  it('with Control in capitals: the server writes control', async () => {
    const made = await createExperiment(server.client, {
      parameters: { feature_flag_variants: variants(['Control', 50], ['test', 50]) },
    });
    assert.deepEqual(shares(made.feature_flag)?.[0], ['control', 50]);
  });

  it('without a control variant, which the newest servers do not ask for', async () => {
    const made = await createExperiment(server.client, {
      parameters: { feature_flag_variants: variants(['old', 50], ['new', 50]) },
    });
    assert.deepEqual(shares(made.feature_flag), [
      ['old', 50],
      ['new', 50],
    ]);
  });

  it('with a flag object: variants, rollout and payloads arrive on the flag', async () => {
    const { feature_flag: flag } = await createExperiment(server.client, {
      feature_flag: {
        filters: {
          multivariate: { variants: variants(['control', 10], ['test', 90]) },
          groups: [{ properties: [], rollout_percentage: 80 }],
          payloads: { test: '{"color":"green"}' },
        },
        ensure_experience_continuity: true,
      },
    });
    assert.deepEqual(shares(flag), [
      ['control', 10],
      ['test', 90],
    ]);
    assert.equal(flag.filters.groups[0]?.rollout_percentage, 80);
    assert.deepEqual(flag.filters.payloads, { test: '{"color":"green"}' });
    assert.equal(flag.ensure_experience_continuity, true);
  });

  for (const [what, groups] of [
    ['two release conditions', [{ properties: [] }, { properties: [] }]],
    [
      'targeting',
      [{ properties: [{ key: 'email', type: 'person', operator: 'exact', value: 'a@b.example' }] }],
    ],
  ] as const) {
    it(`but not with ${what} in the flag object: that is edited on the flag`, async () => {
      const filters = { multivariate: { variants: variants(['control', 50], ['test', 50]) }, groups };
      const body = experimentBody({ feature_flag: { filters } });
      assertRefused(await server.client.post('experiments/', body), {});
    });
  }

  it('with the key of a flag that is there: linked as it is', async () => {
    const { feature_flag: flag } = await createExperiment(server.client, {
      parameters: { feature_flag_variants: variants(['control', 25], ['test', 75]) },
    });
    const made = await createExperiment(server.client, { feature_flag_key: flag.key });
    assert.equal(made.feature_flag.id, flag.id);
    assert.deepEqual(made.feature_flag.filters.multivariate, flag.filters.multivariate);
  });

  it('but not with variants for a flag that is there', async () => {
    const { feature_flag: flag } = await createExperiment(server.client);
    const body = experimentBody({
      feature_flag_key: flag.key,
      parameters: { feature_flag_variants: variants(['control', 10], ['test', 90]) },
    });
    const refused = await server.client.post<{ readonly detail: string }>('experiments/', body);
    assertRefused(refused, { attr: 'feature_flag' });
    const words = `A feature flag with key '${flag.key}' already exists; the experiment links to it as-is, so its config cannot be set here. `;
    assert.ok(refused.body.detail.startsWith(words), refused.body.detail);
  });

  it('with metrics: each gets a fingerprint, and a uuid when it has none', async () => {
    const { uuid: _, ...nameless } = meanMetric();
    const mine = meanMetric();
    const { metrics } = await createExperiment(server.client, { metrics: [nameless, mine] });
    assert.equal(metrics.length, 2);
    assert.match(metrics[0]?.uuid ?? '', /^[0-9a-f-]{36}$/);
    assert.equal(metrics[1]?.uuid, mine.uuid);
    for (const { fingerprint = '' } of metrics) assert.match(fingerprint, /^[0-9a-f]{64}$/);
  });

  it('with a uuid that is twice there: the second gets another', async () => {
    const metric = meanMetric();
    const { metrics } = await createExperiment(server.client, { metrics: [metric, metric] });
    assert.equal(new Set(metrics.map(({ uuid }) => uuid)).size, 2);
  });

  it('with tags, which the server writes in small letters', async () => {
    const { tags } = await createExperiment(server.client, { tags: ['Growth'] });
    assert.deepEqual(tags, ['growth']);
  });

  it('with an order of metrics that names strangers: kept, without repetitions', async () => {
    const made = await createExperiment(server.client, { primary_metrics_ordered_uuids: ['a', 'b', 'a'] });
    const { primary_metrics_ordered_uuids: order } = made as unknown as Record<string, unknown>;
    assert.deepEqual(order, ['a', 'b']);
  });
});
