import * as v from 'valibot';
import type { Logger } from '../logger';
import { PostHogError } from './errors';
import { responseError, unreadableResponse } from './responseError';
import type { ApiRequest, Transport } from './transport';

/** Sends a request and reads its answer by a schema. Rejects with a PostHogError and nothing else. */
export type ApiCaller = <S extends v.GenericSchema>(
  request: ApiRequest,
  schema: S,
  signal: AbortSignal,
) => Promise<v.InferOutput<S>>;

export function createApiCaller(
  transport: Transport,
  logger: Logger,
  now: () => number = Date.now,
): ApiCaller {
  return async (request, schema, signal) => {
    const startedMs = now();
    const log = (outcome: string) =>
      logger.debug(`${request.method} ${request.template} ${outcome} ${now() - startedMs} ms`);
    let response;
    try {
      response = await transport.send(request, signal);
    } catch (error) {
      log(error instanceof PostHogError ? error.kind : 'failed');
      throw error;
    }
    log(String(response.status));
    if (response.status < 200 || response.status >= 300) throw responseError(request, response);
    if (response.contentType !== 'application/json') {
      // A captive portal, a login page, or PostHog's own web app behind a mistyped host.
      throw unreadableResponse(request, response, response.contentType || 'no content type');
    }
    const parsed = v.safeParse(schema, response.body);
    if (!parsed.success)
      throw unreadableResponse(request, response, v.getDotPath(parsed.issues[0]) ?? 'not an object');
    return parsed.output;
  };
}
