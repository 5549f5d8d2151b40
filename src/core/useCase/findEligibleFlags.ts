import type { ListedFlag } from '../model/featureFlag';
import type { Session } from '../session';

export interface FoundFlags {
  readonly flags: readonly ListedFlag[];
  /** There are more that fit: the search has to be narrower. */
  readonly hasMore: boolean;
}

/** As many as a person looks through. */
const enough = 50;
const pageSize = 100;
/** Some servers answer pages that are chosen later, down to none. */
const maxPages = 5;

/**
 * Flags that an experiment can be made on, by a part of their key or name, the newest first. Nothing of it is kept.
 * @throws PostHogError
 */
export async function findEligibleFlags(
  session: Session,
  search: string,
  signal: AbortSignal,
): Promise<FoundFlags> {
  const { client, projectId } = session;
  const flags: ListedFlag[] = [];
  let offset: number | undefined = 0;
  for (let page = 0; page < maxPages && offset !== undefined && flags.length < enough; page++) {
    const filters = { ...(search !== '' && { search }), limit: pageSize, offset };
    const found = await client.experiments.eligibleFlags(projectId, filters, signal);
    flags.push(...found.flags);
    offset = found.nextOffset;
  }
  return { flags: flags.slice(0, enough), hasMore: flags.length > enough || offset !== undefined };
}
