import { experimentOf } from '../access';
import { ApiRefusal, invalid } from '../errors';
import { text } from '../fields';
import { textIn } from '../json';
import { computedNights } from '../nights';
import { type ExperimentRow, metricsOf } from '../project';
import { type Answer, created, ok, type ProjectCall } from '../route';
import { isActive, nightlyRun, requestedRun, type Run } from '../runs';
import { isoOffset, minuteMs } from '../time';

const reuseMs = 5 * minuteMs;

/** `POST experiments/:id/metrics_recalculation/`: 201 with a new run, 200 with the one under way or just over. */
export function startRecalculation(call: ProjectCall): Answer {
  const { body, world, project } = call;
  const row = experimentOf(call);
  const trigger = text()(body['trigger'] ?? 'manual', 'trigger');
  if (row.start_date === null) throw invalid("Cannot recalculate metrics for experiment that hasn't started");
  const nowMs = world.now();
  const last = requestedRuns(call, row).at(-1);
  const isRecent = last && project.era.reusesRecentRuns && nowMs - (last.completedMs ?? nowMs) < reuseMs;
  if (last && (isActive(last) || isRecent)) return ok(startedBody(row, last, true));
  const metricUuids = metricsOf(project, row).flatMap((metric) => textIn(metric, 'uuid') ?? []);
  row.runs.push({ id: world.newUuid(), trigger, createdMs: nowMs, metricUuids });
  const [run] = requestedRuns(call, row).slice(-1);
  if (!run) throw new Error('The run was stored a line above.');
  return created(startedBody(row, run, false));
}

/**
 * `GET experiments/:id/metrics_recalculation/latest/`: the last finished run, be it somebody's or last night's, with
 * the run under way beside it; on the newest generation last night's results make a run, on others they stand in
 * for one. @throws ApiRefusal 404 when there is none of all that
 */
export function latestRecalculation(call: ProjectCall): Answer {
  const { project } = call;
  const row = experimentOf(call);
  const runs = requestedRuns(call, row);
  const active = runs.find(isActive);
  const finished = runs.findLast((run) => !isActive(run));
  const nightly = runOfLastNight(call, row);
  const activeRun = active ? { id: active.id, status: active.status } : null;
  const isNightlyNewer = nightly && nightly.createdMs > (finished?.createdMs ?? 0);
  const newest = isNightlyNewer && project.era.makesNightlyRuns ? nightly : finished;
  if (newest) return ok({ ...runBody(row, newest), active_run: activeRun });
  if (nightly) {
    const total = metricsOf(project, row).length;
    return ok({ ...fallbackBody(row, nightly), total_metrics: total, active_run: activeRun });
  }
  if (active) return ok(runBody(row, active));
  throw new ApiRefusal(404, { detail: 'No completed recalculation found' });
}

/** `GET experiments/:id/metrics_recalculation/:run/` */
export function retrieveRecalculation(call: ProjectCall): Answer {
  const row = experimentOf(call);
  const nightly = call.project.era.makesNightlyRuns ? runOfLastNight(call, row) : undefined;
  const runs = [...requestedRuns(call, row), ...(nightly ? [nightly] : [])];
  const found = runs.find((run) => run.id === call.params['run']);
  if (!found) throw new ApiRefusal(404, { detail: 'Recalculation not found' });
  return ok(runBody(row, found));
}

function requestedRuns({ world, project }: ProjectCall, row: ExperimentRow): Run[] {
  const metrics = metricsOf(project, row);
  return row.runs.map((run) => requestedRun(world.sums, row, metrics, run, world.now()));
}

/** A rebuild of the daily series leaves it alone. Where it only stands in, what failed does not count. */
function runOfLastNight({ world, project }: ProjectCall, row: ExperimentRow): Run | undefined {
  const isWhole = project.era.makesNightlyRuns;
  const series = metricsOf(project, row).flatMap((metric) => {
    const metricUuid = textIn(metric, 'uuid');
    if (metricUuid === undefined) return [];
    const nights = computedNights(world.sums, row, metric, undefined, world.now());
    return [{ metricUuid, nights: nights.filter((night) => isWhole || night.error === undefined) }];
  });
  return nightlyRun(row, series);
}

/** What a POST answers: no results, whatever there are. */
function startedBody(row: ExperimentRow, run: Run, isExisting: boolean) {
  const counted = (status: string) => run.outcomes.filter((outcome) => outcome.status === status).length;
  return {
    id: run.id,
    experiment_id: row.id,
    status: run.status,
    total_metrics: run.outcomes.length,
    completed_metrics: counted('completed'),
    failed_metrics: counted('failed'),
    metric_errors: {},
    metric_retries: {},
    trigger: run.trigger,
    created_at: isoOffset(run.createdMs),
    started_at: time(run.startedMs),
    completed_at: time(run.completedMs),
    query_to: time(run.queryToMs),
    is_existing: isExisting,
  };
}

function runBody(row: ExperimentRow, run: Run) {
  const rows = 1_000 + 40 * row.reality.perDay;
  const done = run.outcomes.filter((outcome) => outcome.status !== 'pending').length;
  const isRunning = run.status === 'in_progress';
  return {
    ...startedBody(row, run, false),
    active_run: null,
    result_source: 'recalculation',
    results: run.outcomes.map((outcome) => ({
      metric_uuid: outcome.metricUuid,
      status: outcome.status,
      result: outcome.result,
      error_message: outcome.error,
    })),
    rows_read: isRunning ? done * rows : null,
    estimated_rows_total: isRunning ? run.outcomes.length * rows : null,
  };
}

/** There is neither an id to ask by nor a trigger, and all times are that of the data. */
function fallbackBody(row: ExperimentRow, nightly: Run) {
  const { trigger: _none, ...body } = runBody(row, nightly);
  const queryTo = time(nightly.queryToMs);
  return {
    ...body,
    id: 'timeseries-fallback',
    created_at: queryTo,
    started_at: queryTo,
    completed_at: queryTo,
    result_source: 'timeseries_fallback',
  };
}

function time(timeMs: number | null): string | null {
  return timeMs === null ? null : isoOffset(timeMs);
}
