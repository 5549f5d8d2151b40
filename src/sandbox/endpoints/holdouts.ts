import { invalid, notFound, required } from '../errors';
import { list, nullable, object, readFields, text } from '../fields';
import { holdOut } from '../holdout';
import type { JsonObject } from '../json';
import type { HoldoutRow } from '../libraryRow';
import { holdoutView } from '../libraryView';
import { pageOf } from '../pages';
import type { ExperimentRow } from '../project';
import { type Answer, created, noContent, ok, type ProjectCall } from '../route';

const readers = {
  name: text({ maxLength: 400 }),
  description: nullable(text({ maxLength: 400, blank: true })),
  filters: list(object),
};
type Input = Partial<{ [Name in keyof typeof readers]: ReturnType<(typeof readers)[Name]> }>;

/** `GET experiment_holdouts/`, the newest first. */
export function listHoldouts({ project, url }: ProjectCall): Answer {
  const rows = [...project.holdouts.values()].toSorted((a, b) => b.created_at - a.created_at || b.id - a.id);
  const { results, ...envelope } = pageOf(rows, url);
  return ok({ ...envelope, results: results.map(holdoutView) });
}

export function retrieveHoldout(call: ProjectCall): Answer {
  return ok(holdoutView(holdoutOf(call)));
}

export function createHoldout(call: ProjectCall): Answer {
  const { project, world, key } = call;
  const { name, description = null, filters = [] } = readInput(call);
  if (name === undefined) throw required('name');
  if (filters.length === 0) throw noFilters(call);
  const id = project.nextId++;
  const row: HoldoutRow = {
    id,
    name,
    description,
    filters: named(filters, id),
    created_by: key.user,
    created_at: world.now(),
    updated_at: world.now(),
  };
  project.holdouts.set(id, row);
  return created(holdoutView(row));
}

/** A share that changes, changes on the flags of all its experiments. */
export function updateHoldout(call: ProjectCall): Answer {
  const row = holdoutOf(call);
  const input = readInput(call);
  Object.assign(row, input, { updated_at: call.world.now() });
  if (input.filters) {
    row.filters = named(input.filters, row.id);
    for (const { flag } of experimentsOf(call, row)) holdOut(call.project, flag, row.id);
  }
  return ok(holdoutView(row));
}

/** Experiments and their flags forget it. */
export function deleteHoldout(call: ProjectCall): Answer {
  const row = holdoutOf(call);
  for (const experiment of experimentsOf(call, row)) {
    experiment.holdout_id = null;
    holdOut(call.project, experiment.flag, null);
  }
  call.project.holdouts.delete(row.id);
  return noContent;
}

function experimentsOf({ project }: ProjectCall, { id }: HoldoutRow): ExperimentRow[] {
  return project.experiments.filter((row) => row.holdout_id === id);
}

function holdoutOf({ project, params }: ProjectCall): HoldoutRow {
  const row = project.holdouts.get(Number(params['holdout']));
  if (!row) throw notFound();
  return row;
}

function readInput(call: ProjectCall): Input {
  const input = readFields<Required<Input>>(readers, call.body);
  if (input.filters?.length === 0) throw noFilters(call);
  for (const filter of input.filters ?? []) checkShare(filter);
  return input;
}

function noFilters({ project }: ProjectCall) {
  return project.era.hasVersions
    ? invalid('Filters must not be empty.', 'filters')
    : invalid('Filters are required to create an holdout group');
}

function checkShare({ rollout_percentage: percent }: JsonObject): void {
  if (typeof percent !== 'number') throw invalid('Rollout percentage must be present.', 'filters');
  if (percent < 0 || percent > 100) {
    throw invalid('Rollout percentage must be between 0 and 100.', 'filters');
  }
}

/** Whatever name was sent, the server gives its own. */
function named(filters: readonly JsonObject[], id: number): JsonObject[] {
  return filters.map((filter) => ({ ...filter, variant: `holdout-${id}` }));
}
