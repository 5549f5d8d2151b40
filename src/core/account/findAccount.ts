import type { PostHogClient } from '../api/client';
import { PostHogError } from '../api/errors';
import { type CheckedKey, checkKey } from './checkKey';
import { otherRegion, regions } from './host';

export interface FoundAccount extends CheckedKey {
  /** The host that knows the key: of PostHog's two clouds perhaps the other one. */
  readonly host: string;
}

/**
 * Checks a key at a host. When one of PostHog's clouds does not know it, the other is tried before giving up: a key
 * works in one of them only, and mixing them up looks like a wrong key.
 * @throws PostHogError what the host that was asked for answered
 */
export async function findAccount(
  clientFor: (host: string) => Promise<PostHogClient>,
  host: string,
  signal: AbortSignal,
): Promise<FoundAccount> {
  try {
    return { host, ...(await checkKey(await clientFor(host), signal)) };
  } catch (error) {
    const other =
      error instanceof PostHogError && error.kind === 'unauthorized' ? otherRegion(host) : undefined;
    if (other === undefined) throw error;
    try {
      return { host: regions[other], ...(await checkKey(await clientFor(regions[other]), signal)) };
    } catch {
      // What the other cloud says of a key that was never meant for it helps nobody.
      throw error;
    }
  }
}
