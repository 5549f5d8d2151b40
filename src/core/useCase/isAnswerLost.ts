import { PostHogError, type PostHogErrorKind } from '../api/errors';

const losses: ReadonlySet<PostHogErrorKind> = new Set(['offline', 'timeout', 'server', 'badResponse']);

/** Whether PostHog may have done all the same what it was asked for, or may be about to. */
export function isAnswerLost(error: unknown): error is PostHogError {
  return error instanceof PostHogError && losses.has(error.kind);
}
