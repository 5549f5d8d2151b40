/** One HTTP exchange as the core sees it. Who carries it (axios, the embedded sandbox) is not the core's business. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Path and query below the host, for example `/api/projects/42/experiments/?limit=100`. */
  readonly path: string;
  /** The path with ids replaced by names, fit for logs: `/api/projects/:project/experiments/`. */
  readonly template: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** 2 for the first repetition; absent means 1. For the log. */
  readonly tryNumber?: number;
}

export interface ApiResponse {
  readonly status: number;
  /** Lower-case media type without parameters, for example `application/json`; empty when there is none. */
  readonly contentType: string;
  /** Parsed JSON when the media type says so and it parses, else the text. */
  readonly body: unknown;
  /** Seconds of a Retry-After header, when there is one. */
  readonly retryAfterSeconds?: number;
  /** Where a redirect leads, when that is another origin. */
  readonly redirectTo?: string;
}

/**
 * Carries a request to one host with one credential. Any HTTP status resolves; only an exchange that did not
 * happen rejects, with a PostHogError of kind offline, timeout, certificate, proxy, badResponse or cancelled.
 */
export interface Transport {
  send(request: ApiRequest, signal: AbortSignal): Promise<ApiResponse>;
}
