import type { JsonObject } from './json';
import { textIn } from './json';
import type { RebuildRow } from './measureRow';
import type { ExperimentRow } from './project';
import { dailyResults, failureOf } from './results';
import type { SumsCache } from './sumsCache';
import { dayKey, dayMs, hourMs, minuteMs, startOfDayMs } from './time';

/** What was computed of one day. */
export interface Night {
  readonly day: string;
  /** What it knows of: the end of the day, or of the experiment. */
  readonly untilMs: number;
  readonly computedMs: number;
  /** Null: it failed. */
  readonly result: JsonObject | null;
  readonly error: string | undefined;
}

/** How long a rebuild of a series waits, and takes altogether. */
const rebuildWaitMs = 5_000;
export const rebuildMs = 90_000;

export type RebuildStatus = 'pending' | 'in_progress';

/** Null when it is over: PostHog forgets those. */
export function rebuildStatus(rebuild: RebuildRow, nowMs: number): RebuildStatus | null {
  const elapsedMs = nowMs - rebuild.createdMs;
  if (elapsedMs >= rebuildMs) return null;
  return elapsedMs < rebuildWaitMs ? 'pending' : 'in_progress';
}

/**
 * Every day is computed in the night after it, in the configuration of that night: today has no result yet, nor have
 * the days before the metric was last changed. A rebuild takes all that away at once and computes day after day,
 * today included. Retention metrics are left out altogether.
 * @param rebuild the newest of this metric in its configuration
 */
export function computedNights(
  cache: SumsCache,
  row: ExperimentRow,
  metric: JsonObject,
  rebuild: RebuildRow | undefined,
  nowMs: number,
): readonly Night[] {
  const { start_date: startMs } = row;
  if (startMs === null || textIn(metric, 'metric_type') === 'retention') return [];
  const uuid = textIn(metric, 'uuid') ?? '';
  const failure = failureOf(row, metric);
  const lastMs = Math.min(row.end_date ?? nowMs, nowMs);
  const nightly = failure ? [] : dailyResults(cache, row, metric, Math.min(lastMs, startOfDayMs(nowMs)));
  const rebuilt =
    rebuild && !failure ? dailyResults(cache, row, metric, Math.min(lastMs, rebuild.createdMs)) : [];
  return Array.from({ length: dayCount(startMs, lastMs) }, (_, day) => day).flatMap((day) => {
    const byNight = nightOf(row, uuid, day, nowMs);
    const byRebuild = rebuild && rebuiltAt(rebuild, startMs, lastMs, day, nowMs);
    const wiped = rebuild && (byNight?.computedMs ?? 0) <= rebuild.createdMs;
    const run = wiped ? byRebuild : (byNight ?? byRebuild);
    if (!run) return [];
    const error = failure?.detail ?? run.error;
    const result = (run === byRebuild ? rebuilt : nightly)[day] ?? null;
    return [
      {
        day: dayKey(startOfDayMs(startMs) + day * dayMs),
        untilMs: Math.min(startOfDayMs(startMs) + (day + 1) * dayMs, lastMs),
        computedMs: run.computedMs,
        result: error === undefined ? result : null,
        error,
      },
    ];
  });
}

interface Run {
  readonly computedMs: number;
  readonly error?: string | undefined;
}

/** The nightly run that computed a day, if one did. */
function nightOf(row: ExperimentRow, uuid: string, day: number, nowMs: number): Run | undefined {
  const { start_date: startMs, reality } = row;
  if (startMs === null) return undefined;
  const overMs = startOfDayMs(startMs) + (day + 1) * dayMs;
  const runs =
    overMs <= nowMs &&
    overMs > (row.configuredMs.get(uuid) ?? startMs) &&
    overMs <= (reality.lastNightMs ?? Infinity) &&
    !reality.missingDays.includes(day);
  if (!runs) return undefined;
  // Early in the day last night's run counts as done all the same.
  const computedMs = Math.min(overMs + 2 * hourMs + 11 * minuteMs + (row.id % 60) * 1000, nowMs);
  return { computedMs, error: reality.failedDays.get(day) };
}

/** When a rebuild computed a day, if it has come so far. */
function rebuiltAt(
  rebuild: RebuildRow,
  startMs: number,
  lastMs: number,
  day: number,
  nowMs: number,
): Run | undefined {
  const days = dayCount(startMs, Math.min(lastMs, rebuild.createdMs));
  if (day >= days) return undefined;
  const computedMs =
    rebuild.createdMs + rebuildWaitMs + Math.floor(((day + 1) / days) * (rebuildMs - rebuildWaitMs));
  return computedMs <= nowMs ? { computedMs } : undefined;
}

/** Number of days from one moment to another, both included. */
export function dayCount(startMs: number, lastMs: number): number {
  return Math.max(0, Math.floor((lastMs - startOfDayMs(startMs)) / dayMs) + 1);
}
