import { levelOf } from '../access';
import { notFound } from '../errors';
import type { FlagRow } from '../flagRow';
import { experimentsByFlag, flagStatus, fullFlag } from '../flagView';
import { textIn } from '../json';
import { pageOf } from '../pages';
import { idsIn, type Order, orderedBy, textsIn } from '../listQuery';
import { type Answer, ok, type ProjectCall } from '../route';

/** `GET feature_flags/`. Deleted ones are left out; what a filter does not understand it ignores. */
export function listFlags({ project, url, key, world }: ProjectCall): Answer {
  const users = experimentsByFlag(project);
  const usersOf = (flag: FlagRow) => users.get(flag) ?? [];
  const filters = filtersOf(url.searchParams, usersOf, world.now());
  const rows = [...project.flags.values()].filter(
    (flag) =>
      !flag.deleted &&
      levelOf(flag, key, 'feature_flag') !== 'none' &&
      filters.every((passes) => passes(flag)),
  );
  const order = url.searchParams.get('order') ?? '';
  const { results, ...envelope } = pageOf(rows.toSorted(orderedBy(order, orders) ?? newestFirst), url);
  return ok({
    ...envelope,
    results: results.map((flag) => fullFlag(flag, project.era, key, usersOf(flag), world.now())),
  });
}

/** `GET feature_flags/:flag/`: also a deleted one. */
export function retrieveFlag(call: ProjectCall): Answer {
  return ok(flagView(flagOf(call), call));
}

/** @throws ApiRefusal 404 */
export function flagOf({ project, params, key }: ProjectCall): FlagRow {
  const id = Number(params['flag']);
  const flag = [...project.flags.values()].find((candidate) => candidate.id === id);
  if (!flag || levelOf(flag, key, 'feature_flag') === 'none') throw notFound();
  return flag;
}

export function flagView(flag: FlagRow, { project, key, world }: ProjectCall) {
  const users = experimentsByFlag(project).get(flag) ?? [];
  return fullFlag(flag, project.era, key, users, world.now());
}

type Filter = (flag: FlagRow) => boolean;

function filtersOf(
  query: URLSearchParams,
  usersOf: (flag: FlagRow) => readonly number[],
  nowMs: number,
): Filter[] {
  const search = query.get('search')?.toLowerCase();
  const creators = idsIn(query.get('created_by_id'), true);
  const runtime = query.get('evaluation_runtime');
  const tags = textsIn(query.get('tags'));
  const excluded = textsIn(query.get('excluded_properties'));
  return [
    (flag) => !search || flag.key.toLowerCase().includes(search) || flag.name.toLowerCase().includes(search),
    activeFilter(query.get('active'), nowMs),
    typeFilter(query.get('type'), usersOf),
    (flag) => !creators || creators.includes(flag.created_by.id),
    (flag) => !runtime || flag.evaluation_runtime === runtime,
    (flag) => !tags || tags.length === 0 || tags.some((tag) => flag.tags.includes(tag)),
    (flag) => !excluded || !usesProperty(flag, excluded),
  ];
}

function activeFilter(word: string | null, nowMs: number): Filter {
  if (word === 'STALE') return (flag) => flagStatus(flag, nowMs) === 'STALE';
  return (flag) => word === null || flag.active === (word === 'true');
}

function typeFilter(word: string | null, usersOf: (flag: FlagRow) => readonly number[]): Filter {
  switch (word) {
    case 'boolean':
      return (flag) => flag.variants.length === 0 && !flag.is_remote_configuration;
    case 'multivariant':
      return (flag) => flag.variants.length > 0;
    case 'experiment':
      return (flag) => usersOf(flag).length > 0;
    case 'remote_config':
      return (flag) => flag.is_remote_configuration;
    default:
      return () => true;
  }
}

function usesProperty(flag: FlagRow, keys: readonly string[]): boolean {
  return flag.groups.some((group) =>
    group.properties.some((property) => keys.includes(textIn(property, 'key') ?? '')),
  );
}

const orders = new Map<string, Order<FlagRow>>([
  ['created_at', (flag) => flag.created_at],
  ['updated_at', (flag) => flag.updated_at],
  ['key', (flag) => flag.key],
  ['name', (flag) => flag.name],
  ['active', (flag) => Number(flag.active)],
]);

const newestFirst = (a: FlagRow, b: FlagRow) => b.created_at - a.created_at || b.id - a.id;
