import { PostHogError } from '../../core/api/errors';
import { isAbort } from '../../core/isAbort';
import { describeError } from '../messages';

/** What PostHog has against something a person entered, who may mend it. Anything else is thrown on. */
export function problemOf(error: unknown): { readonly kind: 'problem'; readonly problem: string } {
  if (!(error instanceof PostHogError) || isAbort(error)) throw error;
  return { kind: 'problem', problem: describeError(error) };
}
