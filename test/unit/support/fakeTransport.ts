import { PostHogError } from '../../../src/core/api/errors';
import type { ApiRequest, ApiResponse, Transport } from '../../../src/core/api/transport';
import { deferred } from './deferred';

/** What a test answers: 200 and JSON unless it says otherwise. An error is an exchange that did not happen. */
export type Answer = Partial<ApiResponse> | Error;
export type Respond = (request: ApiRequest, signal: AbortSignal) => Answer | Promise<Answer>;

/**
 * Answers from a function, or from a queue in turn, and records what was asked. An abort rejects as cancelled at once,
 * as with the real transports; a deaf one answers all the same.
 */
export class FakeTransport implements Transport {
  readonly requests: ApiRequest[] = [];

  constructor(
    private readonly answers: Respond | Answer[],
    private readonly hearing: 'hears aborts' | 'deaf' = 'hears aborts',
  ) {}

  async send(request: ApiRequest, signal: AbortSignal): Promise<ApiResponse> {
    this.requests.push(request);
    const answer = this.#answer(request, signal);
    const given = await (this.hearing === 'deaf' ? answer : cancellable(answer, request, signal));
    if (given instanceof Error) throw given;
    return { status: 200, contentType: 'application/json', body: undefined, ...given };
  }

  async #answer(request: ApiRequest, signal: AbortSignal): Promise<Answer> {
    if (typeof this.answers === 'function') return this.answers(request, signal);
    const next = this.answers.shift();
    if (next === undefined) throw new Error(`Nothing left to answer ${request.method} ${request.path} with.`);
    return next;
  }
}

async function cancellable(
  answer: Promise<Answer>,
  { method, template }: ApiRequest,
  signal: AbortSignal,
): Promise<Answer> {
  const { promise: cancelled, reject } = deferred<never>();
  const cancel = () => reject(new PostHogError('cancelled', { method, template }));
  if (signal.aborted) cancel();
  signal.addEventListener('abort', cancel);
  return Promise.race([cancelled, answer]).finally(() => signal.removeEventListener('abort', cancel));
}

/** The rows of a request to a list: its offset, its limit and what else it filters by. */
export function queryOf(request: ApiRequest): Readonly<Record<string, string>> {
  return Object.fromEntries(new URL(request.path, 'http://test').searchParams);
}

export function pathOf(request: ApiRequest): string {
  return new URL(request.path, 'http://test').pathname;
}
