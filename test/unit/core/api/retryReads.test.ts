import assert from 'node:assert/strict';
import { PostHogError, type PostHogErrorKind } from '../../../../src/core/api/errors';
import { retryReads } from '../../../../src/core/api/retryReads';
import type { ApiRequest } from '../../../../src/core/api/transport';
import { type Answer, FakeTransport } from '../../support/fakeTransport';
import { never } from '../../support/openSession';

const template = '/api/users/@me/';
const request: ApiRequest = { method: 'GET', path: template, template };
const failed = (kind: PostHogErrorKind) => new PostHogError(kind, { method: 'GET', template });
const throttled = (detail: string, retryAfterSeconds?: number): Answer => ({
  status: 429,
  body: { type: 'throttled_error', code: 'throttled', detail, attr: null },
  ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
});

/** Sends one request to a server that answers so in turn, with waits that pass at once. */
async function send(answers: Answer[], { asked = request, random = 1 } = {}) {
  const transport = new FakeTransport(answers);
  const waits: number[] = [];
  const patient = retryReads(transport, {
    random: () => random,
    wait: async (spanMs) => void waits.push(spanMs),
  });
  const [outcome] = await Promise.allSettled([patient.send(asked, never)]);
  return { outcome, waits, tries: transport.requests.map(({ tryNumber }) => tryNumber) };
}

describe('A read that failed', () => {
  const passing: readonly Answer[] = [
    failed('offline'),
    failed('timeout'),
    ...[408, 429, 500, 502, 503, 504].map((status) => ({ status, body: {} })),
  ];
  for (const failure of passing) {
    const name = failure instanceof PostHogError ? failure.kind : 'status' in failure && failure.status;
    it(`is tried again after ${name}, three times in all`, async () => {
      const once = await send([failure, { body: 'answer' }]);
      assert.equal(once.outcome.status === 'fulfilled' && once.outcome.value.body, 'answer');
      assert.deepEqual(once.tries, [1, 2]);
      const always = await send([failure, failure, failure, { body: 'too late' }]);
      assert.deepEqual(always.tries, [1, 2, 3]);
      assert.equal(always.waits.length, 2);
      if (always.outcome.status === 'rejected') assert.equal(always.outcome.reason, failure);
      else assert.equal(always.outcome.value.status, 'status' in failure && failure.status);
    });
  }

  const lasting: readonly Answer[] = [
    ...(['certificate', 'proxy', 'badResponse', 'cancelled'] as const).map(failed),
    new Error('a bug'),
    ...[200, 201, 204, 301, 400, 401, 402, 403, 404, 405, 409, 501, 512, 513].map((status) => ({ status })),
  ];
  it('is tried once when trying again would change nothing', async () => {
    for (const failure of lasting) {
      const { tries, waits } = await send([failure, { body: 'never asked' }]);
      assert.deepEqual([tries, waits], [[1], []], JSON.stringify(failure));
    }
  });

  it('waits a random part of a span that doubles', async () => {
    const down = { status: 503, body: {} };
    assert.deepEqual((await send([down, down, down])).waits, [300, 600]);
    assert.deepEqual((await send([down, down, down], { random: 0.5 })).waits, [150, 300]);
    assert.deepEqual((await send([down, down, down], { random: 0 })).waits, [0, 0]);
  });

  it('waits as long as PostHog asks, in words or in a header, which wins', async () => {
    const words = throttled('Request was throttled. Expected available in 4 seconds.');
    assert.deepEqual((await send([words, {}], { random: 0 })).waits, [4000]);
    const both = throttled('Request was throttled. Expected available in 4 seconds.', 1);
    assert.deepEqual((await send([both, {}], { random: 0 })).waits, [1000]);
    const busy = { status: 503, body: { code: 'database_unavailable' }, retryAfterSeconds: 1 };
    assert.deepEqual((await send([busy, {}], { random: 0 })).waits, [1000]);
  });

  it('waits longer when PostHog asks to slow down without a time, never over ten seconds', async () => {
    const vague = throttled('Too many queries at once.');
    assert.deepEqual((await send([vague, vague, vague])).waits, [5000, 10_000]);
  });

  it('gives up at once when the wait is longer than a person would, and says how long', async () => {
    const { outcome, tries, waits } = await send([
      throttled('Request was throttled. Expected available in 11 seconds.'),
      {},
    ]);
    assert.deepEqual([tries, waits], [[1], []]);
    assert.equal(outcome.status === 'fulfilled' && outcome.value.status, 429);
    const justShort = throttled('Request was throttled. Expected available in 10 seconds.');
    assert.deepEqual((await send([justShort, {}])).tries, [1, 2]);
  });

  it('is given up when its caller leaves during the wait', async () => {
    const abort = new AbortController();
    const transport = new FakeTransport(() => throttled('', 9));
    const sending = retryReads(transport).send(request, abort.signal);
    setImmediate(() => abort.abort());
    await assert.rejects(sending, { kind: 'cancelled', details: { method: 'GET', template } });
    assert.equal(transport.requests.length, 1);
  });
});

describe('A write that failed', () => {
  it('is never sent again', async () => {
    for (const method of ['POST', 'PATCH', 'DELETE'] as const) {
      for (const failure of [failed('offline'), failed('timeout'), { status: 503 }, throttled('', 1)]) {
        const { tries, waits } = await send([failure, { body: 'never asked' }], {
          asked: { ...request, method, body: {} },
        });
        assert.equal(tries.length, 1);
        assert.deepEqual(waits, []);
      }
    }
  });
});
