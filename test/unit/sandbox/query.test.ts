import assert from 'node:assert/strict';
import { readMetricResult } from '../../../src/core/api/wire/metricResult';
import type { VariantSample } from '../../../src/core/model/metricResult';
import { invalidBody } from './invalidBody';
import { exposureQuery, metricQuery, openMeasured } from './resultsClient';
import { first, resultsIn } from './sandboxClient';

interface Status {
  readonly query_status: {
    readonly id: string;
    readonly complete: boolean;
    readonly error: boolean;
    readonly error_message: string | null;
    readonly pickup_time: string | null;
    readonly end_time: string | null;
    readonly expiration_time: string | null;
    readonly query_progress: { readonly rows_read: number } | null;
    readonly results: Record<string, unknown> | null;
  };
}

async function openQuery(flagKey = 'checkout-button-colour') {
  const sandbox = openMeasured();
  const experiment = await sandbox.find(flagKey);
  const query = metricQuery(experiment, first(experiment.metrics));
  const start = (refresh?: string, more: object = {}) =>
    sandbox.ask('POST', 'query/', { query, ...(refresh && { refresh }), ...more });
  const poll = async (id: string, search = '') => {
    const { status, body } = await sandbox.ask('GET', `query/${id}/${search}`);
    return { status, ...(body as Status).query_status };
  };
  return { ...sandbox, experiment, query, start, poll };
}

describe('sandbox: query', () => {
  it('breaks a metric down into parts that add up to the whole', async () => {
    const { start } = await openQuery();
    const whole = readMetricResult((await start()).body).result;
    assert.deepEqual(
      whole?.breakdowns?.map(({ values }) => values),
      [['Desktop'], ['Mobile'], ['(none)']],
    );
    const added = (of: (sample: VariantSample) => number) =>
      whole?.breakdowns?.reduce((sum, { baseline }) => sum + of(baseline), 0);
    assert.equal(
      added(({ samples }) => samples),
      whole?.baseline.samples,
    );
    assert.equal(
      added(({ sum }) => sum),
      whole?.baseline.sum,
    );
    assert.ok(whole?.breakdowns?.every(({ variants }) => variants[0]?.interval));
  });

  it('answers in the form of a day of the series, with what has come since', async () => {
    const { start, seriesOf, experiment, passSeconds } = await openQuery();
    const { status, body } = await start();
    assert.equal(status, 200);
    const answer = body as Record<string, unknown>;
    const { baseline, variant_results: _results, breakdown_results: _parts, ...rest } = answer;
    assert.deepEqual(rest, {
      kind: 'ExperimentQuery',
      insight: null,
      probability: null,
      significant: null,
      p_value: null,
      credible_intervals: null,
      cache_key: rest['cache_key'],
      is_cached: false,
      last_refresh: '2026-11-20T15:00:00Z',
      next_allowed_client_refresh: '2026-11-20T15:01:00Z',
      cache_target_age: '2026-11-21T15:00:00Z',
      timezone: 'UTC',
      query_status: null,
    });
    assert.match(String(rest['cache_key']), /^cache_7100_[0-9a-f]{32}$/);
    const yesterday = resultsIn(await seriesOf(experiment.id, first(experiment.metrics))).at(-1);
    const samples = (baseline as { number_of_samples: number }).number_of_samples;
    assert.ok(yesterday && samples > yesterday.baseline.number_of_samples);

    passSeconds(3600);
    const cached = (await start()).body as Record<string, unknown>;
    assert.deepEqual([cached['is_cached'], cached['last_refresh']], [true, '2026-11-20T15:00:00Z']);
    assert.deepEqual(cached['baseline'], baseline);
    const forced = (await start('force_blocking')).body as { is_cached: boolean; baseline: typeof baseline };
    assert.equal(forced.is_cached, false);
    assert.notDeepEqual(forced.baseline, baseline);
  });

  it('runs in the background: 202, progress, 200 with the result inside, 404 when it has expired', async () => {
    const { start, poll, passSeconds, ask } = await openQuery();
    const { status, body } = await start('async', { client_query_id: 'mine' });
    assert.equal(status, 202);
    const { query_status: first_ } = body as Status;
    assert.deepEqual(
      [first_.id, first_.complete, first_.results, first_.pickup_time],
      ['mine', false, null, null],
    );

    passSeconds(2);
    const half = await poll('mine', '?show_progress=true');
    assert.deepEqual([half.status, half.complete], [202, false]);
    passSeconds(1);
    const later = await poll('mine', '?show_progress=true');
    assert.ok((later.query_progress?.rows_read ?? 0) > (half.query_progress?.rows_read ?? 0));
    assert.equal((await poll('mine')).query_progress, null);

    passSeconds(2);
    const done = await poll('mine');
    assert.deepEqual([done.status, done.complete, done.error], [200, true, false]);
    assert.equal(done.end_time, '2026-11-20T15:00:04.500000Z');
    assert.equal(done.results?.['kind'], 'ExperimentQuery');
    assert.equal(done.results['is_cached'], false);
    const cached = await start('async');
    assert.equal(cached.status, 200);
    assert.deepEqual((cached.body as Record<string, unknown>)['baseline'], done.results['baseline']);

    passSeconds(20 * 60);
    const expired = await ask('GET', 'query/mine/');
    assert.equal(expired.status, 404);
  });

  it('runs once when it is asked for twice, and not at all when it is cancelled', async () => {
    const { start, poll, passSeconds, ask } = await openQuery();
    const { body } = await start('force_async');
    const { id } = (body as Status).query_status;
    assert.equal(((await start('async')).body as Status).query_status.id, id);
    const cancelled = await ask('DELETE', `query/${id}/`);
    assert.deepEqual([cancelled.status, cancelled.body], [200, { message: 'Query cancelled' }]);
    passSeconds(60);
    assert.equal((await ask('GET', `query/${id}/`)).status, 404);
    assert.equal((await ask('DELETE', `query/${id}/`)).status, 404);
    const anew = await start('async');
    assert.equal(anew.status, 202);
    passSeconds(60);
    assert.equal((await poll((anew.body as Status).query_status.id)).status, 200);
  });

  it('gives an old result along with the query that renews it', async () => {
    const { start, passSeconds } = await openQuery();
    await start();
    passSeconds(25 * 3600);
    for (const mode of ['async', 'lazy_async', 'async_except_on_cache_miss']) {
      const { status, body } = await start(mode);
      assert.equal(status, 202, mode);
      assert.equal((body as Record<string, unknown>)['last_refresh'], '2026-11-20T15:00:00Z', mode);
    }
    const fresh = await start('force_cache');
    assert.equal(fresh.status, 200);
    assert.equal((fresh.body as Record<string, unknown>)['is_cached'], false);
  });

  it('computes at once on a cache miss when told to', async () => {
    const { start } = await openQuery();
    assert.equal((await start('async_except_on_cache_miss')).status, 200);
  });

  it('fails as an error of the user, in the foreground and in the background', async () => {
    const { start, poll, passSeconds } = await openQuery('warehouse-orders');
    const detail =
      'Unable to process your experiment query. Please check your metric configuration and try again.';
    assert.deepEqual(await start(), { status: 400, body: invalidBody(detail) });
    const { body } = await start('async');
    passSeconds(10);
    const failed = await poll((body as Status).query_status.id);
    assert.deepEqual(
      [failed.status, failed.complete, failed.error, failed.error_message, failed.results],
      [400, true, true, detail, null],
    );
  });

  it('refuses what it cannot understand, in the words of the server', async () => {
    const { ask, find, experiment } = await openQuery();
    const metric = first(experiment.metrics);
    const refused = async (query: unknown) => {
      const { status, body } = await ask('POST', 'query/', { query });
      assert.equal(status, 400);
      return (body as { detail: string }).detail;
    };
    assert.equal(await refused({ kind: 'ExperimentQuery', metric }), 'experiment_id is required');
    assert.equal(await refused(metricQuery({ id: 9 }, metric)), 'Experiment with id 9 not found');
    assert.match(
      await refused(metricQuery(experiment, { kind: 'ExperimentTrendsQuery' })),
      /ExperimentMetric/,
    );
    assert.match(await refused(metricQuery(experiment, { ...metric, colour: 'green' })), /extra_forbidden/);
    const breakdowns = { breakdowns: [1, 2, 3, 4] };
    assert.equal(
      await refused(metricQuery(experiment, { ...metric, breakdownFilter: breakdowns })),
      'Maximum of 3 breakdowns are supported for experiment metrics',
    );
    assert.equal(
      await refused({ ...exposureQuery(experiment), feature_flag: {} }),
      'feature_flag key is required',
    );
    const draft = await find('gift-wrapping-option');
    assert.match(await refused(metricQuery(draft, first(draft.metrics))), /^Unable to calculate/);
    assert.equal((await ask('POST', 'query/', {})).status, 400);
    assert.equal(
      (await ask('POST', 'query/', { query: metricQuery(experiment, metric), refresh: 'now' })).status,
      400,
    );
    assert.equal((await ask('GET', 'query/unknown/')).status, 404);
  });

  it('is answered under the name of environments too', async () => {
    const { query, ask } = await openQuery();
    const { status } = await ask('POST', '../../environments/7100/query/', { query });
    assert.equal(status, 200);
  });
});
