import assert from 'node:assert/strict';
import { invalidBody } from './invalidBody';
import { openMeasured } from './resultsClient';
import { first, resultsIn } from './sandboxClient';

/** The story with gaps and a failed day: 15 days and today. */
const flagKey = 'delivery-date-estimate';

async function openGappy() {
  const sandbox = openMeasured();
  const experiment = await sandbox.find(flagKey);
  const metric = first(experiment.metrics);
  const { id } = experiment;
  return {
    ...sandbox,
    id,
    metric,
    series: () => sandbox.seriesOf(id, metric),
    rebuild: (body: unknown = { metric, fingerprint: metric.fingerprint }) =>
      sandbox.ask('POST', `experiments/${id}/recalculate_timeseries/`, body),
  };
}

describe('sandbox: rebuilding a time series', () => {
  it('wipes the series at once, and answers 200 for as long as it works on it', async () => {
    const { series, rebuild, metric, id, passSeconds } = await openGappy();
    assert.equal(resultsIn(await series()).length, 11);
    const started = await rebuild();
    assert.equal(started.status, 201);
    const { id: rebuildId, ...body } = started.body as Record<string, unknown>;
    assert.match(String(rebuildId), /^[0-9a-f-]{36}$/);
    assert.deepEqual(body, {
      experiment_id: id,
      metric_uuid: metric.uuid,
      fingerprint: metric.fingerprint,
      status: 'pending',
      created_at: '2026-11-20T15:00:00+00:00',
    });
    const wiped = await series();
    assert.deepEqual([wiped.status, resultsIn(wiped), wiped.errors], ['pending', [], null]);
    assert.equal(wiped['recalculation_status'], 'pending');
    assert.equal(wiped['recalculation_created_at'], '2026-11-20T15:00:00+00:00');

    passSeconds(30);
    const again = await rebuild();
    assert.equal(again.status, 200);
    assert.deepEqual(again.body, { ...(started.body as object), status: 'in_progress' });
  });

  it('brings the days back in order, and in the end all of them', async () => {
    const { series, rebuild, passSeconds } = await openGappy();
    const before = await series();
    await rebuild();
    const counts: number[] = [];
    for (let second = 0; second < 90; second += 10) {
      passSeconds(10);
      const { timeseries } = await series();
      const days = Object.keys(timeseries).toSorted();
      const computed = days.filter((day) => timeseries[day] !== null);
      assert.deepEqual(computed, days.slice(0, computed.length));
      counts.push(computed.length);
    }
    assert.deepEqual(
      counts,
      counts.toSorted((a, b) => a - b),
    );
    assert.ok(counts.some((count) => count > 0 && count < 16));
    const after = await series();
    assert.deepEqual([after.status, after['recalculation_status']], ['completed', null]);
    assert.equal(resultsIn(after).length, 16);
    assert.equal(after.errors, null);
    assert.equal(after.computed_at, '2026-11-20T15:01:30+00:00');
    for (const [day, result] of Object.entries(before.timeseries)) {
      if (result) assert.deepEqual(after.timeseries[day], result);
    }
  });

  it('goes on with the nights that follow', async () => {
    const { series, rebuild, passSeconds } = await openGappy();
    await rebuild();
    passSeconds(86_400);
    const next = await series();
    assert.equal(Object.keys(next.timeseries).length, 17);
    assert.equal(next.timeseries['2026-11-21'], null);
    const day = next.timeseries['2026-11-20'];
    assert.ok(day && day.baseline.number_of_samples > 0);
    assert.equal((await rebuild()).status, 201);
  });

  it('does not concern the series of another configuration', async () => {
    const { series, rebuild, metric } = await openGappy();
    assert.equal((await rebuild({ metric, fingerprint: 'another' })).status, 201);
    const untouched = await series();
    assert.equal(resultsIn(untouched).length, 11);
    assert.equal(untouched['recalculation_status'], null);
  });

  it('refuses what is missing, and drafts', async () => {
    const { rebuild, metric, find, ask } = await openGappy();
    assert.deepEqual(await rebuild({ fingerprint: 'a' }), {
      status: 400,
      body: invalidBody('metric is required'),
    });
    assert.deepEqual(await rebuild({ metric }), {
      status: 400,
      body: invalidBody('fingerprint is required'),
    });
    const draft = await find('gift-wrapping-option');
    const path = `experiments/${draft.id}/recalculate_timeseries/`;
    assert.deepEqual(await ask('POST', path, { metric, fingerprint: 'a' }), {
      status: 400,
      body: invalidBody("Cannot recalculate timeseries for experiment that hasn't started"),
    });
  });
});
