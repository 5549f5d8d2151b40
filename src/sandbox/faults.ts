import { errorBody, invalid } from './errors';
import { integer, readFields, text } from './fields';
import type { JsonObject } from './json';

/** Something that goes wrong on purpose. */
export interface Fault {
  /** Regular expression found in the path and query; a plain piece of it will do. Default: every path. */
  readonly path?: string;
  /** Default: every method. */
  readonly method?: string;
  /** Answers with this status, before the request is looked at. Default: the real answer. */
  readonly status?: number;
  /** Waits so long before answering. */
  readonly delayMs?: number;
  /** Works for so many requests. Default: until cleared. */
  readonly times?: number;
}

export interface FaultEffect {
  readonly status: number | undefined;
  readonly delayMs: number;
}

/** The faults in force and the latency of every answer. */
export class FaultControl {
  /** Added to every answer. */
  latencyMs = 0;
  private active: { readonly fault: Fault; readonly path: RegExp; left: number }[] = [];

  /** The newest fault that fits decides. @throws SyntaxError when `path` is no regular expression */
  add(fault: Fault): void {
    this.active.unshift({ fault, path: new RegExp(fault.path ?? ''), left: fault.times ?? Infinity });
  }

  clear(): void {
    this.active = [];
  }

  /** What happens to a request; uses up one of the fault's times. @param path with query */
  take(method: string, path: string): FaultEffect {
    const hit = this.active.find(
      (candidate) => candidate.path.test(path) && (candidate.fault.method ?? method).toUpperCase() === method,
    );
    if (hit && --hit.left <= 0) this.active = this.active.filter((candidate) => candidate !== hit);
    return { status: hit?.fault.status, delayMs: this.latencyMs + (hit?.fault.delayMs ?? 0) };
  }
}

/** A fault as a JSON body tells it. @throws ApiRefusal 400 */
export function readFault(body: JsonObject): Fault {
  const fault = readFields<Required<Fault>>(
    { path: text({ blank: true }), method: text(), status: integer, delayMs: integer, times: integer },
    body,
  );
  const { status = 200, path = '' } = fault;
  if (status < 200 || status > 599) throw invalid('A status is a number from 200 to 599.', 'status');
  try {
    RegExp(path);
  } catch {
    throw invalid('Not a regular expression.', 'path');
  }
  return fault;
}

/** What a PostHog says, as far as it says anything, when it fails with a status. */
export function faultBody(status: number): unknown {
  switch (status) {
    case 401:
      return errorBody(
        'authentication_error',
        'authentication_failed',
        'Personal API key found in request Authorization header is invalid.',
      );
    case 403:
      return errorBody('authentication_error', 'permission_denied', "You don't have access to the project.");
    case 404:
      return errorBody('invalid_request', 'not_found', 'Not found.');
    case 429:
      return errorBody(
        'throttled_error',
        'throttled',
        'Request was throttled. Expected available in 34 seconds.',
      );
    default:
      return status < 500
        ? errorBody('validation_error', 'invalid_input', 'Invalid input.')
        : errorBody('server_error', 'error', 'A server error occurred.');
  }
}
