import assert from 'node:assert/strict';
import { sleep } from '../../../../src/core/api/sleep';
import { never } from '../../support/openSession';

describe('Sleeping', () => {
  it('ends by itself', async () => {
    assert.equal(await sleep(1, never), undefined);
  });

  it('ends at once, with its reason, when somebody wakes it', async () => {
    const abort = new AbortController();
    const reason = new Error('woken');
    const asleep = assert.rejects(sleep(60_000, abort.signal), reason);
    abort.abort(reason);
    await asleep;
    await assert.rejects(sleep(60_000, AbortSignal.abort(reason)), reason);
  });
});
