import assert from 'node:assert/strict';
import { lastLoaded } from '../../../../src/core/store/resource';
import { loadVerdict, worstCost } from '../../../../src/core/useCase/loadVerdict';
import { refreshExperiments } from '../../../../src/core/useCase/refreshExperiments';
import { pathOf } from '../../support/fakeTransport';
import { never, openSession } from '../../support/openSession';
import { serveProject, type ServedProject } from '../../support/serveProject';
import { funnelMetric } from '../../support/wireExperiments';
import { row } from '../../support/wireLists';
import { wirePending } from '../../support/wireTimeseries';

async function open(project: Partial<ServedProject> = {}) {
  const served: ServedProject = { open: [row(1), row(2)], ...project };
  const opened = openSession(serveProject(served));
  await refreshExperiments(opened.session, never);
  const { transport, session } = opened;
  transport.requests.length = 0;
  const asked = () => transport.requests.map((request) => pathOf(request).replace(/.*\/experiments\//, ''));
  const verdict = (id = 1) => session.store.state.verdicts.get(id);
  return { ...opened, served, asked, verdict, outcomes: () => lastLoaded(verdict())?.value.outcomes };
}

describe('The verdict of an experiment', () => {
  it('costs its metrics and one answer, later only the answer', async () => {
    const { session, asked, outcomes, verdict } = await open();
    assert.equal(await loadVerdict(session, 1, never), 2);
    assert.deepEqual(asked(), ['1/', '1/metrics_recalculation/latest/']);
    assert.deepEqual(
      outcomes()?.map(({ metric, role, result }) => [metric.uuid, role, result?.variants[0]?.significant]),
      [[funnelMetric.uuid, 'primary', true]],
    );
    assert.equal(lastLoaded(verdict())?.value.computedMs, Date.parse('2026-03-10T02:11:08Z'));
    assert.equal(await loadVerdict(session, 1, never), 1);
    assert.deepEqual(asked().slice(2), ['1/metrics_recalculation/latest/']);
  });

  it('reads the metrics again once PostHog changed the experiment', async () => {
    const { session, served } = await open();
    await loadVerdict(session, 1, never);
    served.open = [row(1, { updated_at: '2026-03-10T12:00:00Z' }), row(2)];
    await refreshExperiments(session, never);
    assert.equal(await loadVerdict(session, 1, never), 2);
    assert.equal(await loadVerdict(session, 1, never), 1);
  });

  it('does not read them again because its flag was switched', async () => {
    const { session, served } = await open();
    await loadVerdict(session, 1, never);
    served.open = [row(1, { status: 'paused' }), row(2)];
    await refreshExperiments(session, never);
    assert.equal(await loadVerdict(session, 1, never), 1);
  });

  it('is the last day of the first primary metric where PostHog is too old to tell all at once', async () => {
    const { session, asked, outcomes } = await open({ recalculations: 'unsupported' });
    assert.equal(await loadVerdict(session, 1, never), 4);
    assert.deepEqual(asked(), ['1/', '1/metrics_recalculation/latest/', '1/', '1/timeseries_results/']);
    assert.equal(outcomes()?.[0]?.result?.variants[0]?.significant, true);
    // From then on that is known.
    assert.equal(await loadVerdict(session, 2, never), 2);
    assert.equal(await loadVerdict(session, 1, never), 1);
    assert.deepEqual(asked().slice(4), ['2/', '2/timeseries_results/', '1/timeseries_results/']);
  });

  it('is the last day too where nothing was computed at once yet', async () => {
    const { session, asked } = await open({ recalculations: 'none yet' });
    assert.equal(await loadVerdict(session, 1, never), 3);
    assert.deepEqual(asked(), ['1/', '1/metrics_recalculation/latest/', '1/timeseries_results/']);
  });

  it('looks at the metrics again where they led to nothing', async () => {
    const { session, outcomes } = await open({
      recalculations: 'none yet',
      instead: (request) =>
        pathOf(request).endsWith('timeseries_results/') ? { body: wirePending } : undefined,
    });
    assert.equal(await loadVerdict(session, 1, never), 3);
    assert.deepEqual(
      outcomes()?.map(({ result, error }) => [result, error]),
      [[undefined, undefined]],
    );
    assert.equal(await loadVerdict(session, 1, never), 3);
  });

  it('tells a metric that failed, in the words of the server', async () => {
    const failed = { ...wirePending, errors: { '2026-03-03': 'Timed out.' } };
    const { session, outcomes } = await open({
      recalculations: 'none yet',
      instead: (request) => (pathOf(request).endsWith('timeseries_results/') ? { body: failed } : undefined),
    });
    await loadVerdict(session, 1, never);
    assert.equal(outcomes()?.[0]?.error, 'Timed out.');
  });

  it('asks for no series of a metric that has none', async () => {
    const { session, asked, verdict } = await open({
      open: [row(1, { metrics: [{ ...funnelMetric, fingerprint: undefined }] })],
      recalculations: 'none yet',
    });
    assert.equal(await loadVerdict(session, 1, never), 2);
    assert.deepEqual(asked(), ['1/', '1/metrics_recalculation/latest/']);
    assert.equal(verdict()?.state, 'ready');
  });

  it('costs never more than it was expected to', async () => {
    for (const recalculations of ['there', 'none yet', 'unsupported'] as const) {
      const { session } = await open({ recalculations });
      for (const id of [1, 2, 1, 2]) {
        const worst = worstCost(session, id);
        const cost = await loadVerdict(session, id, never);
        assert.ok(cost <= worst, `${recalculations}: ${cost} > ${worst}`);
      }
    }
  });

  it('that cannot be read keeps the one before', async () => {
    let isDown = false;
    const { session, verdict, outcomes } = await open({
      instead: (request) =>
        isDown && pathOf(request).endsWith('latest/') ? { status: 500, body: {} } : undefined,
    });
    await loadVerdict(session, 1, never);
    isDown = true;
    await loadVerdict(session, 1, never);
    assert.equal(verdict()?.state, 'failed');
    assert.equal(outcomes()?.length, 1);
  });

  it('fails as its experiment does', async () => {
    const { session, verdict } = await open({
      instead: (request) => (pathOf(request).endsWith('/1/') ? { status: 403, body: {} } : undefined),
    });
    assert.equal(await loadVerdict(session, 1, never), 1);
    const failed = verdict();
    assert.equal(failed?.state === 'failed' && failed.error.kind, 'forbidden');
  });
});
