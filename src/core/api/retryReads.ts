import { cancelledRequest, PostHogError } from './errors';
import { responseError } from './responseError';
import { sleep } from './sleep';
import type { ApiRequest, ApiResponse, Transport } from './transport';

const maxTries = 3;
const firstWaitMs = 300;
/** When PostHog asks to slow down without saying for how long. */
const firstThrottledWaitMs = 5_000;
/** Whoever has to wait longer is told so at once instead. */
const maxWaitMs = 10_000;

/**
 * Sends a read again when what went wrong may be over in a moment: no connection, no answer in time, too many
 * requests, a server that failed. Waits between tries for as long as PostHog asks, else for a random part of a span
 * that doubles, so that many clients do not come back at the same time. Writes are sent once: PostHog knows no way to
 * tell a repeated one.
 */
export function retryReads(
  transport: Transport,
  {
    random = Math.random,
    wait = sleep,
  }: { readonly random?: () => number; readonly wait?: typeof sleep } = {},
): Transport {
  return {
    async send(request, signal) {
      if (request.method !== 'GET') return transport.send(request, signal);
      for (let tryNumber = 1; ; tryNumber++) {
        const outcome = await settle(transport.send({ ...request, tryNumber }, signal));
        const failure = passingFailure(request, outcome);
        const waitMs = failure && waitBeforeNext(failure, tryNumber, random);
        if (waitMs === undefined || tryNumber === maxTries) return conclude(outcome);
        await wait(waitMs, signal).catch((error: unknown) => {
          throw signal.aborted ? cancelledRequest(request) : error;
        });
      }
    },
  };
}

type Outcome = { readonly response: ApiResponse } | { readonly error: unknown };

async function settle(answer: Promise<ApiResponse>): Promise<Outcome> {
  try {
    return { response: await answer };
  } catch (error) {
    return { error };
  }
}

function conclude(outcome: Outcome): ApiResponse {
  if ('error' in outcome) throw outcome.error;
  return outcome.response;
}

/** The failure, if it is one that may pass. */
function passingFailure(request: ApiRequest, outcome: Outcome): PostHogError | undefined {
  if ('response' in outcome) {
    return mayPass(outcome.response.status) ? responseError(request, outcome.response) : undefined;
  }
  const { error } = outcome;
  const isPassing = error instanceof PostHogError && (error.kind === 'offline' || error.kind === 'timeout');
  return isPassing ? error : undefined;
}

/** 501 will never be implemented; 512 and 513 are PostHog's words for a query too slow or too big to be answered. */
function mayPass(status: number): boolean {
  if (status === 408 || status === 429) return true;
  return status >= 500 && status !== 501 && status !== 512 && status !== 513;
}

/** Undefined when it is too long to let a person wait. */
function waitBeforeNext(failure: PostHogError, tryNumber: number, random: () => number): number | undefined {
  const { retryAfterSeconds } = failure.details;
  if (retryAfterSeconds !== undefined) {
    const askedMs = retryAfterSeconds * 1000;
    return askedMs > maxWaitMs ? undefined : askedMs;
  }
  const spanMs = (failure.kind === 'rateLimited' ? firstThrottledWaitMs : firstWaitMs) * 2 ** (tryNumber - 1);
  return random() * Math.min(spanMs, maxWaitMs);
}
