import assert from 'node:assert/strict';
import { lastLoaded } from '../../../../src/core/store/resource';
import { loadExposures } from '../../../../src/core/useCase/loadExposures';
import { runQuery } from '../../../../src/core/useCase/runQuery';
import type { Session } from '../../../../src/core/session';
import { deferred, everythingSettled } from '../../support/deferred';
import { type Answer, pathOf, type Respond } from '../../support/fakeTransport';
import { never, openSession } from '../../support/openSession';
import { wireDetail } from '../../support/wireExperiments';

const answer = {
  kind: 'ExperimentExposureQuery',
  timeseries: [{ variant: 'control', days: ['2026-03-02'], exposure_counts: [41] }],
  total_exposures: { control: 41, constructor: 39 },
  last_refresh: '2026-03-04T09:00:00Z',
  is_cached: true,
};
const serve =
  (query: () => Answer | Promise<Answer>, detail: () => Answer = () => ({ body: wireDetail })): Respond =>
  (request) =>
    pathOf(request).includes('/query/') ? query() : detail();
const resourceOf = ({ store }: Session) => store.state.exposures.get(311);
const running = { status: 202, body: { query_status: { id: 'q1', complete: false, error: false } } };
const withoutWaiting: typeof runQuery = (session, query, signal) =>
  runQuery(session, query, signal, { sleep: () => Promise.resolve() });

describe('Loading exposures', () => {
  it('asks with the flag, the times and the criteria of the experiment', async () => {
    const { session, transport } = openSession(
      serve(
        () => ({ body: answer }),
        () => ({ body: { ...wireDetail, exposure_criteria: { filterTestAccounts: false } } }),
      ),
    );
    await loadExposures(session, 311, never);
    const body = transport.requests.find((request) => request.method === 'POST')?.body as {
      query: Record<string, unknown>;
    };
    const { feature_flag: flag, ...query } = body.query;
    assert.deepEqual(query, {
      kind: 'ExperimentExposureQuery',
      experiment_id: 311,
      experiment_name: wireDetail.name,
      exposure_criteria: { filterTestAccounts: false },
      start_date: new Date(wireDetail.start_date).toISOString(),
      end_date: null,
      holdout: null,
    });
    const { key, filters } = flag as { key: string; filters: { multivariate: { variants: unknown } } };
    assert.equal(key, wireDetail.feature_flag_key);
    assert.deepEqual(filters.multivariate.variants, [
      { key: 'control', rollout_percentage: 50 },
      { key: 'test', rollout_percentage: 50 },
    ]);
  });

  it('keeps when PostHog counted them, and variants of any name', async () => {
    const { session } = openSession(serve(() => ({ body: answer })));
    await loadExposures(session, 311, never);
    const reading = lastLoaded(resourceOf(session))?.value;
    assert.equal(reading?.computedMs, Date.UTC(2026, 2, 4, 9));
    assert.equal(reading?.startMs, Date.parse(wireDetail.start_date));
    assert.equal(reading?.exposures.totals.get('constructor'), 39);
  });

  it('takes what PostHog has kept, or has them counted anew', async () => {
    const { session, transport } = openSession(serve(() => ({ body: answer })));
    await loadExposures(session, 311, never);
    await loadExposures(session, 311, never, { anew: true });
    const asked = transport.requests.filter(({ method }) => method === 'POST');
    assert.deepEqual(
      asked.map(({ body }) => (body as { refresh: string }).refresh),
      ['async', 'force_async'],
    );
  });

  it('waits for PostHog to count them', async () => {
    const results = { ...answer, last_refresh: undefined };
    const status = { id: 'q1', complete: true, error: false, results, end_time: '2026-03-04T10:00:00Z' };
    const polls: Answer[] = [running, running, { body: { query_status: status } }];
    const { session } = openSession(serve(() => polls.shift() ?? new Error('asked too often')));
    await loadExposures(session, 311, never, { run: withoutWaiting });
    assert.equal(lastLoaded(resourceOf(session))?.value.computedMs, Date.UTC(2026, 2, 4, 10));
  });

  it('says that the key may not ask, and keeps what it had', async () => {
    let isAllowed = true;
    const denied = { status: 403, body: { detail: "API key missing required scope 'query:read'" } };
    const { session } = openSession(serve(() => (isAllowed ? { body: answer } : denied)));
    await loadExposures(session, 311, never);
    isAllowed = false;
    await loadExposures(session, 311, never);
    const resource = resourceOf(session);
    assert.equal(resource?.state === 'failed' && resource.error.kind, 'forbidden');
    assert.ok(lastLoaded(resource));
  });

  it('fails where the answer is none of exposures, and asks nothing of a draft', async () => {
    const odd = openSession(serve(() => ({ body: { baseline: {} } })));
    await loadExposures(odd.session, 311, never);
    const resource = resourceOf(odd.session);
    assert.equal(resource?.state === 'failed' && resource.error.kind, 'badResponse');
    const draft = openSession(
      serve(
        () => ({ body: answer }),
        () => ({ body: { ...wireDetail, status: 'draft', start_date: null } }),
      ),
    );
    await loadExposures(draft.session, 311, never);
    assert.equal(resourceOf(draft.session)?.state, 'failed');
    assert.ok(draft.transport.requests.every(({ method }) => method === 'GET'));
  });

  it('is as before when nobody waits any more, and PostHog stops counting', async () => {
    const leaver = new AbortController();
    const { session, transport } = openSession((request) => {
      if (request.method === 'DELETE') return { status: 204 };
      if (request.method === 'GET' && pathOf(request).includes('/query/')) return deferred<Answer>().promise;
      return pathOf(request).includes('/query/') ? running : { body: wireDetail };
    });
    const leaving = loadExposures(session, 311, leaver.signal, { run: withoutWaiting });
    await everythingSettled();
    assert.equal(resourceOf(session)?.state, 'loading');
    leaver.abort();
    await assert.rejects(leaving);
    await everythingSettled();
    assert.equal(resourceOf(session)?.state, 'idle');
    assert.equal(transport.requests.at(-1)?.method, 'DELETE');
  });
});
