import type { ExposureReading } from '../model/exposures';

const dayMs = 24 * 3_600_000;
/** So many whole days without anybody new. */
const quietDays = 2;

/**
 * The last day on which somebody new was counted, when two whole days have passed since without anybody. Undefined
 * while exposures go on, and where nobody was counted at all, which is another matter.
 */
export function findExposureStop({ exposures, computedMs }: ExposureReading): string | undefined {
  const { series } = exposures;
  const days = series[0]?.days.map(({ day }) => day) ?? [];
  // Counts add up from day to day.
  const totals = days.map((_, place) => series.reduce((sum, one) => sum + (one.days[place]?.count ?? 0), 0));
  const lastGrowth = totals.findLastIndex((total, place) => total > (totals[place - 1] ?? 0));
  const day = days[lastGrowth];
  if (day === undefined || computedMs === undefined) return undefined;
  // Days begin at midnight of the project, which is not known here: this errs by less than one of them.
  const quietSinceMs = Date.parse(`${day}T00:00:00Z`) + dayMs;
  return computedMs - quietSinceMs >= quietDays * dayMs ? day : undefined;
}
