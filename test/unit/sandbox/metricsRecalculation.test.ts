import assert from 'node:assert/strict';
import { invalidBody } from './invalidBody';
import { openMeasured } from './resultsClient';
import { first, metricsIn, openSandbox, resultsIn } from './sandboxClient';

const running = 'new-onboarding-flow';

async function openRuns(flagKey = running) {
  const sandbox = openMeasured();
  const experiment = await sandbox.find(flagKey);
  const path = `experiments/${experiment.id}/metrics_recalculation/`;
  return { ...sandbox, experiment, path, start: (body: unknown = {}) => sandbox.ask('POST', path, body) };
}

describe('sandbox: recalculation of all metrics', () => {
  it("answers with last night's results, retention left out", async () => {
    const { latest, experiment, seriesOf, got, path } = await openRuns();
    const run = await latest(experiment.id);
    assert.equal(run.trigger, 'timeseries_sync');
    assert.deepEqual([run.status, run.result_source, run.active_run], ['completed', 'recalculation', null]);
    assert.deepEqual([run.total_metrics, run.completed_metrics, run.failed_metrics], [1, 1, 0]);
    assert.match(run.completed_at ?? '', /^2026-11-20T02:11:\d\d\+00:00$/);
    assert.equal(run.query_to, '2026-11-20T00:00:00+00:00');
    const metric = first(experiment.metrics);
    const newest = resultsIn(await seriesOf(experiment.id, metric)).at(-1);
    assert.deepEqual(run.results, [
      { metric_uuid: metric.uuid, status: 'completed', result: newest, error_message: null },
    ]);
    const { active_run: _beside, ...same } = run;
    const { active_run: _none, ...byId } = (await got(200, 'GET', `${path}${run.id}/`)) as typeof run;
    assert.deepEqual(byId, same);
  });

  it('of an experiment that has ended is that of the night after', async () => {
    const { latest, experiment } = await openRuns('express-pay');
    const run = await latest(experiment.id);
    assert.equal(run.query_to, '2026-11-15T16:00:00+00:00');
    assert.match(run.completed_at ?? '', /^2026-11-16T02:11/);
    assert.equal(run.total_metrics, metricsIn(experiment).length);
  });

  it('computes one metric after another, while the last finished run stays in sight', async () => {
    const { latest, experiment, start, passSeconds, got, path } = await openRuns();
    const started = await start();
    assert.equal(started.status, 201);
    const { id, ...body } = started.body as { id: string };
    assert.deepEqual(body, {
      experiment_id: experiment.id,
      status: 'pending',
      total_metrics: 2,
      completed_metrics: 0,
      failed_metrics: 0,
      metric_errors: {},
      metric_retries: {},
      trigger: 'manual',
      created_at: '2026-11-20T15:00:00+00:00',
      started_at: null,
      completed_at: null,
      query_to: null,
      is_existing: false,
    });
    passSeconds(6);
    const beside = await latest(experiment.id);
    assert.equal(beside.trigger, 'timeseries_sync');
    assert.deepEqual(beside.active_run, { id, status: 'in_progress' });
    const half = (await got(200, 'GET', `${path}${id}/`)) as typeof beside & { rows_read: number };
    assert.deepEqual(
      half.results.map((result) => [result.status, result.result !== null]),
      [
        ['completed', true],
        ['pending', false],
      ],
    );
    assert.ok(half.rows_read > 0);

    passSeconds(4);
    const done = await latest(experiment.id);
    assert.deepEqual([done.id, done.status, done.completed_metrics], [id, 'completed', 2]);
    assert.equal(done.active_run, null);
    const retention = done.results[1]?.result;
    assert.ok(retention && (retention.baseline.denominator_sum ?? 0) > retention.baseline.sum);
  });

  it('is not started twice, nor again within five minutes', async () => {
    const { start, passSeconds } = await openRuns();
    const { body } = await start();
    const again = async () => {
      const { status, body: answer } = await start({ trigger: 'agent_mcp' });
      return [status, (answer as { id: string }).id === (body as { id: string }).id];
    };
    assert.deepEqual(await again(), [200, true]);
    passSeconds(60);
    assert.deepEqual(await again(), [200, true]);
    passSeconds(300);
    assert.deepEqual(await again(), [201, false]);
  });

  it('tells which metric failed and why, and fails altogether only when all do', async () => {
    const one = await openRuns('revenue-forecast');
    const run = await one.latest(one.experiment.id);
    assert.deepEqual([run.status, run.completed_metrics, run.failed_metrics], ['completed', 1, 1]);
    assert.match(run.results[1]?.error_message ?? '', /too much memory/);
    assert.equal(run.results[1]?.result, null);
    const all = await openRuns('warehouse-orders');
    assert.equal((await all.latest(all.experiment.id)).status, 'failed');
  });

  it('has none before the first night, then the one somebody starts', async () => {
    const { experiment, ask, got, start, latest, path } = await openRuns('search-suggestions');
    const none = await ask('GET', `${path}latest/`);
    assert.deepEqual(none, { status: 404, body: { detail: 'No completed recalculation found' } });
    await start();
    assert.equal((await latest(experiment.id)).status, 'pending');
    const unknown = await got(404, 'GET', `${path}00000000-0000-4000-8000-000000000000/`);
    assert.deepEqual(unknown, { detail: 'Recalculation not found' });
  });

  it('refuses drafts', async () => {
    const { start } = await openRuns('gift-wrapping-option');
    assert.deepEqual(await start(), {
      status: 400,
      body: invalidBody("Cannot recalculate metrics for experiment that hasn't started"),
    });
  });

  it('cannot be started while the scheduler is away, and nothing is left of the attempt', async () => {
    const { ask, named, sandbox } = openSandbox();
    const { id } = await named('New onboarding flow');
    const path = `${id}/metrics_recalculation/`;
    const code = 'recalculation_scheduling_unavailable';
    sandbox.control.add({ path: 'metrics_recalculation', method: 'POST', status: 503, code, times: 1 });
    const refused = await ask('POST', path, {});
    assert.equal(refused.status, 503);
    assert.equal((refused.body as { code: string }).code, code);
    const { body } = await ask('GET', `${path}latest/`);
    assert.equal((body as { active_run: unknown }).active_run, null);
    assert.equal((await ask('POST', path, {})).status, 201);
  });

  it('of an older server is made up from the daily series', async () => {
    const { find, latest } = openMeasured({ era: 'D' });
    const { id } = await find(running);
    const run = await latest(id);
    assert.deepEqual([run.id, run.result_source], ['timeseries-fallback', 'timeseries_fallback']);
    assert.deepEqual([run.trigger, run.total_metrics, run.completed_metrics], [undefined, 2, 1]);
    assert.equal(run.completed_at, '2026-11-20T00:00:00+00:00');
  });

  it('keeps what was computed weeks ago when no night computes any more', async () => {
    const { find, latest, seriesOf } = openMeasured();
    const experiment = await find('help-centre-search');
    const run = await latest(experiment.id);
    assert.equal(run.query_to, '2026-10-10T00:00:00+00:00');
    const series = await seriesOf(experiment.id, first(experiment.metrics));
    assert.match(series.computed_at ?? '', /^2026-10-10T02:11/);
  });
});
