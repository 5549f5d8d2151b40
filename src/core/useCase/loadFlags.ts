import type { ListedFlag } from '../model/featureFlag';
import type { Session } from '../session';
import { idle, lastLoaded, type Resource } from '../store/resource';
import type { FlagQuery, FlagReading } from '../store/store';
import { fetchResource } from './fetchResource';

/** What PostHog gives at once. */
const pageSize = 100;

/**
 * Reads a list of the flags an experiment can be made on until at least so many are there, or all: on from what was
 * read of the same list before, each page into the store as it comes. Another list takes the place of the one before.
 * Resolves when they are in the store or the failure is, with what was read until then; when it is cancelled, what was
 * read stays too.
 * @param fresh begins again; what was read before stays in its place until the new reading is complete
 */
export async function loadFlags(
  session: Session,
  query: FlagQuery,
  { atLeast, fresh }: { readonly atLeast: number; readonly fresh: boolean },
  signal: AbortSignal,
): Promise<void> {
  const { store } = session;
  const current = () => readingOf(session, query);
  if (!current()) store.update((state) => ({ ...state, flags: { query, reading: idle } }));
  let again = fresh;
  // Who joins a reading that wants less goes on when that is done.
  while (again || isShort(current(), atLeast)) {
    const from = again ? undefined : lastLoaded(current());
    const progress = again
      ? () => undefined
      : (value: FlagReading) =>
          put({ state: 'loading', previous: { value, loadedMs: from?.loadedMs ?? session.now() } });
    again = false;
    await fetchResource<FlagReading>(
      session,
      {
        key: `flags/${keyOf(query)}`,
        fetch: (flightSignal) =>
          readOn(session, query, { from: from?.value, atLeast, progress }, flightSignal),
        current,
        // The whole is as old as its oldest page.
        put: (reading) =>
          put(reading.state === 'ready' && from ? { ...reading, loadedMs: from.loadedMs } : reading),
      },
      signal,
    );
    if (current()?.state !== 'ready') return;
  }

  function put(reading: Resource<FlagReading>): void {
    // A list that was left for another must not come back by its late answer.
    if (current()) store.update((state) => ({ ...state, flags: { query, reading } }));
  }
}

/** What is known of this list; undefined when the store holds another one. */
export function readingOf({ store }: Session, query: FlagQuery): Resource<FlagReading> | undefined {
  const { flags } = store.state;
  return flags && keyOf(flags.query) === keyOf(query) ? flags.reading : undefined;
}

function isShort(reading: Resource<FlagReading> | undefined, atLeast: number): boolean {
  const known = lastLoaded(reading)?.value;
  return !known || (known.nextOffset !== undefined && known.flags.length < atLeast);
}

async function readOn(
  { client, projectId }: Session,
  query: FlagQuery,
  {
    from,
    atLeast,
    progress,
  }: {
    readonly from: FlagReading | undefined;
    readonly atLeast: number;
    readonly progress: (reading: FlagReading) => void;
  },
  signal: AbortSignal,
): Promise<FlagReading> {
  for (let known = from; ; progress(known)) {
    const { flags, count, nextOffset, unreadable, source } = await client.experiments.eligibleFlags(
      projectId,
      { ...query, limit: pageSize, offset: known?.nextOffset ?? 0 },
      signal,
    );
    known = {
      flags: withoutTwins([...(known?.flags ?? []), ...flags]),
      count,
      nextOffset,
      unreadable: (known?.unreadable ?? 0) + unreadable,
      source,
    };
    if (nextOffset === undefined || known.flags.length >= atLeast) return known;
  }
}

/** A flag made while the list was being read shifts the others to a page where they come a second time. */
function withoutTwins(flags: readonly ListedFlag[]): readonly ListedFlag[] {
  return [...new Map(flags.map((flag) => [flag.id, flag])).values()];
}

function keyOf(query: FlagQuery): string {
  const { search, active, createdById, evaluationRuntime, order } = query;
  return JSON.stringify([search, active, createdById, evaluationRuntime, order]);
}
