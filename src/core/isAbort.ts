import { PostHogError } from './api/errors';

/** A cancellation is what somebody wanted, not an error to tell. */
export function isAbort(error: unknown): boolean {
  if (error instanceof PostHogError) return error.kind === 'cancelled';
  return error instanceof Error && error.name === 'AbortError';
}
