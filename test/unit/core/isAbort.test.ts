import assert from 'node:assert/strict';
import { PostHogError } from '../../../src/core/api/errors';
import { isAbort } from '../../../src/core/isAbort';

describe('A cancellation', () => {
  it('is an aborted signal’s reason, or what a transport makes of it', () => {
    assert.equal(isAbort(AbortSignal.abort().reason), true);
    assert.equal(isAbort(new PostHogError('cancelled', { method: 'GET', template: '/' })), true);
  });

  it('is neither a timeout nor any other failure', () => {
    assert.equal(isAbort(new PostHogError('timeout', { method: 'GET', template: '/' })), false);
    assert.equal(isAbort(new DOMException('late', 'TimeoutError')), false);
    assert.equal(isAbort(new Error('aborted')), false);
    assert.equal(isAbort('AbortError'), false);
  });
});
