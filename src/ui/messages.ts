import { cutText } from '../shared/cutText';
import { inertText } from '../core/experiment/inertText';
import type { PostHogError } from '../core/api/errors';

/** A failure in words: what happened, in the server's own sentence where it sent one, and what helps. */
export function describeError(error: PostHogError): string {
  const { serverMessage, field, retryAfterSeconds, status, redirectTo, conflict } = error.details;
  const said =
    serverMessage === undefined ? '' : ` PostHog says: ${field ? `${field}: ` : ''}${oneLine(serverMessage)}`;
  switch (error.kind) {
    case 'offline':
      return 'PostHog cannot be reached. Check the network connection and the host.';
    case 'timeout':
      return 'PostHog did not answer in time.';
    case 'certificate':
      return 'The certificate of the PostHog host is not trusted. Add its authority to the certificates of your system.';
    case 'proxy':
      return 'The proxy did not let the request through. Check the setting http.proxy.';
    case 'unauthorized':
      return `PostHog does not accept the API key.${said}`;
    case 'forbidden':
      return `The API key or your account may not do this.${said}`;
    case 'notFound':
      return `PostHog does not know this${serverMessage === undefined ? '.' : `: ${oneLine(serverMessage)}`}`;
    case 'unsupported':
      return 'This PostHog is too old for that: newer ones can do it.';
    case 'conflict':
      if (conflict?.reason === 'approval')
        return `Somebody has to approve this change in PostHog first.${said}`;
      return `Somebody changed this meanwhile. Load it again and look what is new.${said}`;
    case 'invalid':
      return said === '' ? `PostHog refused the request (${status}).` : said.trim();
    case 'rateLimited':
      return `PostHog asks to slow down.${retryAfterSeconds === undefined ? '' : ` Try again in ${retryAfterSeconds} s.`}`;
    case 'server':
      return `PostHog failed to answer (${status}).${said}`;
    case 'badResponse':
      if (redirectTo !== undefined) {
        return `The host sends requests on to ${redirectTo}. Is PostHog there? Then sign in with that address.`;
      }
      return 'The host answered, but not like PostHog. Is the host right, or does a login page stand before it?';
    case 'cancelled':
      return 'Cancelled.';
  }
}

/** A failure that is not PostHog's, for example of the editor's secret storage. */
export function describeFailure(name: string, error: unknown): string {
  return `Experiment Lens failed at ${name}: ${oneLine(error instanceof Error ? error.message : String(error))}`;
}

/** Two or three words for a row that has no room for a sentence. */
export function errorTitle(error: PostHogError): string {
  switch (error.kind) {
    case 'offline':
    case 'timeout':
    case 'proxy':
      return 'Offline';
    case 'unauthorized':
      return 'API key not accepted';
    case 'forbidden':
      return 'Not allowed';
    case 'rateLimited':
      return 'Too many requests';
    case 'certificate':
      return 'Certificate not trusted';
    case 'notFound':
      return 'Not found';
    case 'unsupported':
      return 'PostHog too old';
    case 'conflict':
    case 'invalid':
    case 'server':
    case 'badResponse':
      return 'PostHog failed';
    case 'cancelled':
      return 'Cancelled';
  }
}

/** Untrusted text for a notification: no line breaks, no end. */
function oneLine(text: string): string {
  return cutText(inertText(text).trim(), 300);
}
