import assert from 'node:assert/strict';
import type { ExperimentView } from '../../../src/shared/panelView';
import { createRpc, type Port, type Rpc } from '../../../webview/rpc';

const state = { experimentId: 1, accountId: 'us', projectId: 1 };
const view: ExperimentView = { state, experiment: undefined, loading: false, error: undefined, loadedMs: 5 };

interface Wire {
  readonly rpc: Rpc;
  readonly posted: Parameters<Port['post']>[0][];
  readonly deliver: (message: unknown) => void;
  readonly isListening: () => boolean;
}

function openWire(): Wire {
  const posted: Wire['posted'] = [];
  let receiver: ((message: unknown) => void) | undefined;
  const rpc = createRpc({
    post: (message) => posted.push(message),
    listen: (receive) => {
      receiver = receive;
      return () => (receiver = undefined);
    },
  });
  return {
    rpc,
    posted,
    deliver: (message) => receiver?.(message),
    isListening: () => receiver !== undefined,
  };
}

describe('rpc', () => {
  it('brings each answer to its own question', async () => {
    const { rpc, posted, deliver } = openWire();
    const first = rpc.request('ready', {});
    const second = rpc.request('act', { action: 'duplicate' });
    assert.deepEqual(posted, [
      { kind: 'request', id: 1, method: 'ready', params: {} },
      { kind: 'request', id: 2, method: 'act', params: { action: 'duplicate' } },
    ]);
    deliver({ kind: 'response', id: 2, result: null });
    deliver({ kind: 'response', id: 1, result: view });
    assert.equal(await second, null);
    assert.deepEqual(await first, view);
  });

  it("rejects with the host's own sentence", async () => {
    const { rpc, deliver } = openWire();
    const request = rpc.request('refresh', {});
    deliver({ kind: 'response', id: 1, error: 'No connection.' });
    await assert.rejects(request, { message: 'No connection.' });
  });

  it('gives up after its time and tells the host', async () => {
    const { rpc, posted, deliver } = openWire();
    await assert.rejects(rpc.request('ready', {}, { timeoutMs: 5 }), /No answer within 0 seconds/);
    assert.deepEqual(posted.at(-1), { kind: 'abort', id: 1 });
    deliver({ kind: 'response', id: 1, result: view });
  });

  it('passes an abort on, and asks nothing when aborted before', async () => {
    const { rpc, posted } = openWire();
    const controller = new AbortController();
    const request = rpc.request('ready', {}, { signal: controller.signal });
    controller.abort();
    await assert.rejects(request, { name: 'AbortError' });
    assert.deepEqual(posted.at(-1), { kind: 'abort', id: 1 });
    await assert.rejects(rpc.request('ready', {}, { signal: controller.signal }), { name: 'AbortError' });
    assert.equal(posted.length, 2);
  });

  it('hands events to those who listen, until they stop', () => {
    const { rpc, deliver } = openWire();
    const seen: ExperimentView[] = [];
    const stop = rpc.on('changed', (payload) => seen.push(payload));
    deliver({ kind: 'event', event: 'changed', payload: view });
    stop();
    deliver({ kind: 'event', event: 'changed', payload: view });
    assert.deepEqual(seen, [view]);
  });

  it('takes no notice of messages that are none of its own', () => {
    const { deliver } = openWire();
    for (const odd of [
      undefined,
      null,
      'text',
      7,
      {},
      { kind: 'other' },
      { kind: 'response', id: 99, result: 1 },
    ]) {
      assert.doesNotThrow(() => deliver(odd));
    }
  });

  it('rejects what is pending when it is disposed, and everything after', async () => {
    const { rpc, isListening } = openWire();
    const pending = rpc.request('ready', {});
    rpc.dispose();
    await assert.rejects(pending, /The panel is closed/);
    await assert.rejects(rpc.request('ready', {}), /The panel is closed/);
    assert.ok(!isListening());
  });
});
