/** PostHog's two clouds. A key works in one of them only. */
export const regions = { us: 'https://us.posthog.com', eu: 'https://eu.posthog.com' } as const;
export type Region = keyof typeof regions;

/** The other cloud, undefined for an instance of one's own. */
export function otherRegion(host: string): Region | undefined {
  if (host === regions.us) return 'eu';
  return host === regions.eu ? 'us' : undefined;
}

/** Whether a key sent there can be read on the way: plain http to another machine. @param host an origin */
export function isUnencrypted(host: string): boolean {
  const { protocol, hostname } = new URL(host);
  return protocol === 'http:' && !/^((.+\.)?localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

/**
 * The origin of whatever address a person pastes: a page of the web app, an ingestion host, a bare name.
 * @returns scheme, host and port (and nothing of the path), or undefined when it is no web address
 */
export function normalizeHost(text: string): string | undefined {
  const trimmed = text.trim();
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname, origin } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  switch (hostname) {
    case 'app.posthog.com':
    case 'posthog.com':
    case 'us.i.posthog.com':
    case 'us.posthog.com':
      return regions.us;
    case 'eu.i.posthog.com':
    case 'eu.posthog.com':
      return regions.eu;
    default:
      return origin;
  }
}
