import type { Era } from '../era';
import { ApiRefusal, invalid } from '../errors';
import type { FlagRow } from '../flagRow';
import { experimentsByFlag, fullFlag } from '../flagView';
import { idsIn, type Order, orderedBy } from '../listQuery';
import { type Answer, ok, type ProjectCall } from '../route';

const defaultLimit = 20;
const maximumLimit = 100;

/**
 * `GET experiments/eligible_feature_flags/`: flags an experiment can be built on, also those that already carry one.
 * A larger limit is cut in silence, and there is no link to the next page.
 */
export function eligibleFlags({ project, url, key, world }: ProjectCall): Answer {
  const query = url.searchParams;
  const limit = Math.min(wholeNumber(query.get('limit'), defaultLimit), maximumLimit);
  const offset = wholeNumber(query.get('offset'), 0);
  const filters = [...filtersOf(query, project.era)];
  const flags = [...project.flags.values()]
    .filter((flag) => isEligible(flag, project.era) && filters.every((passes) => passes(flag)))
    .toSorted(orderOf(query.get('order'), project.era));
  const users = experimentsByFlag(project);
  return ok({
    results: flags
      .slice(offset, offset + limit)
      .map((flag) => fullFlag(flag, project.era, key, users.get(flag) ?? [], world.now())),
    count: flags.length,
  });
}

/** The first generation hides deleted ones; later code was not seen to. */
function isEligible(flag: FlagRow, era: Era): boolean {
  return flag.variants.length >= 2 && flag.variants[0]?.key === 'control' && (era.hasStatus || !flag.deleted);
}

function filtersOf(query: URLSearchParams, era: Era): ((flag: FlagRow) => boolean)[] {
  const search = query.get('search')?.toLowerCase();
  const active = query.get('active');
  const creators = idsIn(query.get('created_by_id'), era.filtersByEvent);
  const runtime = query.get('evaluation_runtime');
  // No flag of the sandbox has evaluation contexts.
  const contexts = query.get(era.hasStatus ? 'has_evaluation_contexts' : 'has_evaluation_tags');
  return [
    (flag) => !search || flag.key.toLowerCase().includes(search) || flag.name.toLowerCase().includes(search),
    (flag) => active === null || flag.active === (active.toLowerCase() === 'true'),
    (flag) => !creators || creators.includes(flag.created_by.id),
    (flag) => !runtime || flag.evaluation_runtime === runtime,
    () => contexts === null || !['true', '1', 'yes'].includes(contexts.toLowerCase()),
  ];
}

const orders = new Map<string, Order<FlagRow>>([
  ['created_at', (flag) => flag.created_at],
  ['key', (flag) => flag.key],
  ['name', (flag) => flag.name],
]);

function orderOf(order: string | null, era: Era): (a: FlagRow, b: FlagRow) => number {
  const newestFirst = orderedBy('-created_at', orders) ?? (() => 0);
  if (!order || !era.checksOrder) return newestFirst;
  const compare = orderedBy(order, orders);
  if (!compare) throw invalid(`Invalid order field: '${order}'`);
  return compare;
}

/** @throws ApiRefusal 400 in a form of its own */
function wholeNumber(text: string | null, otherwise: number): number {
  if (text === null) return otherwise;
  if (!/^\s*[+-]?\d+\s*$/.test(text)) throw new ApiRefusal(400, { error: 'Invalid limit or offset' });
  return Math.max(0, Number(text));
}
