import type { ApiRequest } from './transport';

export type PostHogErrorKind =
  | 'offline'
  | 'timeout'
  | 'certificate'
  | 'proxy'
  | 'unauthorized'
  | 'forbidden'
  | 'notFound'
  /** The PostHog is too old for what was asked of it. */
  | 'unsupported'
  | 'conflict'
  | 'invalid'
  | 'rateLimited'
  | 'server'
  | 'badResponse'
  | 'cancelled';

export interface PostHogErrorDetails {
  readonly method: string;
  /** Path with ids replaced by names: safe to log and to show. */
  readonly template: string;
  readonly status?: number;
  /** The server's own sentence, untrusted text. */
  readonly serverMessage?: string;
  /** The field the server complained about, nested parts joined with `__`. */
  readonly field?: string;
  /** What the machine says of it, for example `ECONNREFUSED` or `required`. */
  readonly code?: string;
  readonly retryAfterSeconds?: number;
  /** Another host that this one wants requests sent to; the code is then `redirect`. */
  readonly redirectTo?: string;
  /** What stands against a write, where PostHog tells (409). */
  readonly conflict?: WriteConflict;
}

export type WriteConflict =
  /** A policy of the organization wants a person to approve the change first. */
  | { readonly reason: 'approval'; readonly changeRequestId: string }
  /** Somebody else wrote after the version that was sent: these parts cannot be merged; none are named without a base. */
  | {
      readonly reason: 'stale';
      readonly currentVersion: number | undefined;
      readonly fields: readonly string[];
      readonly metricUuids: readonly string[];
    };

/** The same in every bundle: net and sandbox are built into files of their own, each with its own copy of the class. */
const brand = Symbol.for('experiment-lens.PostHogError');

/**
 * The one error of everything that talks to PostHog. It is born in net and in core/api and nowhere else, and it
 * carries neither headers nor bodies, so that it can be logged and shown as it is.
 */
export class PostHogError extends Error {
  override readonly name = 'PostHogError';
  readonly [brand] = true;

  static override [Symbol.hasInstance](value: unknown): value is PostHogError {
    return typeof value === 'object' && value !== null && brand in value;
  }

  constructor(
    readonly kind: PostHogErrorKind,
    readonly details: PostHogErrorDetails,
  ) {
    super(
      `${details.method} ${details.template}: ${kind}` +
        (details.status === undefined ? '' : ` (${details.status})`) +
        (details.code === undefined ? '' : ` ${details.code}`) +
        (details.redirectTo === undefined ? '' : ` to ${details.redirectTo}`) +
        (details.serverMessage === undefined ? '' : `: ${details.serverMessage}`),
    );
  }
}

/** What a request rejects with when its caller left before it was sent. */
export function cancelledRequest({ method, template }: ApiRequest): PostHogError {
  return new PostHogError('cancelled', { method, template });
}
