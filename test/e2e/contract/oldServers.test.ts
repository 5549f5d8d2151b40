import assert from 'node:assert/strict';
import { askExposures } from './ask';
import { ok } from './client';
import { createExperiment, createRunning, experimentBody, meanMetric, variants } from './make';
import { assertRefused } from './refusal';
import { sampleExperiments } from './samples';
import { useServer, type Server } from './useServer';
import type { Experiment, ExperimentDetail, Flag, Page } from './wire';

describe('a stranger meets what only old servers do', () => {
  const b: Server = useServer(['--era=B']);
  const c: Server = useServer(['--era=C']);
  const d: Server = useServer(['--era=D']);
  const count = async ({ client }: Server, query: Readonly<Record<string, string>>) =>
    (await ok(client.get<Page<Experiment>>('experiments/', query))).count;

  it('era B ignores the statuses paused and stopped, and the id of a flag', async () => {
    const all = await count(b, {});
    assert.equal(await count(b, { status: 'paused' }), all);
    assert.equal(await count(b, { status: 'stopped' }), all);
    assert.equal(await count(b, { feature_flag_id: '1' }), all);
    assert.ok((await count(b, { status: 'complete' })) < all);
  });

  it('era C knows them', async () => {
    const all = await count(c, {});
    assert.ok((await count(c, { status: 'paused' })) < all);
    assert.equal(await count(c, { feature_flag_id: '1' }), 0);
  });

  it('era B wants a control variant, in few words, era C in more and with the keys it got', async () => {
    const body = () =>
      experimentBody({ parameters: { feature_flag_variants: variants(['old', 50], ['new', 50]) } });
    assertRefused(await b.client.post('experiments/', body()), {
      detail: 'Feature flag variants must contain a control variant',
    });
    assertRefused(await c.client.post('experiments/', body()), {
      detail:
        /^Feature flag variants must contain a variant with key 'control' \(lowercase, exactly\)\. Got keys: \[.*old.*new.*\]\. /,
    });
  });

  it('era C refuses a uuid that is twice there, era D gives the second another', async () => {
    const metric = meanMetric();
    assertRefused(await c.client.post('experiments/', experimentBody({ metrics: [metric, metric] })), {
      detail: `Duplicate metric UUID: '${metric.uuid}'. Each metric must have a unique UUID.`,
    });
    const { metrics } = await createExperiment(d.client, { metrics: [metric, metric] });
    assert.equal(new Set(metrics.map(({ uuid }) => uuid)).size, 2);
  });

  it('eras B to D link a flag that is there and ignore the variants sent along', async () => {
    for (const { client } of [b, c, d]) {
      const { feature_flag: flag } = await createExperiment(client);
      const linked = await createExperiment(client, {
        feature_flag_key: flag.key,
        parameters: { feature_flag_variants: variants(['control', 10], ['test', 90]) },
      });
      assert.deepEqual(linked.feature_flag.filters.multivariate, flag.filters.multivariate);
    }
  });

  it('eras B to D put a draft back to halves when its parameters come without variants', async () => {
    for (const { client } of [b, c, d]) {
      const { id } = await createExperiment(client, {
        parameters: { feature_flag_variants: variants(['control', 10], ['test', 90]) },
      });
      const changed = await ok(
        client.patch<ExperimentDetail>(`experiments/${id}/`, {
          parameters: { minimum_detectable_effect: 20 },
        }),
      );
      assert.deepEqual(
        changed.feature_flag.filters.multivariate?.variants.map(
          ({ rollout_percentage }) => rollout_percentage,
        ),
        [50, 50],
      );
    }
  });

  it('eras B to D ignore a flag object', async () => {
    for (const { client } of [b, c, d]) {
      const { feature_flag } = await createExperiment(client, {
        feature_flag: { filters: { multivariate: { variants: variants(['control', 10], ['test', 90]) } } },
      });
      assert.equal(feature_flag.filters.multivariate?.variants[0]?.rollout_percentage, 50);
    }
  });

  it('era C ships a variant to everyone, era D only when asked to', async () => {
    const groupsAfter = async ({ client }: Server) => {
      const { id } = await createRunning(client, { parameters: { rollout_percentage: 30 } });
      const path = `experiments/${id}/ship_variant/`;
      const { feature_flag } = await ok(
        client.post<{ readonly feature_flag: Flag }>(path, { variant_key: 'test' }),
      );
      return feature_flag.filters.groups;
    };
    const isForAll = ({ rollout_percentage }: { readonly rollout_percentage?: number | null }) =>
      rollout_percentage === 100;
    assert.ok((await groupsAfter(c)).some(isForAll));
    assert.ok(!(await groupsAfter(d)).some(isForAll));
  });

  it('no server since era B has results below the experiment', async () => {
    for (const { client } of [b, c, d]) {
      const { id } = await createRunning(client);
      assert.equal((await client.get(`experiments/${id}/results/`)).status, 404);
    }
  });

  it('era C requires order fields it knows, as later ones do', async () => {
    assertRefused(await c.client.get('experiments/', { order: 'colour' }), {
      detail: "Invalid order field: 'colour'",
    });
  });

  it('before F a version is ignored: the last one wins', async () => {
    for (const { client } of [b, c, d]) {
      const { id } = await createExperiment(client);
      const write = (description: string) =>
        ok(client.patch<ExperimentDetail>(`experiments/${id}/`, { description }));
      await write('First');
      assert.equal((await write('Second')).description, 'Second');
    }
  });

  it('an experiment of the old kind can change its name, description and end alone', async () => {
    for (const { client } of [b, d]) {
      const samples = await sampleExperiments(client);
      const legacy = samples.find(({ metrics }) => metrics.some(({ kind }) => kind !== 'ExperimentMetric'));
      assert.ok(legacy, 'no experiment with legacy metrics');
      const path = `experiments/${legacy.id}/`;
      const { description } = await ok(client.patch<ExperimentDetail>(path, { description: 'Still here' }));
      assert.equal(description, 'Still here');
      assertRefused(await client.patch(path, { archived: true }), {
        detail:
          /^This experiment uses legacy metric formats and can only have its name, description, or end_date updated\. Cannot update: .*archived/,
      });
    }
  });

  it('eras B and C keep a copy of the variants, which does not follow the flag', async () => {
    for (const { client } of [b, c]) {
      const feature_flag_variants = variants(['control', 50], ['test', 50]);
      const { id, feature_flag: flag } = await createRunning(client, {
        parameters: { feature_flag_variants },
      });
      const multivariate = { variants: variants(['control', 10], ['test', 90]) };
      await ok(client.patch(`feature_flags/${flag.id}/`, { filters: { ...flag.filters, multivariate } }));
      const after = await ok(client.get<ExperimentDetail>(`experiments/${id}/`));
      assert.equal(after.feature_flag.filters.multivariate?.variants[0]?.rollout_percentage, 10);
      assert.equal(after.parameters.feature_flag_variants?.[0]?.rollout_percentage, 50);
    }
  });

  it('era B gives variants without split_percent, era C with it', async () => {
    const variant = async ({ client }: Server) => {
      const feature_flag_variants = variants(['control', 50], ['test', 50]);
      const { parameters } = await createExperiment(client, { parameters: { feature_flag_variants } });
      return parameters.feature_flag_variants?.[0] ?? assert.fail('no variants');
    };
    assert.ok(!('split_percent' in (await variant(b))));
    assert.equal((await variant(c)).split_percent, 50);
  });

  it('era B keeps the holdout of a flag under another name than era C', async () => {
    const filters = async ({ client }: Server) => {
      const { results } = await ok(client.get<Page<{ readonly id: number }>>('experiment_holdouts/'));
      const { feature_flag } = await createExperiment(client, { holdout_id: results[0]?.id });
      return feature_flag.filters;
    };
    assert.ok('holdout_groups' in (await filters(b)));
    assert.ok(!('holdout_groups' in (await filters(c))));
    assert.ok((await filters(c)).holdout);
  });

  it('era B checks no split: exposures come without', async () => {
    const samples = await sampleExperiments(b.client);
    const running = samples.find(({ start_date, metrics }) => start_date !== null && metrics.length > 0);
    assert.ok(running);
    assert.equal((await askExposures(b.client, running)).sample_ratio_mismatch, undefined);
  });
});
