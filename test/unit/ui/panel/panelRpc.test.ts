import assert from 'node:assert/strict';
import type { ToWebview } from '../../../../src/shared/panelProtocol';
import { type Answer, PanelRpc } from '../../../../src/ui/panel/panelRpc';
import { deferred, everythingSettled } from '../../support/deferred';
import { PanelWire } from '../../support/panelWire';
import { RecordingLogger } from '../../support/recordingLogger';

function openRpc(answers: Readonly<Record<string, Answer>>) {
  const wire = new PanelWire();
  const rpc = new PanelRpc(
    wire,
    { ready: async () => 'view', ...answers },
    (error) => (error instanceof Error ? error.message : 'odd'),
    new RecordingLogger(),
  );
  return { wire, rpc };
}

const answered = (id: number, result: unknown): ToWebview => ({ kind: 'response', id, result });
const refused = (id: number, error: string): ToWebview => ({ kind: 'response', id, error });

/** An answer that ends when the test says, and notes whether it was told to stop. */
function slowly() {
  const ends: { readonly end: (result: unknown) => void; readonly signal: AbortSignal }[] = [];
  const answer: Answer = (_params, signal) => {
    const { promise, resolve } = deferred<unknown>();
    ends.push({ end: resolve, signal });
    return promise;
  };
  return { answer, ends };
}

describe("The host's end of the panel's protocol", () => {
  it('answers each request with its own result, whichever comes first', async () => {
    const { answer, ends } = slowly();
    const { wire } = openRpc({ slow: answer, quick: async (params) => params });
    wire.ask(7, 'slow');
    wire.ask(8, 'quick', { a: 1 });
    await everythingSettled();
    ends[0]?.end('late');
    await everythingSettled();
    assert.deepEqual(wire.posted, [answered(8, { a: 1 }), answered(7, 'late')]);
  });

  it('answers with a sentence when something goes wrong, also at once', async () => {
    const { wire } = openRpc({
      rejects: () => Promise.reject(new Error('No connection.')),
      throws: () => {
        throw new Error('Nobody is signed in.');
      },
    });
    wire.ask(1, 'rejects');
    wire.ask(2, 'throws');
    await everythingSettled();
    assert.deepEqual(
      wire.posted.toSorted((a, b) => ('id' in a && 'id' in b ? a.id - b.id : 0)),
      [refused(1, 'No connection.'), refused(2, 'Nobody is signed in.')],
    );
  });

  it('answers what is not of the protocol, where somebody waits for an answer', async () => {
    const { wire } = openRpc({});
    for (const method of ['format', 'constructor', '__proto__']) wire.ask(3, method);
    for (const odd of [
      { id: 4, kind: 'other' },
      { kind: 'request', id: 5 },
      'text',
      null,
      { kind: 'abort' },
    ]) {
      wire.deliver(odd);
    }
    await everythingSettled();
    const sentence = 'The request was not understood.';
    assert.deepEqual(
      wire.posted,
      [3, 3, 3, 4, 5].map((id) => refused(id, sentence)),
    );
  });

  it('tells the work that nobody waits for it any more', async () => {
    const { answer, ends } = slowly();
    const { wire } = openRpc({ slow: answer });
    wire.ask(1, 'slow');
    wire.ask(2, 'slow');
    wire.deliver({ kind: 'abort', id: 1 });
    wire.deliver({ kind: 'abort', id: 99 });
    assert.deepEqual(
      ends.map(({ signal }) => signal.aborted),
      [true, false],
    );
  });

  it('stops what an earlier page asked for when a page comes up, and never answers it', async () => {
    const { answer, ends } = slowly();
    const { wire } = openRpc({ slow: answer });
    wire.ask(1, 'slow');
    wire.ask(50, 'ready');
    assert.ok(ends[0]?.signal.aborted, 'the orphan goes on');
    // The new page happens to count as the old one did.
    wire.ask(1, 'slow');
    ends[0]?.end('of the earlier page');
    await everythingSettled();
    assert.deepEqual(wire.posted, [answered(50, 'view')]);
    ends[1]?.end('of this page');
    await everythingSettled();
    assert.deepEqual(wire.posted, [answered(50, 'view'), answered(1, 'of this page')]);
  });

  it('stops everything when it is disposed, and says no more', async () => {
    const { answer, ends } = slowly();
    const { wire, rpc } = openRpc({ slow: answer });
    wire.ask(1, 'slow');
    wire.ask(2, 'slow');
    rpc.dispose();
    assert.ok(ends.length === 2 && ends.every(({ signal }) => signal.aborted));
    ends[0]?.end('too late');
    rpc.tell({ kind: 'changed', page: 'stats', view: 'view' });
    await everythingSettled();
    assert.deepEqual(wire.posted, []);
    assert.equal(wire.isListening, false);
  });
});
