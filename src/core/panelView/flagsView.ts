import { formatDay } from '../../shared/format';
import {
  type FlagOwner,
  flagPageSize,
  type FlagRowView,
  type FlagsContent,
  type FlagsPanelState,
  type FlagsView,
  type FlagsWanted,
} from '../../shared/panelFlags';
import type { PostHogError } from '../api/errors';
import type { ListedFlag } from '../model/featureFlag';
import { lastLoaded, type Resource } from '../store/resource';
import type { FlagQuery, FlagReading } from '../store/store';
import { pageTrouble } from './pageTrouble';

export interface KnownFlags {
  readonly projectName: string;
  /** Of the list that is wanted. */
  readonly reading: Resource<FlagReading> | undefined;
  /** Names of the project's experiments, as far as they are known. */
  readonly experimentNames: ReadonlyMap<number, string>;
  /** Owners seen so far, whatever the list. */
  readonly owners: readonly FlagOwner[];
}

/** One page of the flags that were read, and how much of the whole that is. */
export function toFlagsView(
  panel: FlagsPanelState,
  known: KnownFlags,
  options: { readonly hasWebApp: boolean; readonly describeError: (error: PostHogError) => string },
): FlagsView {
  const loaded = lastLoaded(known.reading);
  const wanted = loaded ? withPageIn(panel.wanted, loaded.value) : panel.wanted;
  return {
    state: { ...panel, wanted },
    content: loaded && toContent(wanted, loaded.value, known, options.hasWebApp),
    loading: known.reading?.state === 'loading',
    trouble: pageTrouble(known.reading, 'The flags', (error) =>
      error.kind === 'forbidden'
        ? `Browsing flags needs the scope feature_flag:read. ${options.describeError(error)}`
        : options.describeError(error),
    ),
    loadedMs: loaded?.loadedMs,
  };
}

/** What PostHog is asked for. */
export function flagQueryOf({ search, order, active, owner, runtime }: FlagsWanted): FlagQuery {
  const text = search.trim();
  return {
    order,
    ...(text !== '' && { search: text }),
    ...(active !== undefined && { active }),
    ...(owner && { createdById: owner.id }),
    ...(runtime && { evaluationRuntime: runtime }),
  };
}

/** How many flags must be read for the wanted page. With a tag nobody knows how many that takes. */
export function flagsNeeded({ page, tag }: FlagsWanted): number {
  return tag === undefined ? (page + 1) * flagPageSize : 1;
}

function toContent(
  wanted: FlagsWanted,
  { flags, count, nextOffset, unreadable, source }: FlagReading,
  known: KnownFlags,
  hasWebApp: boolean,
): FlagsContent {
  const matching = matchingOf(flags, wanted.tag);
  const firstRow = wanted.page * flagPageSize;
  return {
    projectName: known.projectName,
    rows: matching.slice(firstRow, firstRow + flagPageSize).map((flag) => toRow(flag, known.experimentNames)),
    firstRow,
    matching: matching.length,
    read: flags.length,
    count,
    unread: nextOffset === undefined ? 0 : count - nextOffset,
    unreadable,
    source,
    owners: sorted(
      withWanted(known.owners, wanted.owner, ({ id }) => id),
      ({ name }) => name,
    ),
    tags: sorted(
      withWanted([...new Set(flags.flatMap(({ tags }) => tags))], wanted.tag, (tag) => tag),
      (tag) => tag,
    ),
    hasWebApp,
  };
}

function matchingOf(flags: readonly ListedFlag[], tag: string | undefined): readonly ListedFlag[] {
  return tag === undefined ? flags : flags.filter(({ tags }) => tags.includes(tag));
}

/** The wanted page, or the last one there is: others delete flags too. */
function withPageIn(wanted: FlagsWanted, { flags, count, nextOffset }: FlagReading): FlagsWanted {
  const isOpen = nextOffset !== undefined && wanted.tag === undefined;
  const rows = isOpen ? count : matchingOf(flags, wanted.tag).length;
  const last = Math.max(0, Math.ceil(rows / flagPageSize) - 1);
  return wanted.page > last ? { ...wanted, page: last } : wanted;
}

function toRow(flag: ListedFlag, experimentNames: ReadonlyMap<number, string>): FlagRowView {
  const { id, key, name, active, variants, rolloutPercent, ownerName, tags, experimentIds } = flag;
  const createdDay = dayOf(flag.createdMs);
  const changedDay = dayOf(flag.updatedMs);
  return {
    id,
    key,
    name,
    active,
    variants: variants.map((variant) => ({ key: variant.key, rolloutPercent: variant.rolloutPercent })),
    rolloutPercent,
    owner: ownerName,
    runtime: runtimeWord(flag.evaluationRuntime),
    tags,
    createdDay,
    changedDay: changedDay === createdDay ? undefined : changedDay,
    experiments: experimentIds.map((experimentId) => ({
      id: experimentId,
      name: experimentNames.get(experimentId) ?? `Experiment ${experimentId}`,
    })),
  };
}

function runtimeWord(runtime: string | undefined): string | undefined {
  switch (runtime) {
    case 'client':
      return 'Client';
    case 'server':
      return 'Server';
    case 'all':
      return 'Client and server';
    default:
      return runtime;
  }
}

function dayOf(timeMs: number | undefined): string | undefined {
  return timeMs === undefined ? undefined : formatDay(timeMs);
}

/** What is filtered by stays a choice, also where nothing that was read has it. */
function withWanted<T>(seen: readonly T[], wanted: T | undefined, keyOf: (item: T) => unknown): readonly T[] {
  if (wanted === undefined || seen.some((item) => keyOf(item) === keyOf(wanted))) return seen;
  return [...seen, wanted];
}

function sorted<T>(items: readonly T[], textOf: (item: T) => string): readonly T[] {
  return items.toSorted((a, b) => textOf(a).localeCompare(textOf(b), 'en'));
}
