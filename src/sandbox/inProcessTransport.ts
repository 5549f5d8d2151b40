import { sampleSize } from './catalog/catalog';
import { PostHogError, type PostHogErrorKind } from '../core/api/errors';
import type { ApiRequest, ApiResponse, Transport } from '../core/api/transport';
import type { SandboxControl } from './control';
import type { SandboxResponse } from './handler';
import { createSandboxCore, type SandboxCore, type SandboxCoreOptions } from './sandbox';

export interface SandboxOptions extends SandboxCoreOptions {
  /** The key the transport sends; default: the one that may do everything. */
  readonly apiKey?: string;
  /** Of one exchange from start to end, as over HTTP. Default: 20 s. */
  readonly timeoutMs?: number;
}

/** A PostHog with sample data inside this process. Nothing to dispose. */
export interface Sandbox {
  readonly transport: Transport;
  readonly apiKey: string;
  readonly projectId: number;
  readonly projectName: string;
  /** Latency, faults and time, for tests. */
  readonly control: SandboxControl;
}

/** Nobody listens here: links in answers need some host, and this one can never be somebody's. */
const origin = 'http://sandbox.invalid';

/** For a person who wants to look around: without the experiments that are there to try a client on. */
export function createSample(): Sandbox {
  return createSandbox({ experiments: sampleSize });
}

export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const core = createSandboxCore(options);
  const { projectId, projectName, control } = core;
  const apiKey = options.apiKey ?? core.apiKey;
  const timeoutMs = options.timeoutMs ?? 20_000;
  const transport: Transport = { send: (request, signal) => send(core, apiKey, timeoutMs, request, signal) };
  return { transport, apiKey, projectId, projectName, control };
}

/** Fails as the transport over HTTP would for the same fault. */
async function send(
  core: SandboxCore,
  apiKey: string,
  timeoutMs: number,
  request: ApiRequest,
  callerSignal: AbortSignal,
): Promise<ApiResponse> {
  const { method, path, template, body } = request;
  const failure = (kind: PostHogErrorKind, code?: string) =>
    new PostHogError(kind, { method, template, ...(code === undefined ? {} : { code }) });
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), timeoutMs);
  const signal = AbortSignal.any([callerSignal, deadline.signal]);
  try {
    const exchange = await core.answer(
      {
        method,
        url: origin + path,
        headers: { authorization: `Bearer ${apiKey}`, 'x-posthog-client': 'experiment-lens' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      },
      signal,
    );
    signal.throwIfAborted();
    if (exchange.end === 'dropped') throw failure('offline', 'ECONNRESET');
    if (exchange.end === 'truncated') throw failure('offline', 'ERR_BAD_RESPONSE');
    return toApiResponse(exchange.response);
  } catch (error) {
    if (callerSignal.aborted) throw failure('cancelled');
    if (deadline.signal.aborted) throw failure('timeout', 'ETIMEDOUT');
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Bodies pass as text, as they would over a wire: nobody gets hold of the sandbox's own objects. */
function toApiResponse({ status, headers, body }: SandboxResponse): ApiResponse {
  const contentType = (headers['content-type'] ?? '').split(';')[0]?.trim() ?? '';
  const retryAfter = Number(headers['retry-after']);
  return {
    status,
    contentType,
    body: contentType === 'application/json' ? parseJson(body) : body,
    ...(retryAfter > 0 && { retryAfterSeconds: retryAfter }),
  };
}

/** Text that is no JSON stays text. */
function parseJson(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
