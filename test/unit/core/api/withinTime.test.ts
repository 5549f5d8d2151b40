import assert from 'node:assert/strict';
import { PostHogError } from '../../../../src/core/api/errors';
import { withinTime } from '../../../../src/core/api/withinTime';
import { deferred } from '../../support/deferred';
import { type Answer, FakeTransport } from '../../support/fakeTransport';
import { never } from '../../support/openSession';

const request = { method: 'GET', path: '/api/users/@me/', template: '/api/users/@me/' } as const;
const silent = () => new FakeTransport(() => deferred<Answer>().promise);

describe('Work within a time limit', () => {
  it('gives its result, and its own failures', async () => {
    assert.equal(await withinTime(60_000, async () => 7), 7);
    const failure = new PostHogError('unauthorized', request);
    await assert.rejects(
      withinTime(60_000, () => Promise.reject(failure)),
      failure,
    );
  });

  it('is a timeout, no cancellation, when the host does not answer', async () => {
    await assert.rejects(
      withinTime(1, (signal) => silent().send(request, signal), never),
      {
        kind: 'timeout',
        details: { method: 'GET', template: '/api/users/@me/' },
      },
    );
  });

  it('stays a cancellation when somebody wanted it', async () => {
    const leaver = new AbortController();
    const work = withinTime(60_000, (signal) => silent().send(request, signal), leaver.signal);
    leaver.abort();
    await assert.rejects(work, { kind: 'cancelled' });
  });
});
