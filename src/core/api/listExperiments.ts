import { allMetrics } from '../experiment/allMetrics';
import { metricEvents } from '../experiment/metricEvents';
import type { Experiment } from '../model/experiment';
import type { ApiCaller } from './caller';
import type { Query } from './endpoint';
import type { ExperimentFilters } from './experimentBodies';
import { readAllPages } from './paging';
import { toExperiment, toExperimentDetail, type WireExperiment, wireExperiment } from './wire/experiment';
import type { Rows } from './wire/tolerant';

/** All pages of `GET experiments`. Servers ignore filters they do not know and send everything: see `fits`. */
export async function listExperiments(
  call: ApiCaller,
  projectId: number,
  filters: ExperimentFilters,
  signal: AbortSignal,
): Promise<Rows<Experiment>> {
  const list = {
    template: '/api/projects/:project/experiments/',
    ids: { project: projectId },
    query: toQuery(filters),
  };
  const { rows, dropped } = await readAllPages(call, list, wireExperiment, (row) => row.id, signal);
  const wanted = rows.filter((row) => usesEvent(row, filters.event)).map(toExperiment);
  return { rows: wanted.filter((experiment) => fits(experiment, filters)), dropped };
}

function toQuery(filters: ExperimentFilters): Query {
  return {
    archived: filters.archived ? true : undefined,
    status: filters.status,
    search: filters.search,
    order: filters.order,
    created_by_id: filters.createdById,
    feature_flag_id: filters.featureFlagId,
    event: filters.event,
    prompt_name: filters.promptName,
    tags: filters.tags && JSON.stringify(filters.tags),
    excluded_tags: filters.excludedTags && JSON.stringify(filters.excludedTags),
  };
}

/** The filters again, as far as a row of every server generation tells. Excluded tags need none: who has tags knows them. */
function fits(experiment: Experiment, filters: ExperimentFilters): boolean {
  const { status, archived, createdById, featureFlagId, tags } = filters;
  return (
    (status === undefined || experiment.status === status) &&
    experiment.archived === (archived ?? false) &&
    (createdById === undefined || experiment.createdBy?.id === createdById) &&
    (featureFlagId === undefined || experiment.flag?.id === featureFlagId) &&
    (tags === undefined || tags.some((tag) => experiment.tags.includes(tag.toLowerCase())))
  );
}

/** Servers that do not filter by event send the metrics with the row. What an action matches cannot be told here. */
function usesEvent(row: WireExperiment, event: string | undefined): boolean {
  if (event === undefined || row.is_legacy !== undefined) return true;
  return allMetrics(toExperimentDetail(row))
    .map(metricEvents)
    .some(({ events, actionIds }) => events.includes(event) || actionIds.length > 0);
}
