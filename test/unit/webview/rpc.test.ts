import assert from 'node:assert/strict';
import type { ExperimentView } from '../../../src/shared/panelView';
import { createRpc, type Port, type Rpc } from '../../../webview/rpc';

const state = { kind: 'experiment', experimentId: 1, accountId: 'us', projectId: 1 } as const;
const view: ExperimentView = { state, content: undefined, loading: false, trouble: undefined, loadedMs: 5 };
const done = { kind: 'done' } as const;

interface Wire {
  readonly rpc: Rpc<'experiment'>;
  readonly posted: Parameters<Port['post']>[0][];
  readonly deliver: (message: unknown) => void;
  readonly isListening: () => boolean;
}

function openWire(firstId = 1): Wire {
  const posted: Wire['posted'] = [];
  let receiver: ((message: unknown) => void) | undefined;
  const rpc = createRpc<'experiment'>(
    {
      post: (message) => posted.push(message),
      listen: (receive) => {
        receiver = receive;
        return () => (receiver = undefined);
      },
    },
    'experiment',
    firstId,
  );
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
    const first = rpc.request('ready', { page: 'experiment' });
    const second = rpc.request('act', { action: 'duplicate' });
    assert.deepEqual(posted, [
      { kind: 'request', id: 1, method: 'ready', params: { page: 'experiment' } },
      { kind: 'request', id: 2, method: 'act', params: { action: 'duplicate' } },
    ]);
    deliver({ kind: 'response', id: 2, result: done });
    deliver({ kind: 'response', id: 1, result: view });
    assert.deepEqual(await second, done);
    assert.deepEqual(await first, view);
  });

  it('counts on from its own first id, and takes no answer to another page', async () => {
    const { rpc, posted, deliver } = openWire(700);
    const request = rpc.request('timeseries', { metricUuid: 'b', fresh: false });
    deliver({ kind: 'response', id: 1, result: 'for metric a of an earlier page' });
    assert.equal(posted[0]?.id, 700);
    deliver({ kind: 'response', id: 700, result: 'for metric b' });
    assert.equal(await request, 'for metric b');
  });

  it("rejects with the host's own sentence", async () => {
    const { rpc, deliver } = openWire();
    const request = rpc.request('refresh', {});
    deliver({ kind: 'response', id: 1, error: 'No connection.' });
    await assert.rejects(request, { message: 'No connection.' });
  });

  it('gives up after its time and tells the host', async () => {
    const { rpc, posted, deliver } = openWire();
    await assert.rejects(
      rpc.request('ready', { page: 'experiment' }, { timeoutMs: 5 }),
      /No answer within 0 seconds/,
    );
    assert.deepEqual(posted.at(-1), { kind: 'abort', id: 1 });
    deliver({ kind: 'response', id: 1, result: view });
  });

  it('passes an abort on, and asks nothing when aborted before', async () => {
    const { rpc, posted } = openWire();
    const controller = new AbortController();
    const request = rpc.request('ready', { page: 'experiment' }, { signal: controller.signal });
    controller.abort();
    await assert.rejects(request, { name: 'AbortError' });
    assert.deepEqual(posted.at(-1), { kind: 'abort', id: 1 });
    await assert.rejects(rpc.request('ready', { page: 'experiment' }, { signal: controller.signal }), {
      name: 'AbortError',
    });
    assert.equal(posted.length, 2);
  });

  it('hands changed views to those who listen, until they stop', () => {
    const { rpc, deliver } = openWire();
    const seen: ExperimentView[] = [];
    const stop = rpc.onChanged((changed) => seen.push(changed));
    deliver({ kind: 'changed', page: 'experiment', view });
    stop();
    deliver({ kind: 'changed', page: 'experiment', view });
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
    const pending = rpc.request('ready', { page: 'experiment' });
    rpc.dispose();
    await assert.rejects(pending, /The panel is closed/);
    await assert.rejects(rpc.request('ready', { page: 'experiment' }), /The panel is closed/);
    assert.ok(!isListening());
  });
});
