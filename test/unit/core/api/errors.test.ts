import assert from 'node:assert/strict';
import { PostHogError } from '../../../../src/core/api/errors';

const template = '/api/projects/:project/';

describe('A PostHogError', () => {
  it('says in one line what was asked and what came of it', () => {
    const bare = new PostHogError('offline', { method: 'GET', template });
    assert.equal(String(bare), 'PostHogError: GET /api/projects/:project/: offline');
    const full = new PostHogError('invalid', {
      method: 'POST',
      template,
      status: 400,
      code: 'required',
      serverMessage: 'This field is required.',
      field: 'name',
    });
    assert.equal(
      full.message,
      'POST /api/projects/:project/: invalid (400) required: This field is required.',
    );
    assert.ok(full instanceof Error);
  });

  it('is known as one whichever bundle made it, and nothing else is', () => {
    const brand = { [Symbol.for('experiment-lens.PostHogError')]: true };
    const fromAnotherBundle: unknown = Object.assign(new Error('offline'), brand);
    assert.ok(new PostHogError('offline', { method: 'GET', template }) instanceof PostHogError);
    assert.ok(fromAnotherBundle instanceof PostHogError);
    for (const other of [new Error('no'), { kind: 'offline' }, null, undefined, 'offline']) {
      assert.equal((other as unknown) instanceof PostHogError, false);
    }
  });
});
