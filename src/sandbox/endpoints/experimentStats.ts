import type { ExperimentRow } from '../project';
import { type Answer, ok, type ProjectCall } from '../route';
import { dayMs, startOfDayMs } from '../time';

const monthMs = 30 * dayMs;

/** `GET experiments/stats/`. Archived and deleted ones do not count; days begin at midnight. */
export function experimentStats({ project, world }: ProjectCall): Answer {
  const todayMs = startOfDayMs(world.now());
  const rows = project.experiments.filter((row) => !row.deleted && !row.archived);
  const within = (field: 'start_date' | 'end_date', fromMs: number, toMs: number) =>
    rows.filter((row) => isWithin(row[field], fromMs, toMs)).length;
  const launched = within('start_date', todayMs - monthMs, todayMs + dayMs);
  const before = within('start_date', todayMs - 2 * monthMs, todayMs - monthMs);
  return ok({
    launched_last_30d: launched,
    launched_previous_30d: before,
    percent_change: percentChange(launched, before),
    active_experiments: rows.filter(isActive).length,
    completed_last_30d: within('end_date', todayMs - monthMs, todayMs + dayMs),
  });
}

function isWithin(timeMs: number | null, fromMs: number, toMs: number): boolean {
  return timeMs !== null && timeMs >= fromMs && timeMs < toMs;
}

/** Paused ones too. */
function isActive(row: ExperimentRow): boolean {
  return row.start_date !== null && row.end_date === null;
}

function percentChange(now: number, before: number): number {
  if (before === 0) return now > 0 ? 100 : 0;
  return Math.round(((now - before) / before) * 1000) / 10;
}
