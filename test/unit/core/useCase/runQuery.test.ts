import assert from 'node:assert/strict';
import { PostHogError } from '../../../../src/core/api/errors';
import type { ExperimentQuery } from '../../../../src/core/api/resultsApi';
import { runQuery } from '../../../../src/core/useCase/runQuery';
import { everythingSettled } from '../../support/deferred';
import { pathOf, type Answer } from '../../support/fakeTransport';
import { wireCachedQuery, wireFinishedQuery, wireRunningQuery } from '../../support/generation/answers';
import { purchaseMetric } from '../../support/generation/experiments';
import { never, openSession } from '../../support/openSession';

const query: ExperimentQuery = { kind: 'ExperimentQuery', experiment_id: 311, metric: purchaseMetric };
const running: Answer = { status: 202, body: wireRunningQuery };

/** Runs it on a clock that moves only while it waits. */
function run(answers: Answer[], signal = never, onWait: () => void = () => undefined) {
  const { session, transport, clock } = openSession(answers);
  const waits: number[] = [];
  const elapsed: number[] = [];
  const answer = runQuery(session, query, signal, {
    onProgress: (elapsedMs) => elapsed.push(elapsedMs),
    sleep: async (spanMs, either) => {
      onWait();
      either.throwIfAborted();
      waits.push(spanMs);
      clock.advance(spanMs);
    },
  });
  return {
    answer,
    waits,
    elapsed,
    lines: () => transport.requests.map((request) => `${request.method} ${pathOf(request)}`),
  };
}

describe('Running a query', () => {
  it('takes what PostHog has in its cache, with its age, and waits for nothing', async () => {
    const { answer, waits, lines } = run([{ body: wireCachedQuery }]);
    assert.equal((await answer).computedMs, Date.UTC(2026, 2, 4, 9));
    assert.deepEqual(waits, []);
    assert.deepEqual(lines(), ['POST /api/projects/42/query/']);
  });

  it('asks after it less and less often, and tells how long it has been', async () => {
    const polls = Array.from({ length: 6 }, () => running);
    const { answer, waits, elapsed } = run([running, ...polls, { body: wireFinishedQuery }]);
    assert.equal((await answer).computedMs, Date.UTC(2026, 2, 4, 10, 0, 30));
    assert.deepEqual(waits, [1000, 1500, 2250, 3375, 5000, 5000, 5000]);
    assert.deepEqual(elapsed.slice(0, 3), [0, 1000, 2500]);
  });

  it('gives up after five minutes, and says so to PostHog', async () => {
    const polls = Array.from({ length: 70 }, () => running);
    const { answer, waits, lines } = run([running, ...polls]);
    await assert.rejects(answer, (error) => error instanceof PostHogError && error.kind === 'timeout');
    await everythingSettled();
    const total = waits.reduce((sum, spanMs) => sum + spanMs, 0);
    assert.ok(total >= 300_000 && total < 305_000, String(total));
    assert.equal(lines().at(-1), 'DELETE /api/projects/42/query/0f3c/');
  });

  it('is cancelled in PostHog when nobody waits for it any more', async () => {
    const leaver = new AbortController();
    const { answer, lines } = run([running, { status: 204 }], leaver.signal, () => leaver.abort());
    await assert.rejects(answer, { name: 'AbortError' });
    await everythingSettled();
    assert.deepEqual(lines(), ['POST /api/projects/42/query/', 'DELETE /api/projects/42/query/0f3c/']);
  });

  it('may end before it can be cancelled', async () => {
    const leaver = new AbortController();
    const gone = { status: 404, body: { detail: 'Query not found' } };
    const { answer } = run([running, gone], leaver.signal, () => leaver.abort());
    await assert.rejects(answer, { name: 'AbortError' });
    await everythingSettled();
  });

  it('fails with the sentence of PostHog, and then there is nothing to cancel', async () => {
    const status = {
      ...wireRunningQuery.query_status,
      complete: true,
      error: true,
      error_message: 'No data.',
    };
    const { answer, lines } = run([running, { status: 400, body: { query_status: status } }]);
    await assert.rejects(
      answer,
      (error) => error instanceof PostHogError && error.details.serverMessage === 'No data.',
    );
    await everythingSettled();
    assert.deepEqual(lines(), ['POST /api/projects/42/query/', 'GET /api/projects/42/query/0f3c/']);
  });
});
