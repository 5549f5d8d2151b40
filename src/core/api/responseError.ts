import * as v from 'valibot';
import { PostHogError, type PostHogErrorKind } from './errors';
import type { ApiRequest, ApiResponse } from './transport';
import { maybeText } from './wire/tolerant';

/** The usual envelope, and the two that some endpoints send instead: `{detail}` alone and `{error}`. */
const wireError = v.object({ detail: maybeText, error: maybeText, code: maybeText, attr: maybeText });

/** A PostHogError from an answer that is not 2xx. */
export function responseError(request: ApiRequest, response: ApiResponse): PostHogError {
  const parsed = v.safeParse(wireError, response.body);
  const { detail, error, code, attr } = parsed.success ? parsed.output : {};
  const message = detail ?? error;
  const waitSeconds = response.retryAfterSeconds ?? secondsIn(message);
  return new PostHogError(kindOf(response.status), {
    method: request.method,
    template: request.template,
    status: response.status,
    ...(message !== undefined && { serverMessage: message }),
    ...(attr !== undefined && { field: attr }),
    ...(code !== undefined && { code }),
    ...(waitSeconds !== undefined && { retryAfterSeconds: waitSeconds }),
  });
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

/** PostHog tells the wait in English only: "Expected available in 34 seconds." */
function secondsIn(message: string | undefined): number | undefined {
  const seconds = message?.match(/available in (\d+) second/)?.[1];
  return seconds === undefined ? undefined : Number(seconds);
}
