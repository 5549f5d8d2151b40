import assert from 'node:assert/strict';
import type { Session } from '../../../../src/core/session';
import { lastLoaded } from '../../../../src/core/store/resource';
import { timeseriesKey } from '../../../../src/core/store/store';
import { loadExperiment } from '../../../../src/core/useCase/loadExperiment';
import { loadTimeseries } from '../../../../src/core/useCase/loadTimeseries';
import { deferred, everythingSettled } from '../../support/deferred';
import { pathOf, queryOf, type Answer, type Respond } from '../../support/fakeTransport';
import { never, openSession } from '../../support/openSession';
import { funnelMetric, wireDetail } from '../../support/wireExperiments';
import { wirePending, wireSeries } from '../../support/wireTimeseries';

const uuid = funnelMetric.uuid;
const resourceOf = ({ store }: Session, metricUuid = uuid) =>
  store.state.timeseries.get(timeseriesKey(311, metricUuid));

const isSeries = (request: { path: string }) => request.path.includes('/timeseries_results/');
const serve =
  (detail: () => Answer, series: () => Answer | Promise<Answer> = () => ({ body: wireSeries })): Respond =>
  (request) =>
    isSeries(request) ? series() : detail();

describe('Loading daily results', () => {
  it('reads the fingerprint fresh, because edits change it', async () => {
    let fingerprint = 'first';
    const { session, transport, clock } = openSession(
      serve(() => ({ body: { ...wireDetail, metrics: [{ ...funnelMetric, fingerprint }] } })),
    );
    await loadTimeseries(session, 311, uuid, never);
    fingerprint = 'second';
    clock.advance(10_000);
    await loadTimeseries(session, 311, uuid, never);
    assert.deepEqual(transport.requests.map(pathOf), [
      '/api/projects/42/experiments/311/',
      '/api/projects/42/experiments/311/timeseries_results/',
      '/api/projects/42/experiments/311/',
      '/api/projects/42/experiments/311/timeseries_results/',
    ]);
    assert.deepEqual(transport.requests.filter(isSeries).map(queryOf), [
      { metric_uuid: uuid, fingerprint: 'first' },
      { metric_uuid: uuid, fingerprint: 'second' },
    ]);
    assert.equal(resourceOf(session)?.state, 'ready');
    assert.equal(lastLoaded(resourceOf(session))?.value.days.length, 3);
  });

  it('does not read an experiment again that was read a moment ago', async () => {
    const { session, transport } = openSession(serve(() => ({ body: wireDetail })));
    await Promise.all([loadExperiment(session, 311, never), loadTimeseries(session, 311, uuid, never)]);
    await loadTimeseries(session, 311, uuid, never);
    assert.deepEqual(transport.requests.map(isSeries), [false, true, true]);
  });

  it('finds secondary and shared metrics', async () => {
    const shared = { name: 'Shared', query: { ...funnelMetric, uuid: 'shared', fingerprint: 'f-shared' } };
    const detail = {
      ...wireDetail,
      metrics: [],
      metrics_secondary: [{ ...funnelMetric, uuid: 'second' }],
      saved_metrics: [shared],
    };
    const { session, transport } = openSession(serve(() => ({ body: detail })));
    await loadTimeseries(session, 311, 'second', never);
    await loadTimeseries(session, 311, 'shared', never);
    assert.deepEqual(
      transport.requests.filter(isSeries).map((request) => queryOf(request)['fingerprint']),
      [funnelMetric.fingerprint, 'f-shared'],
    );
  });

  it('fails for a metric that is gone or has no fingerprint, and does not ask for its days', async () => {
    const plain = { ...funnelMetric, uuid: 'plain', fingerprint: null };
    const { session, transport } = openSession(
      serve(() => ({ body: { ...wireDetail, metrics: [funnelMetric, plain] } })),
    );
    for (const metricUuid of ['gone', 'plain']) {
      await loadTimeseries(session, 311, metricUuid, never);
      const resource = resourceOf(session, metricUuid);
      assert.equal(resource?.state === 'failed' && resource.error.kind, 'notFound');
    }
    assert.equal(transport.requests.some(isSeries), false);
  });

  it('fails with the reason why the experiment cannot be read', async () => {
    const { session } = openSession(serve(() => ({ status: 401, body: { detail: 'No.' } })));
    await loadTimeseries(session, 311, uuid, never);
    const resource = resourceOf(session);
    assert.equal(resource?.state === 'failed' && resource.error.kind, 'unauthorized');
  });

  it('keeps the days it had when it fails, with their age', async () => {
    let isDown = false;
    const { session, clock } = openSession(
      serve(
        () => ({ body: wireDetail }),
        () => (isDown ? { status: 504, body: {} } : { body: wireSeries }),
      ),
    );
    await loadTimeseries(session, 311, uuid, never);
    const firstMs = clock.now();
    clock.advance(1000);
    isDown = true;
    await loadTimeseries(session, 311, uuid, never);
    assert.equal(resourceOf(session)?.state, 'failed');
    assert.equal(lastLoaded(resourceOf(session))?.loadedMs, firstMs);
  });

  it('takes pending for an answer', async () => {
    const { session } = openSession(
      serve(
        () => ({ body: wireDetail }),
        () => ({ body: wirePending }),
      ),
    );
    await loadTimeseries(session, 311, uuid, never);
    assert.equal(lastLoaded(resourceOf(session))?.value.status, 'pending');
  });

  it('is as before when it is cancelled, whichever of the two answers it waits for', async () => {
    for (const waitsFor of ['experiment', 'days']) {
      const { session } = openSession((request) =>
        isSeries(request) === (waitsFor === 'days') ? deferred<Answer>().promise : { body: wireDetail },
      );
      const leaver = new AbortController();
      const leaving = loadTimeseries(session, 311, uuid, leaver.signal);
      await everythingSettled();
      leaver.abort();
      await assert.rejects(leaving);
      await everythingSettled();
      assert.equal(resourceOf(session)?.state, 'idle', waitsFor);
    }
  });

  it('asks once for all who look at the same metric', async () => {
    const { session, transport } = openSession(serve(() => ({ body: wireDetail })));
    await Promise.all([loadTimeseries(session, 311, uuid, never), loadTimeseries(session, 311, uuid, never)]);
    assert.equal(transport.requests.length, 2);
  });

  it('reads the fingerprint again where there is no day, lest an edit came between', async () => {
    let fingerprint = 'first';
    const { session, transport } = openSession((request) =>
      isSeries(request)
        ? { body: queryOf(request)['fingerprint'] === fingerprint ? wireSeries : wirePending }
        : { body: { ...wireDetail, metrics: [{ ...funnelMetric, fingerprint }] } },
    );
    await loadExperiment(session, 311, never);
    fingerprint = 'second';
    await loadTimeseries(session, 311, uuid, never);
    assert.deepEqual(
      transport.requests.map((request) => isSeries(request) && queryOf(request)['fingerprint']),
      [false, 'first', false, 'second'],
    );
    assert.equal(lastLoaded(resourceOf(session))?.value.fingerprint, 'second');
    assert.equal(lastLoaded(resourceOf(session))?.value.status, 'partial');
  });

  it('asks no second time where the fingerprint is still the same', async () => {
    const { session, transport } = openSession(
      serve(
        () => ({ body: wireDetail }),
        () => ({ body: wirePending }),
      ),
    );
    await loadExperiment(session, 311, never);
    await loadTimeseries(session, 311, uuid, never);
    assert.deepEqual(transport.requests.map(isSeries), [false, true, false]);
  });

  it('remembers that an edit took days away, until there is another form', async () => {
    let fingerprint = 'first';
    const { session, clock } = openSession((request) =>
      isSeries(request)
        ? { body: queryOf(request)['fingerprint'] === 'first' ? wireSeries : wirePending }
        : { body: { ...wireDetail, metrics: [{ ...funnelMetric, fingerprint }] } },
    );
    const isRestarted = async () => {
      clock.advance(10_000);
      await loadTimeseries(session, 311, uuid, never);
      return lastLoaded(resourceOf(session))?.value.isRestarted;
    };
    assert.equal(await isRestarted(), false);
    fingerprint = 'second';
    assert.equal(await isRestarted(), true);
    assert.equal(await isRestarted(), true);
    fingerprint = 'third';
    assert.equal(await isRestarted(), false);
  });
});
