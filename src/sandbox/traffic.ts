import { type JsonObject, numberIn, textIn } from './json';
import type { Counting } from './dailySums';
import type { Traffic } from './population';
import type { ExperimentRow } from './project';

/** Everyone the experiment meets. @throws Error for a draft, which meets nobody */
export function trafficOf({ start_date: startMs, end_date: endMs, flag, reality }: ExperimentRow): Traffic {
  if (startMs === null) throw new Error('A draft has no visitors.');
  const { seed, perDay, bias = [], multipleShare = 0, desertedMs } = reality;
  const periods = flag.history.map((period) => ({
    ...period,
    shares: period.shares.map((share, index) => share * (bias[index] ?? 1)),
  }));
  const last = periods.at(-1);
  if (desertedMs !== undefined && last) periods.push({ ...last, fromMs: desertedMs, open: false });
  return { seed, perDay, startMs, endMs, periods, multipleShare };
}

/** Whether people who saw several variants count for the first: as `multiple_variant_handling` says, by default not. */
export function keepsMultiple({ exposure_criteria: criteria }: Pick<ExperimentRow, 'exposure_criteria'>) {
  return textIn(criteria, 'multiple_variant_handling') === 'first_seen';
}

export function countingOf(row: ExperimentRow, metric: JsonObject): Counting {
  return {
    keepsMultiple: keepsMultiple(row),
    windowDays: windowDaysOf(metric),
    maturedOnly: row.only_count_matured_users,
  };
}

const daysIn = { second: 0, minute: 0, hour: 1 / 24, day: 1, week: 7, month: 30 } as const;

function windowDaysOf(metric: JsonObject): number | null {
  const length = numberIn(metric, 'conversion_window');
  if (length === undefined) return null;
  const unit = textIn(metric, 'conversion_window_unit') ?? 'day';
  const days = Object.entries(daysIn).find(([name]) => name === unit)?.[1] ?? 1;
  return Math.floor(length * days);
}
