import { experimentOf } from '../access';
import { changesBetween, noteActivity } from '../activity';
import { invalid, notFound } from '../errors';
import { exposureResult } from '../exposures';
import type { Json, JsonObject } from '../json';
import { isList, isObject, objectIn, textIn } from '../json';
import type { CohortRow } from '../libraryRow';
import { exposureEventOf, type ExperimentRow } from '../project';
import { type Answer, created, ok, type ProjectCall } from '../route';
import { isoOffset, isoZ } from '../time';
import { userBasic } from '../userBasic';

/** Until a cohort is counted. */
const countingMs = 20_000;

/** `POST experiments/:id/create_exposure_cohort_for_experiment/` */
export function createExposureCohort(call: ProjectCall): Answer {
  const { project, world, key } = call;
  const row = experimentOf(call);
  if (row.flag.deleted) throw invalid('Experiment does not have a feature flag');
  if (row.start_date === null) throw invalid('Experiment does not have a start date');
  if (row.exposure_cohort !== null) throw invalid('Experiment already has an exposure cohort');
  const condition = {
    type: 'behavioral',
    value: 'performed_event',
    negation: false,
    explicit_datetime: isoOffset(row.start_date),
    ...targetOf(row, call),
  };
  const cohort: CohortRow = {
    id: project.nextId++,
    name: `Users exposed to experiment "${row.name}"`,
    experimentId: row.id,
    filters: { properties: { type: 'OR', values: [{ type: 'OR', values: [condition] }] } },
    created_by: key.user,
    created_at: world.now(),
  };
  project.cohorts.set(cohort.id, cohort);
  noteActivity(call, {
    scope: 'Experiment',
    itemId: row.id,
    activity: 'updated',
    name: row.name,
    changes: changesBetween(row, { exposure_cohort: cohort.id }, 'Experiment'),
  });
  row.exposure_cohort = cohort.id;
  return created({ cohort: cohortView(cohort, call) });
}

/** `GET cohorts/:cohort/`: counted some time after it was made. */
export function retrieveCohort(call: ProjectCall): Answer {
  const cohort = call.project.cohorts.get(Number(call.params['cohort']));
  if (!cohort) throw notFound();
  return ok(cohortView(cohort, call));
}

/** Who is in: by default whoever asked for the flag, else what the custom filter says. */
function targetOf(row: ExperimentRow, { project, world }: ProjectCall): JsonObject {
  const filter = objectIn(row.parameters, 'custom_exposure_filter');
  const custom = firstOf(filter?.['actions']) ?? firstOf(filter?.['events']);
  if (!custom) {
    return {
      key: project.era.hasHealth ? exposureEventOf(row, project, world.now()) : '$feature_flag_called',
      event_type: 'events',
      event_filters: [{ key: '$feature_flag', value: [row.flag.key], operator: 'exact', type: 'event' }],
    };
  }
  const isAction = textIn(custom, 'type') === 'actions';
  const id = isAction ? Number(custom['id']) : (textIn(custom, 'id') ?? '');
  if (Number.isNaN(id)) throw invalid('Invalid action ID');
  return { key: id, event_type: isAction ? 'actions' : 'events', event_filters: custom['properties'] ?? [] };
}

function firstOf(list: Json | undefined): JsonObject | undefined {
  return list !== undefined && isList(list) ? list.find(isObject) : undefined;
}

function cohortView(cohort: CohortRow, { project, world }: ProjectCall) {
  const nowMs = world.now();
  const isCounted = nowMs - cohort.created_at >= countingMs;
  const row = project.experiments.find((candidate) => candidate.id === cohort.experimentId);
  const totals = row && isCounted && exposureResult(world.sums, row, row.flag.variants, nowMs);
  const counts = Object.values((totals && objectIn(totals, 'total_exposures')) || {});
  return {
    id: cohort.id,
    name: cohort.name,
    description: '',
    groups: [],
    deleted: false,
    filters: cohort.filters,
    is_calculating: !isCounted,
    created_by: userBasic(cohort.created_by),
    created_at: isoZ(cohort.created_at),
    last_calculation: isCounted ? isoZ(cohort.created_at + countingMs) : null,
    errors_calculating: 0,
    count: isCounted ? counts.reduce<number>((sum, count) => sum + Number(count), 0) : null,
    is_static: false,
    experiment_set: [cohort.experimentId],
  };
}
