import * as v from 'valibot';
import type { ApiCaller } from './caller';
import { endpoint } from './endpoint';
import { PostHogError } from './errors';

/**
 * Tells the two meanings of 404 apart: no such experiment, or a PostHog from before the endpoint. When the experiment
 * can be read, the second is what it was.
 * @throws PostHogError unsupported instead of not found when the server is too old
 */
export async function explainNotFound<T>(
  call: ApiCaller,
  answer: Promise<T>,
  ids: { readonly project: number; readonly id: number },
  signal: AbortSignal,
): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof PostHogError) || error.kind !== 'notFound') throw error;
    await call(endpoint('GET', '/api/projects/:project/experiments/:id/', ids), v.unknown(), signal);
    throw new PostHogError('unsupported', error.details);
  }
}
