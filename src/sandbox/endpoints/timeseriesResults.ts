import { invalid } from '../errors';
import { metricFingerprint } from '../fingerprint';
import { type JsonObject, textIn } from '../json';
import { type ExperimentRow, metricsOf } from '../project';
import { dailyResults } from '../results';
import { type Answer, experimentOf, ok, type ProjectCall } from '../route';
import { dayKey, dayMs, hourMs, isoOffset, isoZ, minuteMs, startOfDayMs } from '../time';

/** `GET experiments/:id/timeseries_results/`. An unknown metric or a stale fingerprint is no error: `pending`. */
export async function timeseriesResults(call: ProjectCall): Promise<Answer> {
  const { url, world, project } = call;
  const row = experimentOf(call);
  const metricUuid = parameter(url, 'metric_uuid');
  const fingerprint = parameter(url, 'fingerprint');
  if (row.start_date === null) throw invalid('Experiment has not been started yet');
  const nowMs = world.now();
  const metric = metricsOf(project, row).find((candidate) => textIn(candidate, 'uuid') === metricUuid);
  const known = metric !== undefined && (await metricFingerprint(metric, row)) === fingerprint;
  const nights = known ? computedNights(row, row.start_date, metric, metricUuid, nowMs) : [];
  return ok(seriesBody(row, row.start_date, metricUuid, nights, nowMs));
}

function parameter(url: URL, name: string): string {
  const value = url.searchParams.get(name);
  if (!value) throw invalid(`${name} query parameter is required`);
  return value;
}

/** The nightly computation of one day. */
interface Night {
  readonly day: string;
  readonly computedMs: number;
  /** Null: it failed. */
  readonly result: unknown;
  readonly error: string | undefined;
}

/**
 * Every day is computed in the night after it, in the configuration of that night: today has no result yet, nor
 * have the days before the metric was last changed. Retention metrics are left out altogether.
 */
function computedNights(
  row: ExperimentRow,
  startMs: number,
  metric: JsonObject,
  metricUuid: string,
  nowMs: number,
): Night[] {
  if (textIn(metric, 'metric_type') === 'retention' || row.reality.perDay === 0) return [];
  const { missingDays, failedDays } = row.reality;
  const firstMs = startOfDayMs(startMs);
  const configuredMs = row.configuredMs.get(metricUuid) ?? startMs;
  const lastMs = Math.min(row.end_date ?? nowMs, startOfDayMs(nowMs) - 1);
  const count = Math.max(0, Math.floor((lastMs - firstMs) / dayMs) + 1);
  return dailyResults(row, metric, count).flatMap((result, day) => {
    const beginMs = firstMs + day * dayMs;
    if (beginMs + dayMs <= configuredMs || missingDays.includes(day)) return [];
    const error = failedDays.get(day);
    const nightMs = beginMs + dayMs + 2 * hourMs + 11 * minuteMs + (row.id % 60) * 1000;
    return [
      {
        day: dayKey(beginMs),
        // Early in the day last night's run counts as done all the same.
        computedMs: Math.min(nightMs, nowMs),
        result: error === undefined ? result : null,
        error,
      },
    ];
  });
}

function seriesBody(
  row: ExperimentRow,
  startMs: number,
  metricUuid: string,
  nights: readonly Night[],
  nowMs: number,
) {
  const days = daysBetween(startMs, row.end_date ?? nowMs);
  const byDay = new Map(nights.map((night) => [night.day, night]));
  const errors = nights.flatMap((night) => (night.error === undefined ? [] : [[night.day, night.error]]));
  const completed = nights.filter((night) => night.error === undefined);
  const [first, last] = [nights[0], nights.at(-1)];
  return {
    experiment_id: row.id,
    metric_uuid: metricUuid,
    status: seriesStatus(days.length, nights.length, completed.length),
    timeseries: Object.fromEntries(days.map((day) => [day, byDay.get(day)?.result ?? null])),
    errors: errors.length > 0 ? Object.fromEntries(errors) : null,
    computed_at: computedAt(completed.at(-1)),
    created_at: first ? isoOffset(first.computedMs) : isoZ(row.created_at),
    updated_at: last ? isoOffset(last.computedMs) : isoZ(row.updated_at),
    recalculation_status: null,
    recalculation_created_at: null,
    formatted_results: `Days: ${days.length}\nComputed: ${completed.length}`,
  };
}

function computedAt(night: Night | undefined): string | null {
  return night ? isoOffset(night.computedMs) : null;
}

function seriesStatus(days: number, rows: number, completed: number) {
  if (rows === 0) return 'pending';
  if (completed === 0) return 'failed';
  return completed === days ? 'completed' : 'partial';
}

/** Every day from start to end, both included. */
function daysBetween(startMs: number, endMs: number): string[] {
  const firstMs = startOfDayMs(startMs);
  const count = Math.max(0, Math.floor((endMs - firstMs) / dayMs) + 1);
  return Array.from({ length: count }, (_, index) => dayKey(firstMs + index * dayMs));
}
