import { type AxiosError, type AxiosResponse, create, isAxiosError } from 'axios';
import { PostHogError, type PostHogErrorKind } from '../core/api/errors';
import type { ApiRequest, ApiResponse, Transport } from '../core/api/transport';

export interface AxiosTransportOptions {
  /** Scheme, host and port: `https://us.posthog.com`. */
  readonly host: string;
  readonly token: string;
  readonly timeoutMs?: number;
}

/** Far above any answer of PostHog's, far below what would hurt the editor. */
const maxAnswerBytes = 20_000_000;

/**
 * PostHog over HTTP. VS Code patches Node's http stack to follow the user's proxy and certificates, hence the order
 * of adapters and no proxy handling of axios' own (which would also send loopback requests to a proxy).
 */
export function createAxiosTransport(options: AxiosTransportOptions): Transport {
  const http = create({
    baseURL: options.host,
    adapter: ['http', 'fetch'],
    proxy: false,
    timeout: options.timeoutMs ?? 30_000,
    maxContentLength: maxAnswerBytes,
    headers: { Authorization: `Bearer ${options.token}`, 'X-PostHog-Client': 'experiment-lens' },
    // Answers are told apart by status and content type here, not by axios.
    responseType: 'text',
    transformResponse: (body: unknown) => body,
    validateStatus: () => true,
    transitional: { clarifyTimeoutError: true },
  });

  return {
    async send(request, signal) {
      try {
        const { method, path: url, body: data } = request;
        return toApiResponse(request, await http.request<unknown>({ method, url, data, signal }));
      } catch (error) {
        // The axios error holds the Authorization header: it must not travel further, not even as a cause.
        throw error instanceof PostHogError ? error : connectionError(request, error);
      }
    },
  };
}

function toApiResponse(request: ApiRequest, response: AxiosResponse<unknown>): ApiResponse {
  const contentType = String(response.headers['content-type'] ?? '')
    .split(';', 1)
    .join('')
    .trim()
    .toLowerCase();
  const retryAfter = Number(response.headers['retry-after']);
  return {
    status: response.status,
    contentType,
    body: contentType === 'application/json' ? parseJson(request, response) : response.data,
    ...(retryAfter > 0 && { retryAfterSeconds: retryAfter }),
  };
}

function parseJson(request: ApiRequest, response: AxiosResponse<unknown>): unknown {
  if (typeof response.data !== 'string' || response.data === '') return undefined;
  try {
    return JSON.parse(response.data);
  } catch {
    const { method, template } = request;
    throw new PostHogError('badResponse', {
      method,
      template,
      status: response.status,
      code: 'malformed JSON',
    });
  }
}

function connectionError({ method, template }: ApiRequest, error: unknown): PostHogError {
  const { code, message } = isAxiosError(error) ? error : ({} as Partial<AxiosError>);
  return new PostHogError(connectionKind(code ?? '', message ?? ''), {
    method,
    template,
    ...(code !== undefined && { code }),
  });
}

function connectionKind(code: string, message: string): PostHogErrorKind {
  if (code === 'ERR_CANCELED') return 'cancelled';
  if (code === 'ETIMEDOUT' || code === 'ECONNABORTED') return 'timeout';
  if (/CERT|SELF_SIGNED|VERIFY_LEAF|_TLS_/.test(code)) return 'certificate';
  if (code === 'ERR_BAD_RESPONSE' || code === 'ERR_FR_TOO_MANY_REDIRECTS') return 'badResponse';
  if (/proxy|tunnel/i.test(message)) return 'proxy';
  return 'offline';
}
