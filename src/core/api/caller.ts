import * as v from 'valibot';
import { responseError, unreadableResponse } from './responseError';
import type { ApiRequest, Transport } from './transport';

/** Sends a request and reads its answer by a schema. Rejects with a PostHogError and nothing else. */
export interface ApiCaller {
  <S extends v.GenericSchema>(request: ApiRequest, schema: S, signal: AbortSignal): Promise<v.InferOutput<S>>;
  /** The same with the status: where 201 or 200 is all that tells something new from something under way. */
  withStatus<S extends v.GenericSchema>(
    request: ApiRequest,
    schema: S,
    signal: AbortSignal,
  ): Promise<{ readonly status: number; readonly value: v.InferOutput<S> }>;
}

const noContent = 204;

export function createApiCaller(transport: Transport): ApiCaller {
  const withStatus: ApiCaller['withStatus'] = async (request, schema, signal) => {
    const response = await transport.send(request, signal);
    const { status, contentType } = response;
    if (status < 200 || status >= 300) throw responseError(request, response);
    if (contentType !== 'application/json' && status !== noContent) {
      // A captive portal, a login page, or PostHog's own web app behind a mistyped host.
      throw unreadableResponse(request, response, contentType || 'no content type');
    }
    const parsed = v.safeParse(schema, response.body);
    if (!parsed.success)
      throw unreadableResponse(request, response, v.getDotPath(parsed.issues[0]) ?? 'not an object');
    return { status, value: parsed.output };
  };
  return Object.assign(
    async <S extends v.GenericSchema>(request: ApiRequest, schema: S, signal: AbortSignal) =>
      (await withStatus(request, schema, signal)).value,
    { withStatus },
  );
}
