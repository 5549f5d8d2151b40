import * as v from 'valibot';
import { PostHogError, type PostHogErrorDetails, type PostHogErrorKind, type WriteConflict } from './errors';
import type { ApiRequest, ApiResponse } from './transport';
import { maybe, maybeNumber, maybeText, maybeTextList } from './wire/tolerant';

/**
 * The usual envelope (posthog/exceptions.py), and what some endpoints send instead: `{detail}` alone, `{error}` with or
 * without `guidance`, the two forms of 409, and the status of a query that failed.
 */
const wireError = v.object({
  detail: maybeText,
  error: maybeText,
  guidance: maybeText,
  code: maybeText,
  attr: maybeText,
  change_request_id: maybeText,
  current_version: maybeNumber,
  conflicting_fields: maybeTextList,
  conflicting_metric_uuids: maybeTextList,
  query_status: maybe(v.object({ error_message: maybeText })),
});
type WireError = v.InferOutput<typeof wireError>;

/** A PostHogError from an answer that is not 2xx. */
export function responseError(request: ApiRequest, response: ApiResponse): PostHogError {
  const { method, template } = request;
  const { status } = response;
  const said = status >= 300 && status < 400 ? toRedirect(response) : saidIn(response);
  return new PostHogError(kindOf(status), { method, template, status, ...said });
}

/** A PostHogError for an answer that is 2xx but not what the endpoint promises. */
export function unreadableResponse(request: ApiRequest, response: ApiResponse, code: string): PostHogError {
  return new PostHogError('badResponse', {
    method: request.method,
    template: request.template,
    status: response.status,
    code,
  });
}

function kindOf(status: number): PostHogErrorKind {
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'notFound';
  if (status === 407) return 'proxy';
  if (status === 409) return 'conflict';
  if (status === 429) return 'rateLimited';
  if (status >= 400 && status < 500) return 'invalid';
  return status >= 500 ? 'server' : 'badResponse';
}

function saidIn(response: ApiResponse): Partial<PostHogErrorDetails> {
  const parsed = v.safeParse(wireError, response.body);
  if (!parsed.success) return withWait(response.retryAfterSeconds);
  const wire = parsed.output;
  const refusal = [wire.error, wire.guidance].filter(Boolean).join(' ') || undefined;
  const message = wire.detail ?? refusal ?? wire.query_status?.error_message;
  const conflict = response.status === 409 ? toConflict(wire) : undefined;
  return {
    ...(message !== undefined && { serverMessage: message }),
    ...(wire.attr !== undefined && { field: wire.attr }),
    ...(wire.code !== undefined && { code: wire.code }),
    ...withWait(response.retryAfterSeconds ?? secondsIn(message)),
    ...(conflict && { conflict }),
  };
}

/** Nobody follows it: a POST would turn into a GET, and the key belongs to one host alone. */
function toRedirect({ redirectTo }: ApiResponse): Partial<PostHogErrorDetails> {
  return { code: 'redirect', ...(redirectTo !== undefined && { redirectTo }) };
}

function withWait(seconds: number | undefined): Partial<PostHogErrorDetails> {
  return seconds === undefined ? {} : { retryAfterSeconds: seconds };
}

/** The forms of a 409 are told apart by their members: the code of an approval is not fixed. */
function toConflict(wire: WireError): WriteConflict | undefined {
  if (wire.change_request_id !== undefined) {
    return { reason: 'approval', changeRequestId: wire.change_request_id };
  }
  const {
    current_version: currentVersion,
    conflicting_fields: fields,
    conflicting_metric_uuids: uuids,
  } = wire;
  const isStale = currentVersion !== undefined || fields.length > 0 || uuids.length > 0;
  return isStale ? { reason: 'stale', currentVersion, fields, metricUuids: uuids } : undefined;
}

/** PostHog tells the wait in English only: "Expected available in 34 seconds." */
function secondsIn(message: string | undefined): number | undefined {
  const seconds = message?.match(/available in (\d+) second/)?.[1];
  return seconds === undefined ? undefined : Number(seconds);
}
