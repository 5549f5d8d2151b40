import assert from 'node:assert/strict';
import { ok } from './client';
import { assertHas } from './has';
import { createExperiment, createRunning, daysAgo, experimentBody, meanMetric, variants } from './make';
import { assertRefused } from './refusal';
import { useServer, type Era } from './useServer';
import type { Experiment, ExperimentDetail, Page } from './wire';

const eras: readonly Era[] = ['B', 'C', 'D', 'E', 'F'];
const isFrom = (first: Era, era: Era) => eras.indexOf(era) >= eras.indexOf(first);

/** Keys of an experiment on its own, by the first generation of servers that has them. */
const detailKeys: readonly (readonly [first: Era, keys: readonly string[]])[] = [
  ['C', ['status', 'only_count_matured_users', 'scheduling_config']],
  ['D', ['is_legacy', 'excluded_variants', 'running_time_calculation']],
  ['F', ['tags', 'version', 'resolved_exposure_event', 'health', 'can_freeze_exposure']],
];
/** Not said of all generations: `tags` may have come with E. */
const uncertain = (era: Era, key: string) => era === 'E' && key === 'tags';

const onlyInDetail = [
  'metrics',
  'metrics_secondary',
  'saved_metrics',
  'stats_config',
  'exposure_criteria',
  'primary_metrics_ordered_uuids',
  'secondary_metrics_ordered_uuids',
  'filters',
  'holdout_id',
];

/** Actions, by the first generation that has them. */
const actions: readonly (readonly [first: Era, action: string, body?: object])[] = [
  ['C', 'launch'],
  ['C', 'pause'],
  ['C', 'resume'],
  ['D', 'metrics_recalculation', {}],
  ['E', 'freeze_exposure'],
  ['E', 'unfreeze_exposure'],
  ['C', 'end', { conclusion: 'won' }],
  ['C', 'archive'],
  ['C', 'unarchive'],
  ['C', 'reset'],
];

for (const era of eras) {
  describe(`a stranger meets a server of era ${era}`, () => {
    const server = useServer([`--era=${era}`]);

    it('whose experiments have the keys of their time', async () => {
      const made = await createExperiment(server.client);
      for (const [first, keys] of detailKeys) {
        for (const key of keys.filter((name) => !uncertain(era, name))) {
          assert.equal(key in made, isFrom(first, era), key);
        }
      }
    });

    it(`whose lists are ${isFrom('D', era) ? 'light' : 'full'}`, async () => {
      const { id } = await createExperiment(server.client, { metrics: [meanMetric()] });
      const { results } = await ok(server.client.get<Page<Experiment>>('experiments/'));
      const row = results.find((experiment) => experiment.id === id);
      assert.ok(row);
      const detail = await ok(server.client.get<ExperimentDetail>(`experiments/${id}/`));
      if (isFrom('D', era)) {
        for (const key of onlyInDetail) assert.ok(!(key in row), key);
        assertHas(detail, row);
      } else {
        assert.deepEqual(row, detail);
      }
    });

    it('that has the actions of its time, and says 404 to later ones', async () => {
      const { id } = await createExperiment(server.client, { metrics: [meanMetric()] });
      for (const [first, action, body] of actions) {
        const { status, text } = await server.client.post(`experiments/${id}/${action}/`, body);
        if (isFrom(first, era)) assert.ok(status === 200 || status === 201, `${action}: ${status} ${text}`);
        else assert.equal(status, 404, action);
      }
      await ok(server.client.get(`experiments/${id}/`));
    });

    it(`that ${isFrom('E', era) ? 'tells' : 'does not tell'} below the experiment what happened to it`, async () => {
      const { id } = await createExperiment(server.client);
      const { status } = await server.client.get(`experiments/${id}/activity/`);
      assert.equal(status, isFrom('E', era) ? 200 : 404);
    });

    it('that can be led through a life by PATCH alone', async () => {
      const { id } = await createExperiment(server.client);
      const change = (body: object) => ok(server.client.patch<ExperimentDetail>(`experiments/${id}/`, body));
      const launched = await change({ start_date: daysAgo(1) });
      assert.equal(launched.feature_flag.active, true);
      const ended = await change({ end_date: daysAgo(0), conclusion: 'won', conclusion_comment: 'Clear' });
      assert.deepEqual([ended.conclusion, ended.end_date === null], ['won', false]);
      assert.equal((await change({ archived: true })).archived, true);
      assert.equal((await change({ archived: false })).archived, false);
      const reset = await change({
        start_date: null,
        end_date: null,
        conclusion: null,
        conclusion_comment: null,
      });
      assert.deepEqual([reset.start_date, reset.end_date, reset.conclusion], [null, null, null]);
    });

    it(`that ${isFrom('C', era) ? 'refuses' : 'accepts'} events nobody has sent`, async () => {
      const body = experimentBody({
        metrics: [meanMetric('nobody sends this')],
        allow_unknown_events: false,
      });
      assert.equal((await server.client.post('experiments/', body)).status, isFrom('C', era) ? 400 : 201);
    });

    it(`that ${isFrom('C', era) ? 'gives' : 'does not give'} a uuid to a metric without`, async () => {
      const { uuid: _, ...nameless } = meanMetric();
      const { metrics } = await createExperiment(server.client, { metrics: [nameless] });
      assert.equal(metrics[0]?.uuid !== undefined, isFrom('C', era));
    });

    it('that asks for two variants in its own words', async () => {
      const body = experimentBody({ parameters: { feature_flag_variants: variants(['control', 100]) } });
      const who = era === 'F' ? 'a baseline' : 'control';
      assertRefused(await server.client.post('experiments/', body), {
        detail: `Feature flag must have at least 2 variants (${who} and at least one test variant)`,
      });
    });

    it(`whose histories come ${isFrom('D', era) ? 'with' : 'without'} a text for machines`, async () => {
      const { id, metrics } = await createRunning(server.client, { metrics: [meanMetric()] });
      const [{ uuid = '', fingerprint = '' } = assert.fail()] = metrics;
      const series = await ok(
        server.client.get<object>(`experiments/${id}/timeseries_results/`, {
          metric_uuid: uuid,
          fingerprint,
        }),
      );
      assert.equal('formatted_results' in series, isFrom('D', era));
    });
  });
}
