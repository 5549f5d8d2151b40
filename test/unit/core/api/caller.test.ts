import assert from 'node:assert/strict';
import * as v from 'valibot';
import { createApiCaller } from '../../../../src/core/api/caller';
import { PostHogError, type PostHogErrorKind } from '../../../../src/core/api/errors';
import type { ApiRequest, ApiResponse } from '../../../../src/core/api/transport';
import { FakeTransport, type Answer } from '../../support/fakeTransport';
import { never } from '../../support/openSession';

const request: ApiRequest = {
  method: 'GET',
  path: '/api/projects/42/experiments/311/',
  template: '/api/projects/:project/experiments/:id/',
};
const schema = v.object({ id: v.number(), nested: v.optional(v.object({ name: v.string() })) });

async function failureOf(answer: Answer): Promise<PostHogError> {
  const call = createApiCaller(new FakeTransport([answer]));
  const failure: unknown = await call(request, schema, never).then(
    () => undefined,
    (error: unknown) => error,
  );
  assert.ok(failure instanceof PostHogError, 'the call rejects with a PostHogError');
  assert.equal(failure.details.method, 'GET');
  assert.equal(failure.details.template, request.template);
  return failure;
}

const envelope = (code: string, detail: string, attr: string | null = null) => ({
  type: 'validation_error',
  code,
  detail,
  attr,
});

describe('The API caller', () => {
  it('answers what the schema reads', async () => {
    const transport = new FakeTransport([{ status: 201, body: { id: 7, more: true } }]);
    const call = createApiCaller(transport);
    assert.deepEqual(await call(request, schema, never), { id: 7 });
    assert.deepEqual(transport.requests, [request]);
  });

  it('hands on the signal', async () => {
    let seen: AbortSignal | undefined;
    const transport = new FakeTransport((_, signal) => {
      seen = signal;
      return { body: { id: 7 } };
    });
    const { signal } = new AbortController();
    await createApiCaller(transport)(request, schema, signal);
    assert.equal(seen, signal);
  });

  it('passes on the errors of the transport as they are', async () => {
    for (const kind of ['offline', 'timeout', 'certificate', 'proxy', 'cancelled'] as const) {
      const error = new PostHogError(kind, { method: 'GET', template: request.template });
      assert.equal(await failureOf(error), error);
    }
  });
});

describe('The kind of an error', () => {
  const kinds: readonly [status: number, PostHogErrorKind][] = [
    [301, 'badResponse'],
    [304, 'badResponse'],
    [400, 'invalid'],
    [401, 'unauthorized'],
    [402, 'invalid'],
    [403, 'forbidden'],
    [404, 'notFound'],
    [405, 'invalid'],
    [407, 'proxy'],
    [409, 'conflict'],
    [429, 'rateLimited'],
    [500, 'server'],
    [502, 'server'],
    [503, 'server'],
    [504, 'server'],
    [512, 'server'],
  ];

  for (const [status, kind] of kinds) {
    it(`is ${kind} for ${status}, whatever the body`, async () => {
      const bodies: readonly Partial<ApiResponse>[] = [
        { body: envelope('some_code', 'A sentence.') },
        { contentType: 'text/html', body: '<!doctype html>' },
        { contentType: '', body: '' },
        { body: undefined },
        { body: 'no JSON' },
        { body: ['A list'] },
      ];
      for (const body of bodies) {
        const error = await failureOf({ ...body, status });
        assert.equal(error.kind, kind);
        assert.equal(error.details.status, status);
      }
    });
  }
});

describe('What an error says', () => {
  it('is the sentence, the code and the field of the envelope', async () => {
    const body = envelope('invalid_key', 'Only letters are allowed.', 'key');
    const { details, message } = await failureOf({ status: 400, body });
    assert.deepEqual(details, {
      method: 'GET',
      template: request.template,
      status: 400,
      serverMessage: 'Only letters are allowed.',
      field: 'key',
      code: 'invalid_key',
    });
    assert.equal(
      message,
      'GET /api/projects/:project/experiments/:id/: invalid (400) invalid_key: Only letters are allowed.',
    );
  });

  it('is the bare detail or error that some endpoints send', async () => {
    const detail = 'Duplication is not supported for experiments using legacy metrics.';
    assert.equal((await failureOf({ status: 400, body: { detail } })).details.serverMessage, detail);
    const error = 'Invalid limit or offset';
    assert.equal((await failureOf({ status: 400, body: { error } })).details.serverMessage, error);
  });

  it('is nothing where the body is no envelope', async () => {
    const bodies: readonly Partial<ApiResponse>[] = [
      { contentType: 'text/html', body: '<html>Bad Gateway</html>' },
      { contentType: '', body: '' },
      { body: { detail: { name: ['required'] } } },
      { body: null },
    ];
    for (const body of bodies) {
      const { details } = await failureOf({ ...body, status: 405 });
      assert.deepEqual(details, { method: 'GET', template: request.template, status: 405 });
    }
  });

  it('is how long to wait, in the English of the sentence or from Retry-After, which wins', async () => {
    const body = envelope('throttled', 'Request was throttled. Expected available in 34 seconds.');
    assert.equal((await failureOf({ status: 429, body })).details.retryAfterSeconds, 34);
    const one = envelope('throttled', 'Request was throttled. Expected available in 1 second.');
    assert.equal((await failureOf({ status: 429, body: one })).details.retryAfterSeconds, 1);
    const both = { status: 429, body, retryAfterSeconds: 5 };
    assert.equal((await failureOf(both)).details.retryAfterSeconds, 5);
    const neither = { status: 429, body: envelope('throttled', 'Too many.') };
    assert.equal((await failureOf(neither)).details.retryAfterSeconds, undefined);
    const busy = { status: 503, body: {}, retryAfterSeconds: 1 };
    assert.equal((await failureOf(busy)).details.retryAfterSeconds, 1);
  });
});

describe('An answer that is no answer of PostHog', () => {
  it('is a bad response when it is HTML, text or nothing', async () => {
    for (const contentType of ['text/html', 'text/plain', '']) {
      const { kind, details } = await failureOf({ contentType, body: '<html>Sign in</html>' });
      assert.equal(kind, 'badResponse');
      assert.equal(details.code, contentType || 'no content type');
      assert.equal(details.status, 200);
    }
  });

  it('is a bad response when it is JSON of another shape, and says where', async () => {
    const bodies: readonly [unknown, string][] = [
      [{ id: 'x' }, 'id'],
      [{ id: 1, nested: { name: 2 } }, 'nested.name'],
      [{}, 'id'],
      [null, 'not an object'],
      ['text', 'not an object'],
      [undefined, 'not an object'],
    ];
    for (const [body, code] of bodies) {
      const { kind, details } = await failureOf({ body });
      assert.deepEqual([kind, details.code], ['badResponse', code]);
    }
  });
});
