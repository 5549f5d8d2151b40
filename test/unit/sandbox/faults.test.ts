import assert from 'node:assert/strict';
import { PostHogError } from '../../../src/core/api/errors';
import type { ApiRequest, Transport } from '../../../src/core/api/transport';
import { createAxiosTransport } from '../../../src/net/axiosTransport';
import { type Fault, faultKinds } from '../../../src/sandbox/faults';
import { createSandbox } from '../../../src/sandbox/inProcessTransport';
import { sandboxKeys } from '../../../src/sandbox/keys';
import { createSandboxCore } from '../../../src/sandbox/sandbox';
import { listen } from './listen';
import { nowMs } from './sandboxClient';

const experiments = '/api/projects/7100/experiments/';
const list: ApiRequest = { method: 'GET', path: `${experiments}?limit=3`, template: 'experiments' };
const create: ApiRequest = {
  method: 'POST',
  path: experiments,
  template: 'experiments',
  body: { name: 'Written', feature_flag_key: 'written' },
};
const timeoutMs = 150;

/** What somebody who sends a request finds out. */
async function outcome(transport: Transport, request: ApiRequest): Promise<unknown> {
  try {
    return await transport.send(request, new AbortController().signal);
  } catch (error) {
    assert.ok(error instanceof PostHogError);
    return { kind: error.kind, code: error.details.code };
  }
}

async function written(transport: Transport): Promise<boolean> {
  const request = { ...list, path: `${experiments}?search=Written` };
  const { body } = await transport.send(request, new AbortController().signal);
  return (body as { count: number }).count > 0;
}

const expected: Readonly<Record<(typeof faultKinds)[number], unknown>> = {
  status: {
    status: 500,
    contentType: 'application/json',
    body: { type: 'server_error', code: 'error', detail: 'A server error occurred.', attr: null },
  },
  html: {
    status: 200,
    contentType: 'text/html',
    body: '<!doctype html><title>Sign in to the network</title>',
  },
  empty: { status: 200, contentType: 'application/json', body: undefined },
  malformed: { status: 200, contentType: 'application/json', body: '{"count": 1, "results": [{"id":' },
  truncated: { kind: 'offline', code: 'ERR_BAD_RESPONSE' },
  reset: { kind: 'offline', code: 'ECONNRESET' },
  commitThenReset: { kind: 'offline', code: 'ECONNRESET' },
  hang: { kind: 'timeout', code: 'ETIMEDOUT' },
};

describe('sandbox: faults through both doors', () => {
  for (const kind of faultKinds) {
    it(`${kind}: the same over HTTP and in this process`, async () => {
      const inside = createSandbox({ nowMs, timeoutMs });
      const core = createSandboxCore({ nowMs });
      await using server = await listen(core);
      const outside = createAxiosTransport({
        host: server.url,
        token: sandboxKeys.full.value,
        timeoutMs: kind === 'hang' ? timeoutMs : 5000,
      });
      const fault: Fault = { kind, times: 1 };
      inside.control.add(fault);
      core.control.add(fault);
      const seen = [await outcome(outside, create), await outcome(inside.transport, create)];
      assert.deepEqual(seen, [expected[kind], expected[kind]]);
      const isDone = kind === 'truncated' || kind === 'commitThenReset';
      assert.deepEqual([await written(outside), await written(inside.transport)], [isDone, isDone]);
    });
  }

  it('answer with the status and the wait they are given', async () => {
    const fault: Fault = { kind: 'html', status: 502, retryAfterSeconds: 7, delayMs: 1 };
    const core = createSandboxCore({ nowMs, faults: [fault] });
    await using server = await listen(core);
    const outside = createAxiosTransport({ host: server.url, token: sandboxKeys.full.value });
    for (const transport of [outside, createSandbox({ nowMs, faults: [fault] }).transport]) {
      const answer = await transport.send(list, new AbortController().signal);
      assert.deepEqual([answer.status, answer.contentType, answer.retryAfterSeconds], [502, 'text/html', 7]);
    }
  });

  it('of a delay longer than the time limit become a timeout', async () => {
    const { transport, control } = createSandbox({ nowMs, timeoutMs: 20 });
    control.add({ delayMs: 60_000 });
    assert.deepEqual(await outcome(transport, list), { kind: 'timeout', code: 'ETIMEDOUT' });
  });

  it('hang until aborted, which is no timeout', async () => {
    const { transport, control } = createSandbox({ nowMs });
    control.add({ kind: 'hang' });
    const abort = new AbortController();
    const waiting = transport.send(list, abort.signal);
    setTimeout(() => abort.abort(), 5);
    await assert.rejects(waiting, (error) => error instanceof PostHogError && error.kind === 'cancelled');
  });

  it('the newest one that fits decides', async () => {
    const { transport, control } = createSandbox({ nowMs });
    control.add({ status: 503 });
    control.add({ path: 'users', status: 500 });
    const status = async (request: ApiRequest) =>
      (await transport.send(request, new AbortController().signal)).status;
    assert.equal(await status(list), 503);
    assert.equal(await status({ ...list, path: '/api/users/@me/' }), 500);
  });

  it('can be there from the start', async () => {
    const { transport } = createSandbox({ nowMs, faults: [{ kind: 'reset', times: 1 }] });
    assert.deepEqual(await outcome(transport, list), { kind: 'offline', code: 'ECONNRESET' });
    assert.equal((await transport.send(list, new AbortController().signal)).status, 200);
  });
});
