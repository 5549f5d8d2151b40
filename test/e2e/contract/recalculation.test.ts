import assert from 'node:assert/strict';
import { ok } from './client';
import { createExperiment, meanMetric } from './make';
import { assertRefused } from './refusal';
import { chartedMetrics, establishedOf, metricsOf, sampleExperiments, type Charted } from './samples';
import { useServer } from './useServer';
import type { ExperimentDetail, MetricResult, Timeseries } from './wire';

interface Requested {
  readonly id: string;
  readonly experiment_id: number;
  readonly metric_uuid: string | null;
  readonly fingerprint: string;
  readonly status: string;
  readonly created_at: string;
}

interface Run {
  readonly id: string;
  readonly experiment_id: number;
  readonly status: string;
  readonly total_metrics: number;
  readonly completed_metrics: number;
  readonly failed_metrics: number;
  readonly active_run: { readonly id: string; readonly status: string } | null;
  readonly result_source: string;
  readonly results?: readonly {
    readonly metric_uuid: string;
    readonly status: string;
    readonly result: MetricResult | null;
    readonly error_message: string | null;
  }[];
}

describe('a stranger has the history of a metric computed anew', () => {
  const server = useServer();
  let of: Charted;
  const path = () => `experiments/${of.experiment.id}`;
  const request = (body: unknown) => server.client.post<Requested>(`${path()}/recalculate_timeseries/`, body);
  const series = () =>
    ok(
      server.client.get<Timeseries>(`${path()}/timeseries_results/`, {
        metric_uuid: of.uuid,
        fingerprint: of.fingerprint,
      }),
    );

  before(async () => {
    const established = establishedOf(await sampleExperiments(server.client));
    [of = assert.fail()] = chartedMetrics([established]);
  });

  it('with the metric and its fingerprint, or is told what is missing', async () => {
    assertRefused(await request({ fingerprint: of.fingerprint }), { detail: 'metric is required' });
    assertRefused(await request({ metric: of.metric }), { detail: 'fingerprint is required' });
  });

  it('but not of a draft', async () => {
    const { id, metrics } = await createExperiment(server.client, { metrics: [meanMetric()] });
    const [metric] = metrics;
    const body = { metric, fingerprint: metric?.fingerprint };
    assertRefused(await server.client.post(`experiments/${id}/recalculate_timeseries/`, body), {
      detail: "Cannot recalculate timeseries for experiment that hasn't started",
    });
  });

  it('new is 201, while it is going on 200 with the same id; the old days are gone at once', async () => {
    assert.ok(Object.values((await series()).timeseries).some((result) => result !== null));
    const body = { metric: of.metric, fingerprint: of.fingerprint };
    const first = await ok(request(body), 201);
    assert.deepEqual(Object.keys(first).toSorted(), [
      'created_at',
      'experiment_id',
      'fingerprint',
      'id',
      'metric_uuid',
      'status',
    ]);
    assert.deepEqual([first.experiment_id, first.fingerprint], [of.experiment.id, of.fingerprint]);
    assert.match(first.created_at, /\+00:00$/);
    const meanwhile = await series();
    assert.ok(
      ['pending', 'in_progress'].includes(meanwhile.recalculation_status ?? ''),
      meanwhile.recalculation_status ?? 'null',
    );
    assert.notEqual(meanwhile.recalculation_created_at, null);
    assert.ok(Object.values(meanwhile.timeseries).every((result) => result === null));
    const second = await ok(request(body), 200);
    assert.equal(second.id, first.id);
  });

  it('and in the end the days are back and nothing is going on', async () => {
    await server.client.advance(3_600_000);
    const { recalculation_status, recalculation_created_at, timeseries } = await series();
    assert.deepEqual([recalculation_status, recalculation_created_at], [null, null]);
    assert.ok(Object.values(timeseries).some((result) => result !== null));
  });
});

describe('a stranger reads current results from the last recalculation', () => {
  const server = useServer();
  const samples: ExperimentDetail[] = [];
  const latest = (id: number) => server.client.get<Run>(`experiments/${id}/metrics_recalculation/latest/`);
  const start = (id: number) => server.client.post<Run>(`experiments/${id}/metrics_recalculation/`, {});

  before(async () => {
    samples.push(...(await sampleExperiments(server.client)));
  });
  const running = () => establishedOf(samples);

  it('one result for each metric, counted', async () => {
    const known = new Set(metricsOf(running()).map(({ uuid }) => uuid));
    const run = await ok(latest(running().id));
    assert.equal(run.experiment_id, running().id);
    assert.ok(['recalculation', 'timeseries_fallback'].includes(run.result_source));
    const results = run.results ?? [];
    assert.ok(results.length > 0);
    assert.equal(results.filter(({ status }) => status === 'completed').length, run.completed_metrics);
    assert.equal(results.filter(({ status }) => status === 'failed').length, run.failed_metrics);
    for (const { metric_uuid, status, result, error_message } of results) {
      assert.ok(known.has(metric_uuid));
      assert.equal(result !== null, status === 'completed');
      assert.equal(error_message !== null, status === 'failed');
    }
  });

  it('none of a draft, which is a 404 of one key', async () => {
    const { id } = await createExperiment(server.client, { metrics: [meanMetric()] });
    const answer = await latest(id);
    assert.equal(answer.status, 404);
    assert.deepEqual(answer.body, { detail: 'No completed recalculation found' });
  });

  it('and starts one: 201 and no results yet; again: 200 and the same one', async () => {
    const { id } = running();
    const first = await ok(start(id), 201);
    assert.equal(first.results, undefined);
    const second = await ok(start(id), 200);
    assert.equal(second.id, first.id);
    const one = await ok(server.client.get<Run>(`experiments/${id}/metrics_recalculation/${first.id}/`));
    assert.equal(one.id, first.id);
  });

  it('which in the end is the latest, complete, with a result for each metric', async () => {
    const { id } = running();
    await server.client.advance(3_600_000);
    const run = await ok(latest(id));
    assert.deepEqual([run.status, run.result_source, run.active_run], ['completed', 'recalculation', null]);
    const results = run.results ?? [];
    assert.equal(results.length, run.total_metrics);
    assert.deepEqual(
      new Set(results.map(({ metric_uuid }) => metric_uuid)),
      new Set(metricsOf(running()).map(({ uuid }) => uuid)),
    );
  });

  it('and is given the same run again within five minutes, a new one afterwards', async () => {
    const { id } = running();
    const { id: runId } = await ok(start(id), 201);
    await server.client.advance(60_000);
    assert.equal((await ok(start(id), 200)).id, runId);
    await server.client.advance(600_000);
    assert.notEqual((await ok(start(id), 201)).id, runId);
  });

  it('and while the first of all is going, the last finished one stays, or it is shown itself', async () => {
    const fresh = samples.filter(({ id, status }) => status === 'running' && id !== running().id);
    const [{ id } = assert.fail()] = fresh;
    const before = await latest(id);
    const { id: runId } = await ok(start(id), 201);
    const after = await ok(latest(id));
    if (before.status === 404) assert.equal(after.id, runId);
    else if (after.id !== runId) assert.equal(after.active_run?.id, runId);
  });

  it('but not of a draft', async () => {
    const { id } = await createExperiment(server.client);
    assert.equal((await start(id)).status, 400);
  });

  it('and does not find a run of another experiment', async () => {
    const [one, two] = samples.filter(({ status }) => status === 'stopped');
    assert.ok(one && two);
    const run = await start(one.id);
    assert.ok(run.status === 200 || run.status === 201);
    const elsewhere = await server.client.get(`experiments/${two.id}/metrics_recalculation/${run.body.id}/`);
    assert.equal(elsewhere.status, 404);
    const unknown = '00000000-0000-4000-8000-000000000000';
    assert.equal(
      (await server.client.get(`experiments/${one.id}/metrics_recalculation/${unknown}/`)).status,
      404,
    );
  });
});
