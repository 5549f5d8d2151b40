import type { ListedFlag } from '../model/featureFlag';
import type { Session } from '../session';

export interface AllFlags {
  readonly flags: readonly ListedFlag[];
  /** Flags that PostHog sent and that could not be read: the list is not whole. */
  readonly unreadable: number;
}

/**
 * Every flag of the project with its variants and payloads, read now; nothing of it is kept.
 * @throws PostHogError also when this account may not list flags
 */
export async function readAllFlags(session: Session, signal: AbortSignal): Promise<AllFlags> {
  const { rows, dropped } = await session.client.flags.list(session.projectId, {}, signal);
  return { flags: rows, unreadable: dropped };
}
