import { invalid, notFound, required } from '../errors';
import { list, nullable, object, readFields, text } from '../fields';
import { type JsonObject, textIn } from '../json';
import type { SavedMetricRow } from '../libraryRow';
import { savedMetricView } from '../libraryView';
import { actionIdsOf, eventsOf, readMetric } from '../metricInput';
import { pageOf } from '../pages';
import type { Project } from '../project';
import { type Answer, created, noContent, ok, type ProjectCall } from '../route';

const readers = {
  name: text({ maxLength: 400 }),
  description: nullable(text({ maxLength: 400, blank: true })),
  query: object,
  tags: list(text()),
};
type Input = Partial<{ [Name in keyof typeof readers]: ReturnType<(typeof readers)[Name]> }>;

/** `GET experiment_saved_metrics/`, by name. */
export function listSavedMetrics({ project, url }: ProjectCall): Answer {
  const search = url.searchParams.get('search')?.toLowerCase() ?? '';
  const event = project.era.filtersByEvent ? url.searchParams.get('event') : null;
  const rows = [...project.savedMetrics.values()]
    .filter((row) =>
      [row.name, row.description ?? '', ...row.tags].some((part) => part.toLowerCase().includes(search)),
    )
    .filter((row) => !event || uses(row.query, event, project))
    .toSorted((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  const { results, ...envelope } = pageOf(rows, url);
  return ok({ ...envelope, results: results.map(savedMetricView) });
}

export function retrieveSavedMetric(call: ProjectCall): Answer {
  return ok(savedMetricView(savedMetricOf(call)));
}

export function createSavedMetric(call: ProjectCall): Answer {
  const { project, world, key } = call;
  const { name, query, description = null, tags = [] } = readInput(call, undefined);
  if (name === undefined) throw required('name');
  if (query === undefined) throw required('query');
  const row: SavedMetricRow = {
    id: project.nextId++,
    name,
    description,
    query,
    tags,
    created_by: key.user,
    created_at: world.now(),
    updated_at: world.now(),
  };
  project.savedMetrics.set(row.id, row);
  return created(savedMetricView(row));
}

export function updateSavedMetric(call: ProjectCall): Answer {
  const row = savedMetricOf(call);
  const input = readInput(call, row);
  Object.assign(row, input, { updated_at: call.world.now() });
  return ok(savedMetricView(row));
}

/** Its links go too. */
export function deleteSavedMetric(call: ProjectCall): Answer {
  const { project } = call;
  const { id } = savedMetricOf(call);
  project.savedMetrics.delete(id);
  for (const row of project.experiments) row.saved = row.saved.filter((link) => link.saved_metric !== id);
  return noContent;
}

function savedMetricOf({ project, params }: ProjectCall): SavedMetricRow {
  const row = project.savedMetrics.get(Number(params['metric']));
  if (!row) throw notFound();
  return row;
}

/** @param row the one that is changed; undefined for a new one */
function readInput({ project, body, world }: ProjectCall, row: SavedMetricRow | undefined): Input {
  const input = readFields<Required<Input>>(readers, body);
  const isTaken = [...project.savedMetrics.values()].some(
    (other) => other !== row && other.name.toLowerCase() === input.name?.toLowerCase(),
  );
  if (isTaken) throw invalid('A shared metric with this name already exists.', 'name');
  if (input.query === undefined) return input;
  const query = readMetric(input.query, 0, 'query', project);
  const uuid = textIn(query, 'uuid') ?? textIn(row?.query, 'uuid') ?? world.newUuid();
  return { ...input, query: { ...query, uuid } };
}

function uses(metric: JsonObject, event: string, project: Project): boolean {
  return (
    eventsOf(metric).includes(event) ||
    actionIdsOf(metric).some((id) => project.actions.get(id)?.events.includes(event))
  );
}
