import * as v from 'valibot';
import { PostHogError } from '../errors';
import type { ApiRequest } from '../transport';
import { maybe, maybeBoolean, maybeText, maybeTime } from './tolerant';

export type QueryState =
  | { readonly state: 'running'; readonly queryId: string }
  | {
      readonly state: 'complete';
      /** To be read by `readMetricResult` or `readExposures`. */
      readonly response: unknown;
      /** When it was computed: it may come from PostHog's cache. */
      readonly computedMs: number | undefined;
    };

/** The status beside a computation, or around its finished result. A result from the cache carries a null one. */
export const wireQueryAnswer = v.looseObject({
  query_status: maybe(
    v.object({
      id: v.string(),
      complete: maybeBoolean,
      error: maybeBoolean,
      error_message: maybeText,
      results: v.optional(v.unknown()),
      end_time: maybeTime,
    }),
  ),
  last_refresh: maybeTime,
});

/** 200 with a message, or 204 with nothing. */
export const wireCancelled = v.unknown();

/** @throws PostHogError invalid with PostHog's sentence when the query failed, server when it gives none */
export function toQueryState(
  { method, template }: ApiRequest,
  answer: v.InferOutput<typeof wireQueryAnswer>,
): QueryState {
  const { query_status: status } = answer;
  if (!status) return { state: 'complete', response: answer, computedMs: answer.last_refresh };
  if (status.error) {
    throw status.error_message === undefined
      ? new PostHogError('server', { method, template })
      : new PostHogError('invalid', { method, template, serverMessage: status.error_message });
  }
  return status.complete
    ? { state: 'complete', response: status.results, computedMs: status.end_time }
    : { state: 'running', queryId: status.id };
}
