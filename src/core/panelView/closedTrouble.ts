import type { Trouble } from '../../shared/panelView';

/** Why a page cannot show the project it belongs to. */
export type ClosedReason = 'signedOut' | 'noProject' | 'otherAccount' | 'otherProject' | 'failed';

const troubles: Readonly<Record<ClosedReason, Trouble>> = {
  signedOut: {
    title: 'You are signed out.',
    sentence: 'Sign in to see this page again.',
    remedy: 'signIn',
  },
  noProject: {
    title: 'No project is selected.',
    sentence: 'Select the PostHog project of this page to see it again.',
    remedy: 'selectProject',
  },
  otherAccount: {
    title: 'Another account is signed in.',
    sentence: 'Sign in with the account of this page to see it again.',
    remedy: 'signIn',
  },
  otherProject: {
    title: 'Another project is open.',
    sentence: 'Select the PostHog project of this page to see it again.',
    remedy: 'selectProject',
  },
  failed: {
    title: 'The account could not be opened.',
    sentence: 'The log tells why.',
    remedy: 'retry',
  },
};

/** @param cause what went wrong, in a sentence, where that is known */
export function closedTrouble(reason: ClosedReason, cause?: string): Trouble {
  return { ...troubles[reason], ...(cause !== undefined && { sentence: cause }) };
}
