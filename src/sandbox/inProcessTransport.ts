import { PostHogError } from '../core/api/errors';
import type { ApiRequest, ApiResponse, Transport } from '../core/api/transport';
import type { FaultControl } from './faults';
import type { SandboxResponse } from './handler';
import { createSandboxCore, type SandboxCore, type SandboxCoreOptions } from './sandbox';

export interface SandboxOptions extends SandboxCoreOptions {
  /** The key the transport sends; default: the one that may do everything. */
  readonly apiKey?: string;
}

/** A PostHog with sample data inside this process. Nothing to dispose. */
export interface Sandbox {
  readonly transport: Transport;
  readonly apiKey: string;
  readonly projectId: number;
  readonly projectName: string;
  /** Latency and faults, for tests. */
  readonly control: FaultControl;
}

/** Nobody listens here: links in answers need some host, and this one can never be somebody's. */
const origin = 'http://sandbox.invalid';

export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const core = createSandboxCore(options);
  const { projectId, projectName, control } = core;
  const apiKey = options.apiKey ?? core.apiKey;
  const transport: Transport = { send: (request, signal) => send(core, apiKey, request, signal) };
  return { transport, apiKey, projectId, projectName, control };
}

async function send(
  core: SandboxCore,
  apiKey: string,
  { method, path, template, body }: ApiRequest,
  signal: AbortSignal,
): Promise<ApiResponse> {
  try {
    const response = await core.answer(
      {
        method,
        url: origin + path,
        authorization: `Bearer ${apiKey}`,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      },
      signal,
    );
    signal.throwIfAborted();
    return toApiResponse(response);
  } catch (error) {
    if (signal.aborted) throw new PostHogError('cancelled', { method, template });
    throw error;
  }
}

/** Bodies pass as text, as they would over a wire: nobody gets hold of the sandbox's own objects. */
function toApiResponse({ status, headers, body }: SandboxResponse): ApiResponse {
  const contentType = (headers['content-type'] ?? '').split(';')[0]?.trim() ?? '';
  return {
    status,
    contentType,
    body: contentType === 'application/json' ? (JSON.parse(body) as unknown) : body,
  };
}
