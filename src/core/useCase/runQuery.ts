import { PostHogError } from '../api/errors';
import type { ExperimentQuery } from '../api/resultsApi';
import { sleep as sleepForReal } from '../api/sleep';
import type { QueryState } from '../api/wire/query';
import type { Session } from '../session';

export type QueryAnswer = Omit<Extract<QueryState, { state: 'complete' }>, 'state'>;

/** Many queries end within seconds; those that do not are asked after less and less often. */
const firstWaitMs = 1_000;
const maxWaitMs = 5_000;
const growth = 1.5;
/** PostHog may compute for ten minutes; nobody looks at a page for so long. */
const maxRunMs = 5 * 60_000;
/** Cancelling must not outlive its reason by much. */
const cancelWithinMs = 10_000;

/**
 * Computes a query in PostHog and waits for its answer, which may come from PostHog's cache (up to a day old).
 * When `signal` aborts or the time is up, the computation is cancelled in PostHog too.
 * @param options.anew computes it now, whatever PostHog has in its cache
 * @param options.onProgress how long it has been running, told before each wait
 * @throws PostHogError of `startQuery` or `pollQuery`; timeout after five minutes; the reason of the signal
 */
export async function runQuery(
  { client, projectId, now }: Pick<Session, 'client' | 'projectId' | 'now'>,
  query: ExperimentQuery,
  signal: AbortSignal,
  {
    anew = false,
    onProgress,
    sleep = sleepForReal,
  }: {
    readonly anew?: boolean;
    readonly onProgress?: (elapsedMs: number) => void;
    readonly sleep?: typeof sleepForReal;
  } = {},
): Promise<QueryAnswer> {
  const begunMs = now();
  let answer = await client.results.startQuery(projectId, query, signal, anew ? 'force_async' : 'async');
  for (let waitMs = firstWaitMs; answer.state === 'running'; waitMs = Math.min(waitMs * growth, maxWaitMs)) {
    const { queryId }: { queryId: string } = answer;
    try {
      const elapsedMs = now() - begunMs;
      if (elapsedMs >= maxRunMs) throw tooSlow();
      onProgress?.(elapsedMs);
      await sleep(waitMs, signal);
      answer = await client.results.pollQuery(projectId, queryId, signal);
    } catch (error) {
      // What failed by itself is over in PostHog.
      if (signal.aborted || isTimeout(error)) void cancel(queryId);
      throw error;
    }
  }
  return answer;

  async function cancel(queryId: string): Promise<void> {
    try {
      await client.results.cancelQuery(projectId, queryId, AbortSignal.timeout(cancelWithinMs));
    } catch (error) {
      // It may have ended meanwhile, or ends by itself: nobody waits for it any more.
      if (!(error instanceof PostHogError)) throw error;
    }
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof PostHogError && error.kind === 'timeout';
}

function tooSlow(): PostHogError {
  return new PostHogError('timeout', { method: 'GET', template: '/api/projects/:project/query/:query/' });
}
