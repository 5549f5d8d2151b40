import assert from 'node:assert/strict';
import { ok } from './client';
import { createExperiment, meanMetric, retrieve } from './make';
import { useServer } from './useServer';
import type { ExperimentDetail } from './wire';

interface Conflict {
  readonly detail: string;
  readonly current_version: number;
  readonly conflicting_metric_uuids?: readonly string[];
  readonly conflicting_fields?: readonly string[];
}

describe('two strangers change one experiment at the same time', () => {
  const server = useServer();
  const change = (id: number, body: unknown) =>
    server.client.patch<ExperimentDetail>(`experiments/${id}/`, body);
  const conflict = (id: number, body: unknown) =>
    ok(server.client.patch<Conflict>(`experiments/${id}/`, body), 409);
  const uuids = (experiment: ExperimentDetail) => new Set(experiment.metrics.map(({ uuid }) => uuid));

  it('and a new experiment counts its changes from 0', async () => {
    const { id, version } = await createExperiment(server.client);
    assert.equal(version, 0);
    assert.equal((await ok(change(id, { description: 'One' }))).version, 1);
    assert.equal((await ok(change(id, { description: 'Two' }))).version, 2);
  });

  it('and without a version the last one wins', async () => {
    const { id } = await createExperiment(server.client);
    await ok(change(id, { description: 'First' }));
    assert.equal((await ok(change(id, { description: 'Second' }))).description, 'Second');
  });

  it('and with the version it read the first is let in', async () => {
    const { id, version = -1 } = await createExperiment(server.client);
    assert.equal((await ok(change(id, { version, description: 'First' }))).version, version + 1);
  });

  it('and with a version of before the second is refused, told the current one and nothing else', async () => {
    const { id, version } = await createExperiment(server.client);
    await ok(change(id, { version, description: 'First' }));
    const refused = await conflict(id, { version, description: 'Second' });
    assert.deepEqual(Object.keys(refused).toSorted(), ['current_version', 'detail']);
    assert.equal(refused.current_version, 1);
    assert.equal((await retrieve(server.client, id)).description, 'First');
  });

  it('and with what they started from, metrics of both survive', async () => {
    const base = meanMetric('signup');
    const [mine, theirs] = [meanMetric('login'), meanMetric('purchase')];
    const before = await createExperiment(server.client, { metrics: [base] });
    const { id, version, metrics } = before;
    await ok(change(id, { version, metrics: [...metrics, theirs] }));
    const merged = await ok(
      change(id, { version, metrics: [...metrics, mine], original_experiment: { metrics } }),
    );
    assert.deepEqual(uuids(merged), new Set([base.uuid, mine.uuid, theirs.uuid]));
  });

  it('and taking out a metric takes out what it saw, not what the other added', async () => {
    const [base, theirs] = [meanMetric('signup'), meanMetric('purchase')];
    const { id, version, metrics } = await createExperiment(server.client, { metrics: [base] });
    await ok(change(id, { version, metrics: [...metrics, theirs] }));
    const merged = await ok(change(id, { version, metrics: [], original_experiment: { metrics } }));
    assert.deepEqual(uuids(merged), new Set([theirs.uuid]));
  });

  it('and the same metric changed by both is a conflict that names it', async () => {
    const base = meanMetric('signup');
    const { id, version, metrics } = await createExperiment(server.client, { metrics: [base] });
    await ok(change(id, { version, metrics: [{ ...base, goal: 'increase', name: 'Theirs' }] }));
    const refused = await conflict(id, {
      version,
      metrics: [{ ...base, name: 'Mine' }],
      original_experiment: { metrics },
    });
    assert.deepEqual(refused.conflicting_metric_uuids, [base.uuid]);
    assert.equal(refused.current_version, 1);
  });

  it('and different fields do not meet', async () => {
    const { id, version, name, description } = await createExperiment(server.client);
    await ok(change(id, { version, name: 'Theirs' }));
    const merged = await ok(
      change(id, { version, description: 'Mine', original_experiment: { name, description } }),
    );
    assert.deepEqual([merged.name, merged.description], ['Theirs', 'Mine']);
  });

  it('and the same field changed by both is a conflict that names it', async () => {
    const { id, version, name } = await createExperiment(server.client);
    await ok(change(id, { version, name: 'Theirs' }));
    const refused = await conflict(id, { version, name: 'Mine', original_experiment: { name } });
    assert.deepEqual(refused.conflicting_fields, ['name']);
  });

  it('and a value sent back as it was read never conflicts', async () => {
    const { id, version, name, description } = await createExperiment(server.client);
    await ok(change(id, { version, name: 'Theirs' }));
    const merged = await ok(
      change(id, { version, name, description: 'Mine', original_experiment: { name, description } }),
    );
    assert.deepEqual([merged.name, merged.description], ['Theirs', 'Mine']);
  });

  it('and a stale field without what it was is a conflict', async () => {
    const { id, version, description } = await createExperiment(server.client);
    await ok(change(id, { version, name: 'Theirs' }));
    const refused = await conflict(id, { version, name: 'Mine', original_experiment: { description } });
    assert.deepEqual(refused.conflicting_fields, ['name']);
  });

  it('and a shared metric linked by one and another linked by the other both stay', async () => {
    const share = (name: string) =>
      ok(
        server.client.post<{ readonly id: number }>('experiment_saved_metrics/', {
          name,
          query: meanMetric('signup'),
        }),
        201,
      );
    const [one, two] = [await share('Shared by one'), await share('Shared by the other')];
    const { id, version } = await createExperiment(server.client);
    const link = ({ id: metricId }: { readonly id: number }) => ({
      id: metricId,
      metadata: { type: 'primary' },
    });
    await ok(change(id, { version, saved_metrics_ids: [link(one)] }));
    const merged = await ok(
      change(id, { version, saved_metrics_ids: [link(two)], original_experiment: { saved_metrics_ids: [] } }),
    );
    assert.deepEqual(
      new Set(merged.saved_metrics.map(({ saved_metric }) => saved_metric)),
      new Set([one.id, two.id]),
    );
  });
});
