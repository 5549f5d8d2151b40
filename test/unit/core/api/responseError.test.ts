import assert from 'node:assert/strict';
import type { PostHogErrorDetails, PostHogErrorKind } from '../../../../src/core/api/errors';
import { responseError } from '../../../../src/core/api/responseError';
import type { ApiRequest, ApiResponse } from '../../../../src/core/api/transport';

const template = '/api/projects/:project/experiments/:id/';
const request: ApiRequest = { method: 'PATCH', path: '/api/projects/42/experiments/311/', template };
const envelope = (type: string, code: string, detail: string, attr: string | null = null) => ({
  type,
  code,
  detail,
  attr,
});

interface Row {
  readonly what: string;
  readonly response: Partial<ApiResponse> & { readonly status: number };
  readonly kind: PostHogErrorKind;
  /** What is said beside method, template and status. */
  readonly said: Partial<PostHogErrorDetails>;
}

/** The answers of posthog/exceptions.py, posthog/permissions.py and of the endpoints that answer in their own form. */
const rows: readonly Row[] = [
  {
    what: 'a rule that was broken',
    response: {
      status: 400,
      body: envelope('validation_error', 'invalid_input', 'End date must be after start date'),
    },
    kind: 'invalid',
    said: { code: 'invalid_input', serverMessage: 'End date must be after start date' },
  },
  {
    what: 'a field, nested in another',
    response: {
      status: 400,
      body: envelope('validation_error', 'required', 'This field is required.', 'feature_flag__key'),
    },
    kind: 'invalid',
    said: { code: 'required', serverMessage: 'This field is required.', field: 'feature_flag__key' },
  },
  {
    what: 'JSON that the server could not read',
    response: { status: 400, body: envelope('invalid_request', 'parse_error', 'JSON parse error') },
    kind: 'invalid',
    said: { code: 'parse_error', serverMessage: 'JSON parse error' },
  },
  {
    what: 'a key that is none',
    response: {
      status: 401,
      body: envelope('authentication_error', 'authentication_failed', 'Personal API key is invalid.'),
    },
    kind: 'unauthorized',
    said: { code: 'authentication_failed', serverMessage: 'Personal API key is invalid.' },
  },
  {
    what: 'a quota that is used up',
    response: { status: 402, body: envelope('server_error', 'quota_limit_exceeded', 'Quota exceeded.') },
    kind: 'invalid',
    said: { code: 'quota_limit_exceeded', serverMessage: 'Quota exceeded.' },
  },
  ...[
    "API key missing required scope 'experiment:write'",
    'API key does not have access to the requested project: ID 7.',
    'API keys with scoped projects are only supported on project-based endpoints.',
    "Organization 'X' does not allow using personal API keys. Contact an admin to enable personal API keys for this organization.",
    'You do not have editor access to this resource.',
    'This action does not support personal API key access',
  ].map((detail): Row => ({
    what: `403, although its type is that of 401: ${detail}`,
    response: { status: 403, body: envelope('authentication_error', 'permission_denied', detail) },
    kind: 'forbidden',
    said: { code: 'permission_denied', serverMessage: detail },
  })),
  {
    what: 'what is not there',
    response: { status: 404, body: envelope('invalid_request', 'not_found', 'Not found.') },
    kind: 'notFound',
    said: { code: 'not_found', serverMessage: 'Not found.' },
  },
  {
    what: 'DELETE of an experiment: 405 with an empty body',
    response: { status: 405, contentType: '', body: '' },
    kind: 'invalid',
    said: {},
  },
  {
    what: 'too many requests',
    response: {
      status: 429,
      body: envelope(
        'throttled_error',
        'throttled',
        'Request was throttled. Expected available in 34 seconds.',
      ),
    },
    kind: 'rateLimited',
    said: {
      code: 'throttled',
      serverMessage: 'Request was throttled. Expected available in 34 seconds.',
      retryAfterSeconds: 34,
    },
  },
  {
    what: 'a database that is busy',
    response: {
      status: 503,
      body: envelope('server_error', 'database_unavailable', 'Try again.'),
      retryAfterSeconds: 1,
    },
    kind: 'server',
    said: { code: 'database_unavailable', serverMessage: 'Try again.', retryAfterSeconds: 1 },
  },
  ...[504, 512, 513].map((status): Row => ({
    what: `a query that took too much (${status})`,
    response: { status, body: envelope('server_error', 'clickhouse_memory_limit_exceeded', 'Too big.') },
    kind: 'server',
    said: { code: 'clickhouse_memory_limit_exceeded', serverMessage: 'Too big.' },
  })),
  {
    what: 'a sentence alone',
    response: { status: 403, body: { detail: 'You do not have write access to the target project.' } },
    kind: 'forbidden',
    said: { serverMessage: 'You do not have write access to the target project.' },
  },
  {
    what: 'a page that is none',
    response: { status: 400, body: { error: 'Invalid limit or offset' } },
    kind: 'invalid',
    said: { serverMessage: 'Invalid limit or offset' },
  },
  {
    what: 'a page of a proxy',
    response: { status: 502, contentType: 'text/html', body: '<html>Bad gateway</html>' },
    kind: 'server',
    said: {},
  },
  {
    what: 'a change that somebody has to approve, whatever its code is called',
    response: {
      status: 409,
      body: {
        code: 'some_code',
        status: 'approval_required',
        detail: 'This change needs an approval.',
        message: 'This change needs an approval.',
        resource_type: 'feature_flag',
        resource_id: '17',
        change_request_id: '0197',
        change_request: { id: '0197' },
        required_approvers: {},
      },
    },
    kind: 'conflict',
    said: {
      code: 'some_code',
      serverMessage: 'This change needs an approval.',
      conflict: { reason: 'approval', changeRequestId: '0197' },
    },
  },
  {
    what: 'policies that contradict each other, with what to do',
    response: {
      status: 400,
      body: {
        code: 'policy_conflict',
        error: 'Policies conflict.',
        conflicting_policies: [],
        guidance: 'Ask.',
      },
    },
    kind: 'invalid',
    said: { code: 'policy_conflict', serverMessage: 'Policies conflict. Ask.' },
  },
  {
    what: 'a stale version, sent without its base',
    response: { status: 409, body: { detail: 'Changed meanwhile.', current_version: 7 } },
    kind: 'conflict',
    said: {
      serverMessage: 'Changed meanwhile.',
      conflict: { reason: 'stale', currentVersion: 7, fields: [], metricUuids: [] },
    },
  },
  {
    what: 'changes that cannot be merged',
    response: {
      status: 409,
      body: {
        detail: 'Changed meanwhile.',
        current_version: 7,
        conflicting_fields: ['name'],
        conflicting_metric_uuids: ['u', 'saved_metric:9'],
      },
    },
    kind: 'conflict',
    said: {
      serverMessage: 'Changed meanwhile.',
      conflict: {
        reason: 'stale',
        currentVersion: 7,
        fields: ['name'],
        metricUuids: ['u', 'saved_metric:9'],
      },
    },
  },
  {
    what: 'a conflict in no known form',
    response: { status: 409, body: { detail: 'No.' } },
    kind: 'conflict',
    said: { serverMessage: 'No.' },
  },
  {
    what: 'a redirect to another host',
    response: { status: 301, contentType: 'text/html', body: '', redirectTo: 'https://eu.posthog.com' },
    kind: 'badResponse',
    said: { code: 'redirect', redirectTo: 'https://eu.posthog.com' },
  },
  {
    what: 'a redirect to a login page of the same host',
    response: { status: 302, contentType: '', body: '' },
    kind: 'badResponse',
    said: { code: 'redirect' },
  },
];

describe('The error of an answer', () => {
  for (const { what, response, kind, said } of rows) {
    it(`says all that PostHog says: ${what}`, () => {
      const error = responseError(request, { contentType: 'application/json', body: undefined, ...response });
      assert.equal(error.kind, kind);
      assert.deepEqual(error.details, { method: 'PATCH', template, status: response.status, ...said });
    });
  }

  it('names the host of a redirect in its line', () => {
    const response = { status: 301, contentType: '', body: '', redirectTo: 'https://eu.posthog.com' };
    assert.equal(
      responseError(request, response).message,
      `PATCH ${template}: badResponse (301) redirect to https://eu.posthog.com`,
    );
  });
});
