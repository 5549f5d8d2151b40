import assert from 'node:assert/strict';
import { ok } from './client';
import { createExperiment, meanMetric, retrieve } from './make';
import { assertRefused } from './refusal';
import { useServer } from './useServer';
import type { Metric, Page } from './wire';

interface SharedMetric {
  readonly id: number;
  readonly name: string;
  readonly description: string | null;
  readonly query: Metric;
  readonly created_at: string;
  readonly updated_at: string;
}

interface Holdout {
  readonly id: number;
  readonly name: string;
  readonly filters: readonly { readonly rollout_percentage: number; readonly variant: string }[];
}

describe('a stranger picks from what the project has', () => {
  const server = useServer();

  it('shared metrics, ordered by name, each a metric with a uuid', async () => {
    const { results } = await ok(server.client.get<Page<SharedMetric>>('experiment_saved_metrics/'));
    assert.ok(results.length > 0);
    assert.deepEqual(
      results.map(({ name }) => name),
      results.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b)),
    );
    for (const { query, created_at } of results) {
      assert.equal(query.kind, 'ExperimentMetric');
      assert.equal(typeof query.uuid, 'string');
      assert.match(created_at, /Z$/);
    }
  });

  it('shared metrics by words of their name', async () => {
    const { results } = await ok(server.client.get<Page<SharedMetric>>('experiment_saved_metrics/'));
    const [{ id, name } = assert.fail()] = results;
    const found = await ok(
      server.client.get<Page<SharedMetric>>('experiment_saved_metrics/', { search: name.toUpperCase() }),
    );
    assert.ok(found.results.some((metric) => metric.id === id));
    const none = await ok(
      server.client.get<Page<SharedMetric>>('experiment_saved_metrics/', {
        search: 'nothing is called this',
      }),
    );
    assert.equal(none.count, 0);
  });

  it('a shared metric linked to an experiment: the link has its own id and the metric its uuid', async () => {
    const { results } = await ok(server.client.get<Page<SharedMetric>>('experiment_saved_metrics/'));
    const [shared = assert.fail()] = results;
    const { id } = await createExperiment(server.client, {
      saved_metrics_ids: [{ id: shared.id, metadata: { type: 'primary' } }],
      metrics: [meanMetric()],
    });
    const [link] = (await retrieve(server.client, id)).saved_metrics;
    assert.equal(link?.saved_metric, shared.id);
    assert.equal(link.name, shared.name);
    assert.equal(link.query.uuid, shared.query.uuid);
  });

  it('holdouts, whose variant is named after them', async () => {
    const { results } = await ok(server.client.get<Page<Holdout>>('experiment_holdouts/'));
    assert.ok(results.length > 0);
    for (const { id, filters } of results) {
      for (const { variant, rollout_percentage } of filters) {
        assert.equal(variant, `holdout-${id}`);
        assert.ok(rollout_percentage >= 0 && rollout_percentage <= 100);
      }
    }
  });

  it('events, by a part of their name', async () => {
    const all = await ok(server.client.get<Page<{ readonly name: string }>>('event_definitions/'));
    const [{ name } = assert.fail()] = all.results;
    const found = await ok(
      server.client.get<Page<{ readonly name: string }>>('event_definitions/', { search: name }),
    );
    assert.ok(found.results.some((event) => event.name === name));
    assert.ok(found.results.every((event) => event.name.toLowerCase().includes(name.toLowerCase())));
  });

  it('what happened to an experiment', async () => {
    const { id, name } = await createExperiment(server.client);
    await ok(server.client.patch(`experiments/${id}/`, { name: 'Another name' }));
    const activity = await ok(
      server.client.get<{
        readonly total_count: number;
        readonly results: readonly {
          readonly activity: string;
          readonly scope: string;
          readonly detail: {
            readonly changes: readonly { readonly field: string; readonly before: unknown }[] | null;
          };
        }[];
      }>(`experiments/${id}/activity/`),
    );
    assert.ok(activity.results.length <= activity.total_count);
    const kinds = activity.results.map((entry) => entry.activity);
    assert.ok(kinds.includes('created') && kinds.includes('updated'), kinds.join());
    const changes = activity.results.flatMap(({ detail }) => detail.changes ?? []);
    assert.equal(changes.find(({ field }) => field === 'name')?.before, name);
    assert.ok(activity.results.every(({ scope }) => scope === 'Experiment'));
  });

  it('and nothing happened to one that is not there', async () => {
    assertRefused(await server.client.get('experiments/987654321/activity/'), { status: 404 });
  });
});
