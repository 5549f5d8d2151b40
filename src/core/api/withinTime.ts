import { PostHogError } from './errors';

/**
 * Work that a limit of its own ends. What the limit cancels rejects as a timeout: nobody but the clock wanted it.
 * @param signal of somebody who may want it to end too; that stays a cancellation
 */
export async function withinTime<T>(
  timeoutMs: number,
  work: (signal: AbortSignal) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const limit = AbortSignal.timeout(timeoutMs);
  try {
    return await work(signal ? AbortSignal.any([limit, signal]) : limit);
  } catch (error) {
    const isLate = limit.aborted && signal?.aborted !== true;
    if (isLate && error instanceof PostHogError && error.kind === 'cancelled') {
      throw new PostHogError('timeout', error.details);
    }
    throw error;
  }
}
