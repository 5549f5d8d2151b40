import { createApiCaller } from '../../../src/core/api/caller';
import { PostHogClient } from '../../../src/core/api/client';
import type { ApiRequest } from '../../../src/core/api/transport';
import { FakeTransport, type Answer } from './fakeTransport';

/** What the client asks of a server that answers so in turn, and what comes of it: an answer or what it rejects with. */
export async function ask<T>(
  answers: Answer[],
  use: (client: PostHogClient) => Promise<T>,
): Promise<{ readonly requests: readonly ApiRequest[]; readonly outcome: PromiseSettledResult<T> }> {
  const transport = new FakeTransport(answers);
  const [outcome] = await Promise.allSettled([use(new PostHogClient(createApiCaller(transport)))]);
  return { requests: transport.requests, outcome };
}

/** The same where all goes well. */
export async function answerOf<T>(answers: Answer[], use: (client: PostHogClient) => Promise<T>): Promise<T> {
  const { outcome } = await ask(answers, use);
  if (outcome.status === 'rejected') throw outcome.reason;
  return outcome.value;
}

/** `GET /api/…?a=b` with its body, if there is one: all of a request that a server sees. */
export function lineOf({ method, path, body }: ApiRequest): string {
  const text = `${method} ${decodeURIComponent(path.replaceAll('+', ' '))}`;
  return body === undefined ? text : `${text} ${JSON.stringify(body)}`;
}

export const notFound: Answer = {
  status: 404,
  body: { type: 'invalid_request', code: 'not_found', detail: 'Not found.', attr: null },
};
