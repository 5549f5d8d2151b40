import { PostHogError } from '../api/errors';
import { flagInUse, flagKeyObstacle } from '../experiment/flagKey';
import type { ListedFlag } from '../model/featureFlag';
import type { Session } from '../session';
import { requireExperiments } from './requireExperiments';

/** What stands at the key of a flag that a new experiment is to use. */
export type FlagKeyCheck =
  | { readonly kind: 'obstacle'; readonly obstacle: string }
  /** PostHog will make the flag. */
  | { readonly kind: 'free' }
  /** PostHog links the flag as it is and makes none. */
  | { readonly kind: 'exists'; readonly flag: ListedFlag }
  /** The API key may not read flags, so it is one or the other. */
  | { readonly kind: 'unknown' };

/**
 * Whether a new experiment may use the key, and what is there already: PostHog makes the flag only when there is none,
 * and links an existing one without a word. @throws PostHogError when that could not be found out
 */
export async function checkFlagKey(session: Session, key: string): Promise<FlagKeyCheck> {
  const taken = new Set((await requireExperiments(session)).map(({ flagKey }) => flagKey));
  const obstacle = flagKeyObstacle(key, taken);
  if (obstacle !== undefined) return { kind: 'obstacle', obstacle };
  const flag = await findFlag(session, key);
  if (flag === undefined) return { kind: 'free' };
  if (flag === 'unknown') return { kind: 'unknown' };
  if (flag.experimentIds.length > 0) return { kind: 'obstacle', obstacle: flagInUse };
  if (flag.variants.length < 2) {
    return {
      kind: 'obstacle',
      obstacle: `The feature flag ${key} exists and has no variants. An experiment needs a flag with two or more.`,
    };
  }
  return { kind: 'exists', flag };
}

async function findFlag(session: Session, key: string): Promise<ListedFlag | 'unknown' | undefined> {
  try {
    return await session.client.flags.find(session.projectId, key, session.signal);
  } catch (error) {
    if (error instanceof PostHogError && error.kind === 'forbidden') return 'unknown';
    throw error;
  }
}
