import { type AxiosError, type AxiosResponse, create } from 'axios';
import { PostHogError, type PostHogErrorKind } from '../core/api/errors';
import type { ApiRequest, ApiResponse, Transport } from '../core/api/transport';

export interface AxiosTransportOptions {
  /** Scheme, host and port: `https://us.posthog.com`. */
  readonly host: string;
  readonly token: string;
  /** Of one exchange from start to end, 20 s unless it is said. */
  readonly timeoutMs?: number;
}

/**
 * What PostHog's activity log calls this client. A browser host says nothing: PostHog lets no page of another origin
 * send this header, and the browser would refuse the whole request.
 */
const clientName: Readonly<Record<string, string>> =
  typeof process === 'undefined' ? {} : { 'X-PostHog-Client': 'experiment-lens' };

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
    // A 301 would turn a POST into a GET, and the key belongs to this host alone.
    maxRedirects: 0,
    maxContentLength: maxAnswerBytes,
    headers: { Authorization: `Bearer ${options.token}`, ...clientName },
    // Answers are told apart by status and content type here, not by axios.
    responseType: 'text',
    transformResponse: (body: unknown) => body,
    validateStatus: () => true,
  });

  return {
    async send(request, callerSignal) {
      const { method, path: url, body: data } = request;
      // The timeout of axios ends when the headers arrive: an answer that stalls behind them would never end.
      const deadline = new AbortController();
      const timer = setTimeout(() => deadline.abort(), options.timeoutMs ?? 20_000);
      const signal = AbortSignal.any([callerSignal, deadline.signal]);
      try {
        return toApiResponse(await http.request<unknown>({ method, url, data, signal }), options.host);
      } catch (error) {
        // The axios error holds the Authorization header: it must not travel further, not even as a cause.
        const isLate = deadline.signal.aborted && !callerSignal.aborted;
        throw connectionError(request, isLate ? { code: 'ETIMEDOUT' } : error);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

function toApiResponse(response: AxiosResponse<unknown>, host: string): ApiResponse {
  const contentType = String(response.headers['content-type'] ?? '')
    .split(';', 1)
    .join('')
    .trim()
    .toLowerCase();
  const retryAfter = Number(response.headers['retry-after']);
  const redirectTo = otherOrigin(response.headers['location'], host);
  return {
    status: response.status,
    contentType,
    body: contentType === 'application/json' ? parseJson(response.data) : response.data,
    ...(retryAfter > 0 && { retryAfterSeconds: retryAfter }),
    ...(redirectTo !== undefined && { redirectTo }),
  };
}

/** Of the header of a redirect; undefined when it leads nowhere else. */
function otherOrigin(location: unknown, host: string): string | undefined {
  if (typeof location !== 'string' || !URL.canParse(location, host)) return undefined;
  const { protocol, origin } = new URL(location, host);
  return /^https?:$/.test(protocol) && origin !== new URL(host).origin ? origin : undefined;
}

/** Text that is no JSON stays text: what that means depends on the status, which is the core's business. */
function parseJson(text: unknown): unknown {
  if (typeof text !== 'string' || text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function connectionError({ method, template }: ApiRequest, error: unknown): PostHogError {
  const { code, message } = (error ?? {}) as Partial<AxiosError>;
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
  if (message.includes('maxContentLength')) return 'badResponse';
  if (/proxy|tunnel/i.test(message)) return 'proxy';
  return 'offline';
}
