import { levelOf } from '../access';
import type { Era } from '../era';
import { ApiRefusal, errorBody, invalid } from '../errors';
import { objectIn, textIn } from '../json';
import { actionIdsOf, eventsOf } from '../metricInput';
import { pageOf } from '../pages';
import { type ExperimentRow, metricsOf, type Project, statusOf } from '../project';
import { idsIn, type Order, orderedBy, textsIn } from '../listQuery';
import { type Answer, ok, type ProjectCall } from '../route';
import { fullExperiment, lightExperiment } from '../serialize';

/** `GET experiments/`. Unknown filter values are ignored in silence, unknown orders are not. */
export async function listExperiments(call: ProjectCall): Promise<Answer> {
  const { project, url, world, key } = call;
  const query = url.searchParams;
  const filters = filtersOf(query, project);
  const rows = project.experiments.filter(
    (row) =>
      !row.deleted && levelOf(row, key, 'experiment') !== 'none' && filters.every((passes) => passes(row)),
  );
  const ordered = rows.toSorted(orderOf(query.get('order'), project.era, world.now()));
  const { results, ...envelope } = pageOf(ordered, url);
  const shown = project.era.hasLightLists
    ? results.map((row) => lightExperiment(row, call))
    : await Promise.all(results.map((row) => fullExperiment(row, call)));
  return ok({ ...envelope, results: shown });
}

type Filter = (row: ExperimentRow) => boolean;

function filtersOf(query: URLSearchParams, project: Project): Filter[] {
  const { era } = project;
  const archived = query.get('archived')?.toLowerCase() === 'true';
  return [
    (row) => row.archived === archived,
    ...statusFilter(query, era),
    ...searchFilter(query),
    ...creatorFilter(query, era),
    ...(era.filtersByFlag ? [...flagFilter(query), ...promptFilter(query)] : []),
    ...(era.filtersByEvent ? eventFilter(query, project) : []),
    ...(era.hasTags ? tagFilters(query) : []),
  ];
}

function statusFilter(query: URLSearchParams, era: Era): Filter[] {
  const word = query.get('status')?.toLowerCase();
  const status = word === 'complete' ? 'stopped' : word;
  switch (status) {
    case 'draft':
      return [(row) => statusOf(row, era) === status];
    case 'running':
      // Without statuses of their own, paused ones run.
      return [(row) => statusOf(row, era) === status || (!era.hasStatus && statusOf(row, era) === 'paused')];
    case 'stopped':
      return era.hasStatus || word === 'complete' ? [(row) => statusOf(row, era) === status] : [];
    case 'paused':
      return era.hasStatus ? [(row) => statusOf(row, era) === status] : [];
    case 'exposure_frozen':
      return era.freezesExposure ? [(row) => statusOf(row, era) === status] : [];
    default:
      return [];
  }
}

function searchFilter(query: URLSearchParams): Filter[] {
  const search = query.get('search')?.toLowerCase();
  return search ? [(row) => row.name.toLowerCase().includes(search)] : [];
}

function creatorFilter(query: URLSearchParams, era: Era): Filter[] {
  const ids = idsIn(query.get('created_by_id'), era.filtersByEvent);
  return ids ? [(row) => ids.includes(row.created_by.id)] : [];
}

function flagFilter(query: URLSearchParams): Filter[] {
  const text = query.get('feature_flag_id');
  if (!text) return [];
  if (!/^\s*[+-]?\d+\s*$/.test(text)) throw invalid('feature_flag_id must be an integer');
  return [(row) => row.flag.id === Number(text)];
}

function promptFilter(query: URLSearchParams): Filter[] {
  const prompt = query.get('prompt_name');
  if (!prompt) return [];
  return [(row) => textIn(objectIn(row.parameters, 'prompt_metadata'), 'name') === prompt];
}

/** Also through actions, and in shared metrics. */
function eventFilter(query: URLSearchParams, project: Project): Filter[] {
  const event = query.get('event');
  if (!event) return [];
  const actionIds = [...project.actions.values()]
    .filter((action) => action.events.includes(event))
    .map((action) => action.id);
  return [
    (row) =>
      metricsOf(project, row).some(
        (metric) =>
          eventsOf(metric).includes(event) || actionIdsOf(metric).some((id) => actionIds.includes(id)),
      ),
  ];
}

function tagFilters(query: URLSearchParams): Filter[] {
  const wanted = textsIn(query.get('tags'));
  const excluded = textsIn(query.get('excluded_tags'));
  return [
    ...(wanted ? [(row: ExperimentRow) => wanted.some((tag) => row.tags.includes(tag))] : []),
    ...(excluded ? [(row: ExperimentRow) => !excluded.some((tag) => row.tags.includes(tag))] : []),
  ];
}

function orderOf(
  order: string | null,
  era: Era,
  nowMs: number,
): (a: ExperimentRow, b: ExperimentRow) => number {
  const compare = orderedBy(order || '-created_at', orders(nowMs));
  if (compare) return compare;
  if (era.checksOrder) throw invalid(`Invalid order field: '${order}'`);
  throw new ApiRefusal(500, errorBody('server_error', 'error', 'A server error occurred.'));
}

function orders(nowMs: number): ReadonlyMap<string, Order<ExperimentRow>> {
  return new Map<string, Order<ExperimentRow>>([
    ['created_at', (row) => row.created_at],
    ['updated_at', (row) => row.updated_at],
    ['name', (row) => row.name.toLowerCase()],
    ['start_date', (row) => row.start_date],
    ['end_date', (row) => row.end_date],
    ['duration', (row) => (row.start_date === null ? null : (row.end_date ?? nowMs) - row.start_date)],
    ['status', (row) => (row.start_date === null ? 0 : row.end_date === null ? 1 : 2)],
    ['created_by', (row) => row.created_by.first_name || row.created_by.email],
  ]);
}
