import assert from 'node:assert/strict';
import type { PostHogClient } from '../../../../src/core/api/client';
import { PostHogError } from '../../../../src/core/api/errors';
import { answerOf, ask, lineOf, notFound } from '../../support/ask';
import { type Answer, pathOf, queryOf } from '../../support/fakeTransport';
import { seriesByGeneration, wireRecalculation, wireSeriesRequest } from '../../support/generation/answers';
import { experimentsByGeneration, purchaseMetric, revenueMetric } from '../../support/generation/experiments';
import { aResult } from '../../support/models';
import { never } from '../../support/openSession';

type Use = (results: PostHogClient['results']) => Promise<unknown>;
const one = '/api/projects/42/experiments/311/';
const metric = { uuid: purchaseMetric.uuid, fingerprint: purchaseMetric.fingerprint };
const experiment: Answer = { body: experimentsByGeneration.B.detail };

const uses: Readonly<Record<string, Use>> = {
  'daily results': (results) => results.timeseries(42, 311, metric, never),
  'a recalculation of daily results': (results) =>
    results.recalculateTimeseries(42, 311, { metric: purchaseMetric, fingerprint: 'f' }, never),
  'the latest results': (results) => results.latestRecalculation(42, 311, never),
  'a recalculation': (results) => results.startRecalculation(42, 311, never),
};

async function failureOf(answers: Answer[], use: Use): Promise<PostHogError> {
  const { outcome } = await ask(answers, (client) => use(client.results));
  assert.ok(outcome.status === 'rejected' && outcome.reason instanceof PostHogError);
  return outcome.reason;
}

describe('A PostHog from before an endpoint of results', () => {
  for (const [what, use] of Object.entries(uses)) {
    it(`is told from a missing experiment: ${what}`, async () => {
      const { requests } = await ask([notFound, experiment], (client) => use(client.results));
      assert.deepEqual(requests.slice(1).map(lineOf), [`GET ${one}`]);
      const tooOld = await failureOf([notFound, experiment], use);
      assert.equal(tooOld.kind, 'unsupported');
      assert.notEqual(
        tooOld.details.template,
        '/api/projects/:project/experiments/:id/',
        'the endpoint asked for',
      );
      const gone = await failureOf([notFound, notFound], use);
      assert.equal(gone.kind, 'notFound');
      const refused = await failureOf([{ status: 403, body: {} }], use);
      assert.equal(refused.kind, 'forbidden');
    });
  }
});

describe('Daily results', () => {
  it('are asked for by metric and fingerprint, escaped', async () => {
    const odd = { uuid: 'a b&c', fingerprint: 'ä=1' };
    const { requests } = await ask([{ body: seriesByGeneration.F }], ({ results }) =>
      results.timeseries(42, 311, odd, never),
    );
    const [request, ...more] = requests;
    assert.ok(request && more.length === 0);
    assert.equal(request.method, 'GET');
    assert.equal(pathOf(request), `${one}timeseries_results/`);
    assert.deepEqual(queryOf(request), { metric_uuid: 'a b&c', fingerprint: 'ä=1' });
    assert.equal(request.template, '/api/projects/:project/experiments/:id/timeseries_results/');
    assert.equal(request.body, undefined);
  });
});

describe('A recalculation of daily results', () => {
  const start = (answer: Answer) =>
    ask([answer], ({ results }) =>
      results.recalculateTimeseries(
        42,
        311,
        { metric: purchaseMetric, fingerprint: purchaseMetric.fingerprint },
        never,
      ),
    );

  it('sends the metric as it came, with its fingerprint', async () => {
    const { requests } = await start({ status: 201, body: wireSeriesRequest });
    assert.deepEqual(requests, [
      {
        method: 'POST',
        path: `${one}recalculate_timeseries/`,
        template: '/api/projects/:project/experiments/:id/recalculate_timeseries/',
        body: { metric: purchaseMetric, fingerprint: purchaseMetric.fingerprint },
      },
    ]);
  });

  it('is new or under way, which only the status tells', async () => {
    const fresh = await start({ status: 201, body: wireSeriesRequest });
    assert.deepEqual(fresh.outcome.status === 'fulfilled' && fresh.outcome.value, {
      isNew: true,
      status: 'pending',
    });
    const known = await start({ status: 200, body: { ...wireSeriesRequest, status: 'in_progress' } });
    assert.deepEqual(known.outcome.status === 'fulfilled' && known.outcome.value, {
      isNew: false,
      status: 'in_progress',
    });
  });
});

describe('The latest results', () => {
  const latest = (body: unknown) =>
    answerOf([{ body }], ({ results }) => results.latestRecalculation(42, 311, never));

  it('come with their age, each metric by itself', async () => {
    const { requests } = await ask([{ body: wireRecalculation }], ({ results }) =>
      results.latestRecalculation(42, 311, never),
    );
    assert.deepEqual(requests.map(lineOf), [`GET ${one}metrics_recalculation/latest/`]);
    const { results, ...rest } = (await latest(wireRecalculation)) ?? assert.fail();
    assert.deepEqual(rest, {
      status: 'completed',
      computedMs: Date.UTC(2026, 2, 3, 2, 11, 8),
      source: 'recalculation',
      isRunning: false,
    });
    assert.deepEqual(
      results.map(({ metricUuid, result, error }) => [metricUuid, result?.variants[0]?.chanceToWin, error]),
      [
        [purchaseMetric.uuid, aResult({}).variants[0]?.chanceToWin, undefined],
        [revenueMetric.uuid, undefined, 'Out of memory'],
      ],
    );
  });

  it('say that a newer run is under way', async () => {
    const beside = await latest({ ...wireRecalculation, active_run: { id: '0197', status: 'in_progress' } });
    assert.deepEqual([beside?.isRunning, beside?.status], [true, 'completed']);
    const first = await latest({ ...wireRecalculation, status: 'pending', completed_at: null, results: [] });
    assert.deepEqual([first?.isRunning, first?.computedMs, first?.results], [true, undefined, []]);
    assert.equal((await latest({ ...wireRecalculation, status: 'resting' }))?.isRunning, true);
  });

  it('may be put together from the daily ones', async () => {
    const daily = await latest({ ...wireRecalculation, result_source: 'timeseries_fallback' });
    assert.equal(daily?.source, 'daily');
  });

  it('are none when nothing was computed yet, without a second question', async () => {
    const nothing = { status: 404, body: { detail: 'No completed recalculation found' } };
    const { requests, outcome } = await ask([nothing], ({ results }) =>
      results.latestRecalculation(42, 311, never),
    );
    assert.deepEqual(outcome, { status: 'fulfilled', value: undefined });
    assert.equal(requests.length, 1);
  });
});

describe('A recalculation of all metrics', () => {
  const start = (answer: Answer) =>
    ask([answer], ({ results }) => results.startRecalculation(42, 311, never));

  it('is asked for by hand, and is new or under way', async () => {
    const fresh = await start({ status: 201, body: { ...wireRecalculation, status: 'pending' } });
    assert.deepEqual(fresh.requests.map(lineOf), [`POST ${one}metrics_recalculation/ {"trigger":"manual"}`]);
    assert.deepEqual(fresh.outcome.status === 'fulfilled' && fresh.outcome.value, {
      isNew: true,
      status: 'pending',
    });
    const recent = await start({ status: 200, body: wireRecalculation });
    assert.deepEqual(recent.outcome.status === 'fulfilled' && recent.outcome.value, {
      isNew: false,
      status: 'completed',
    });
  });

  it('fails with the code of a scheduler that is down', async () => {
    const body = {
      type: 'server_error',
      code: 'recalculation_scheduling_unavailable',
      detail: 'Try later.',
      attr: null,
    };
    const failure = await failureOf([{ status: 503, body }], (results) =>
      results.startRecalculation(42, 311, never),
    );
    assert.deepEqual(
      [failure.kind, failure.details.code],
      ['server', 'recalculation_scheduling_unavailable'],
    );
  });
});
