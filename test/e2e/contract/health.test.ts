import assert from 'node:assert/strict';
import { askExposures } from './ask';
import { ok } from './client';
import { createExperiment, createRunning, meanMetric, retrieve } from './make';
import { metricsOf, sampleExperiments } from './samples';
import { useServer } from './useServer';
import type { ExperimentDetail, Finding, ReleaseCondition } from './wire';

/** Findings about the flag and the metrics; those about exposures come with the exposures. */
const codes = new Set([
  'no_metric',
  'flag_off_while_running',
  'flag_live_after_end',
  'flag_live_before_launch',
  'variant_shipped_while_running',
  'running_but_no_rollout',
  'forced_variant_release_condition',
]);

const found = ({ health }: ExperimentDetail) => (health?.findings ?? []).map(({ code }) => code);
const known = ({ code, subcode }: Finding) => codes.has(code) || codes.has(subcode ?? '');

describe('a stranger reads the health of an experiment', () => {
  const server = useServer();
  const samples: ExperimentDetail[] = [];

  before(async () => {
    samples.push(...(await sampleExperiments(server.client)));
    assert.ok(
      samples.some(({ health }) => (health?.findings.length ?? 0) > 0),
      'all are well',
    );
  });

  it('and finds only what the docs speak of', () => {
    for (const { health, name } of samples) {
      for (const finding of health?.findings ?? []) {
        assert.ok(known(finding), `${name}: ${finding.code}`);
        assert.ok(['critical', 'warning', 'info'].includes(finding.severity));
        assert.equal(typeof finding.detail, 'string');
        assert.ok(Array.isArray(finding.actions));
      }
    }
  });

  it('and a launched one without metrics is told so, and no other', () => {
    for (const experiment of samples.filter(({ is_legacy }) => is_legacy !== true)) {
      const expected = experiment.start_date !== null && metricsOf(experiment).length === 0;
      assert.equal(found(experiment).includes('no_metric'), expected, experiment.name);
    }
  });

  it('and one whose flag was switched off is told so, as long as it is off', async () => {
    const { id } = await createRunning(server.client, { metrics: [meanMetric()] });
    const isTold = async () => found(await retrieve(server.client, id)).includes('flag_off_while_running');
    assert.equal(await isTold(), false);
    await ok(server.client.post(`experiments/${id}/pause/`));
    assert.equal(await isTold(), true);
    await ok(server.client.post(`experiments/${id}/resume/`));
    assert.equal(await isTold(), false);
  });

  it('and one that has ended with its flag on is told so, until the flag is off', async () => {
    const { id, feature_flag } = await createRunning(server.client, { metrics: [meanMetric()] });
    await ok(server.client.post(`experiments/${id}/end/`, { conclusion: 'won' }));
    const isTold = async () => found(await retrieve(server.client, id)).includes('flag_live_after_end');
    assert.equal(await isTold(), true);
    await ok(server.client.patch(`feature_flags/${feature_flag.id}/`, { active: false }));
    assert.equal(await isTold(), false);
  });

  it('and a draft whose flag is on is told so', async () => {
    const { id, feature_flag } = await createExperiment(server.client);
    const isTold = async () => found(await retrieve(server.client, id)).includes('flag_live_before_launch');
    assert.equal(await isTold(), false);
    await ok(server.client.patch(`feature_flags/${feature_flag.id}/`, { active: true }));
    assert.equal(await isTold(), true);
  });

  it('and one that names a variant in a release condition is told so', async () => {
    const { id, feature_flag } = await createRunning(server.client, { metrics: [meanMetric()] });
    const groups: ReleaseCondition[] = [
      { properties: [], rollout_percentage: 10, variant: 'test' },
      ...feature_flag.filters.groups,
    ];
    await ok(
      server.client.patch(`feature_flags/${feature_flag.id}/`, {
        filters: { ...feature_flag.filters, groups },
      }),
    );
    assert.ok(found(await retrieve(server.client, id)).includes('forced_variant_release_condition'));
  });

  it('and a draft has no exposures', async () => {
    const draft = samples.find(({ status }) => status === 'draft');
    assert.ok(draft);
    const { total_exposures } = await askExposures(server.client, draft);
    assert.equal(
      Object.values(total_exposures).reduce((sum, count) => sum + count, 0),
      0,
    );
  });
});
