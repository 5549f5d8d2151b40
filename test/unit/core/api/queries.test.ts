import assert from 'node:assert/strict';
import { PostHogError } from '../../../../src/core/api/errors';
import type { ExperimentQuery } from '../../../../src/core/api/resultsApi';
import { readMetricResult } from '../../../../src/core/api/wire/metricResult';
import { answerOf, ask, lineOf } from '../../support/ask';
import type { Answer } from '../../support/fakeTransport';
import { wireCachedQuery, wireFinishedQuery, wireRunningQuery } from '../../support/generation/answers';
import { purchaseMetric } from '../../support/generation/experiments';
import { never } from '../../support/openSession';

const query: ExperimentQuery = { kind: 'ExperimentQuery', experiment_id: 311, metric: purchaseMetric };
const start = (answer: Answer) => answerOf([answer], ({ results }) => results.startQuery(42, query, never));
const poll = (answer: Answer) => answerOf([answer], ({ results }) => results.pollQuery(42, '0f3c', never));

async function pollFailure(answer: Answer): Promise<PostHogError> {
  const error: unknown = await poll(answer).catch((reason: unknown) => reason);
  assert.ok(error instanceof PostHogError);
  return error;
}

const chanceToWin = (response: unknown) => readMetricResult(response).result?.variants[0]?.chanceToWin;

describe('A query', () => {
  it('is started in the background, with the metric as it came', async () => {
    const { requests } = await ask([{ status: 202, body: wireRunningQuery }], ({ results }) =>
      results.startQuery(42, query, never),
    );
    assert.deepEqual(requests, [
      {
        method: 'POST',
        path: '/api/projects/42/query/',
        template: '/api/projects/:project/query/',
        body: { query, refresh: 'async' },
      },
    ]);
  });

  it('runs, or is complete at once from the cache, with its age', async () => {
    assert.deepEqual(await start({ status: 202, body: wireRunningQuery }), {
      state: 'running',
      queryId: '0f3c',
    });
    const cached = await start({ body: wireCachedQuery });
    assert.ok(cached.state === 'complete');
    assert.equal(cached.computedMs, Date.UTC(2026, 2, 4, 9));
    assert.equal(chanceToWin(cached.response), 0.981);
  });

  it('is asked after by its id, escaped', async () => {
    const { requests } = await ask([{ status: 202, body: wireRunningQuery }], ({ results }) =>
      results.pollQuery(42, 'a/b', never),
    );
    assert.deepEqual(requests, [
      {
        method: 'GET',
        path: '/api/projects/42/query/a%2Fb/',
        template: '/api/projects/:project/query/:query/',
      },
    ]);
  });

  it('runs on at 202 and is complete at 200, with the result inside its status', async () => {
    assert.equal((await poll({ status: 202, body: wireRunningQuery })).state, 'running');
    const finished = await poll({ body: wireFinishedQuery });
    assert.ok(finished.state === 'complete');
    assert.equal(finished.computedMs, Date.UTC(2026, 2, 4, 10, 0, 30));
    assert.equal(chanceToWin(finished.response), 0.981);
  });

  it('is invalid at 400, in a sentence that lies inside its status', async () => {
    const error_message = 'Unable to calculate experiment results from the collected data.';
    const body = {
      query_status: { ...wireRunningQuery.query_status, complete: true, error: true, error_message },
    };
    const failure = await pollFailure({ status: 400, body });
    assert.deepEqual([failure.kind, failure.details.serverMessage], ['invalid', error_message]);
    const friendly = {
      type: 'validation_error',
      code: 'memory_limit_exceeded',
      detail: 'Too much.',
      attr: null,
    };
    assert.equal((await pollFailure({ status: 400, body: friendly })).details.code, 'memory_limit_exceeded');
  });

  it('is an error of PostHog at 500, without a sentence, and gone at 404', async () => {
    const body = { query_status: { ...wireRunningQuery.query_status, error: true, error_message: null } };
    const failure = await pollFailure({ status: 500, body });
    assert.deepEqual([failure.kind, failure.details.serverMessage], ['server', undefined]);
    assert.equal((await pollFailure({ status: 404, body: { detail: 'Query expired' } })).kind, 'notFound');
  });

  it('is what its status says, even under a 2xx', async () => {
    const status = { ...wireRunningQuery.query_status, complete: true, error: true };
    const failed = await pollFailure({ body: { query_status: { ...status, error_message: 'No data.' } } });
    assert.deepEqual([failed.kind, failed.details.serverMessage], ['invalid', 'No data.']);
    assert.equal((await pollFailure({ body: { query_status: status } })).kind, 'server');
  });

  it('is cancelled by its id, whether PostHog answers something or nothing', async () => {
    for (const answer of [{ body: { message: 'Cancelled' } }, { status: 204, contentType: '', body: '' }]) {
      const { requests, outcome } = await ask([answer], ({ results }) =>
        results.cancelQuery(42, '0f3c', never),
      );
      assert.deepEqual(requests.map(lineOf), ['DELETE /api/projects/42/query/0f3c/']);
      assert.deepEqual(outcome, { status: 'fulfilled', value: undefined });
    }
  });
});
