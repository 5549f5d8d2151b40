import { invalid } from '../errors';
import { metricFingerprint } from '../fingerprint';
import { textIn } from '../json';
import { computedNights, dayCount, type Night, rebuildStatus } from '../nights';
import { rebuildKey, type RebuildRow } from '../measureRow';
import { type ExperimentRow, metricsOf } from '../project';
import { experimentOf } from '../access';
import { type Answer, ok, type ProjectCall } from '../route';
import { dayKey, dayMs, isoOffset, startOfDayMs } from '../time';

/** `GET experiments/:id/timeseries_results/`. An unknown metric or a stale fingerprint is no error: `pending`. */
export async function timeseriesResults(call: ProjectCall): Promise<Answer> {
  const { url, world, project } = call;
  const row = experimentOf(call);
  const metricUuid = parameter(url, 'metric_uuid');
  const fingerprint = parameter(url, 'fingerprint');
  if (row.start_date === null) throw invalid('Experiment has not been started yet');
  const nowMs = world.now();
  const rebuild = row.rebuilds.get(rebuildKey(metricUuid, fingerprint));
  const metric = metricsOf(project, row).find((candidate) => textIn(candidate, 'uuid') === metricUuid);
  const isKnown = metric !== undefined && (await metricFingerprint(metric, row)) === fingerprint;
  const nights = isKnown ? computedNights(world.sums, row, metric, rebuild, nowMs) : [];
  const body = seriesBody(row, row.start_date, metricUuid, nights, rebuild, nowMs);
  return ok(
    project.era.hasRecalculations
      ? {
          ...body,
          formatted_results: `Days: ${Object.keys(body.timeseries).length}\nComputed: ${nights.length}`,
        }
      : body,
  );
}

function parameter(url: URL, name: string): string {
  const value = url.searchParams.get(name);
  if (!value) throw invalid(`${name} query parameter is required`);
  return value;
}

function seriesBody(
  row: ExperimentRow,
  startMs: number,
  metricUuid: string,
  nights: readonly Night[],
  rebuild: RebuildRow | undefined,
  nowMs: number,
) {
  const days = daysBetween(startMs, row.end_date ?? nowMs);
  const byDay = new Map(nights.map((night) => [night.day, night]));
  const errors = nights.flatMap((night) => (night.error === undefined ? [] : [[night.day, night.error]]));
  const completed = nights.filter((night) => night.error === undefined);
  const times = nights.map((night) => night.computedMs);
  const activeStatus = rebuild ? rebuildStatus(rebuild, nowMs) : null;
  return {
    experiment_id: row.id,
    metric_uuid: metricUuid,
    status: seriesStatus(days.length, nights.length, completed.length),
    timeseries: Object.fromEntries(days.map((day) => [day, byDay.get(day)?.result ?? null])),
    errors: errors.length > 0 ? Object.fromEntries(errors) : null,
    computed_at: completed.length > 0 ? latest(completed.map((night) => night.computedMs)) : null,
    created_at: times.length > 0 ? isoOffset(Math.min(...times)) : isoOffset(row.created_at),
    updated_at: times.length > 0 ? latest(times) : isoOffset(row.updated_at),
    recalculation_status: activeStatus,
    recalculation_created_at: rebuild && activeStatus ? isoOffset(rebuild.createdMs) : null,
  };
}

function latest(timesMs: readonly number[]): string {
  return isoOffset(Math.max(...timesMs));
}

function seriesStatus(days: number, rows: number, completed: number) {
  if (rows === 0) return 'pending';
  if (completed === 0) return 'failed';
  return completed === days ? 'completed' : 'partial';
}

/** Every day from start to end, both included. */
function daysBetween(startMs: number, endMs: number): string[] {
  const firstMs = startOfDayMs(startMs);
  return Array.from({ length: dayCount(startMs, endMs) }, (_, index) => dayKey(firstMs + index * dayMs));
}
