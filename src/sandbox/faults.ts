import { errorBody, invalid } from './errors';
import { choice, integer, readFields, text } from './fields';
import type { SandboxResponse } from './handler';
import type { JsonObject } from './json';
import { throttled } from './rateLimit';

/**
 * What goes wrong. `status`: refused before the request is looked at. `html`, `empty`, `malformed`: an answer that
 * is none. `truncated`: the connection drops in the middle of the real answer. `reset`: it drops before anything is
 * done; `commitThenReset`: after it is done. `hang`: no answer ever.
 */
export const faultKinds = [
  'status',
  'html',
  'empty',
  'malformed',
  'truncated',
  'reset',
  'commitThenReset',
  'hang',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** Something that goes wrong on purpose. */
export interface Fault {
  /** Regular expression found in the path and query; a plain piece of it will do. Default: every path. */
  readonly path?: string;
  /** Default: every method. */
  readonly method?: string;
  /** Default: `status` when there is one, else nothing but the delay. */
  readonly kind?: FaultKind;
  /** Of kinds that answer. Default: 500 for `status`, else 200. */
  readonly status?: number;
  /** Of the body of a `status`, such as `recalculation_scheduling_unavailable`. Default: the usual one. */
  readonly code?: string;
  /** Sent as Retry-After by kinds that answer. PostHog itself hardly ever does. */
  readonly retryAfterSeconds?: number;
  /** Waits so long before anything else. */
  readonly delayMs?: number;
  /** Works for so many requests. Default: until cleared. */
  readonly times?: number;
}

/** A fault as a JSON body tells it. @throws ApiRefusal 400 */
export function readFault(body: JsonObject): Fault {
  const fault = readFields<Required<Fault>>(
    {
      path: text({ blank: true }),
      method: text(),
      kind: choice(...faultKinds),
      status: integer,
      code: text(),
      retryAfterSeconds: integer,
      delayMs: integer,
      times: integer,
    },
    body,
  );
  const { status = 200, path = '' } = fault;
  if (status < 200 || status > 599) throw invalid('A status is a number from 200 to 599.', 'status');
  try {
    RegExp(path);
  } catch {
    throw invalid('Not a regular expression.', 'path');
  }
  const unknown = Object.keys(body).find((name) => !(name in fault));
  if (unknown !== undefined) throw invalid('A fault has no such field.', unknown);
  return fault;
}

/** The answer of a fault that answers without the real one. */
export function faultResponse(kind: AnsweringKind, fault: Fault): SandboxResponse {
  const { status = kind === 'status' ? 500 : 200, code, retryAfterSeconds: seconds } = fault;
  const response = responseOf(kind, status, code);
  if (seconds === undefined) return response;
  return { ...response, headers: { ...response.headers, 'retry-after': String(seconds) } };
}

type AnsweringKind = 'status' | 'html' | 'empty' | 'malformed';

function responseOf(kind: AnsweringKind, status: number, code: string | undefined): SandboxResponse {
  switch (kind) {
    case 'html':
      return {
        status,
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: '<!doctype html><title>Sign in to the network</title>',
      };
    case 'empty':
      return json(status, '');
    case 'malformed':
      return json(status, '{"count": 1, "results": [{"id":');
    case 'status':
      return json(status, JSON.stringify(Object.assign({}, statusBody(status), code && { code })));
  }
}

function json(status: number, body: string): SandboxResponse {
  return { status, headers: { 'content-type': 'application/json' }, body };
}

/** What a PostHog says, as far as it says anything, when it fails with a status. */
function statusBody(status: number): unknown {
  switch (status) {
    case 401:
      return errorBody(
        'authentication_error',
        'authentication_failed',
        'Personal API key found in request Authorization header is invalid.',
      );
    case 403:
      return errorBody('authentication_error', 'permission_denied', "You don't have access to the project.");
    case 402:
      return errorBody('server_error', 'quota_limit_exceeded', 'The quota of this project is used up.');
    case 404:
      return errorBody('invalid_request', 'not_found', 'Not found.');
    case 429:
      return throttled(34).body;
    default:
      return status < 500
        ? errorBody('validation_error', 'invalid_input', 'Invalid input.')
        : errorBody('server_error', 'error', 'A server error occurred.');
  }
}
