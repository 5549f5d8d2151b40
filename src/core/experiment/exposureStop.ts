import { dayIn } from '../../shared/calendarDay';
import type { ExposureReading } from '../model/exposures';

const dayMs = 24 * 3_600_000;
/** So many whole days without anybody new. */
const quietDays = 2;

/**
 * The last day on which somebody new was counted, when two whole days have passed since without anybody. Undefined
 * while exposures go on, and where nobody was counted at all, which is another matter.
 * @param timeZone of the project, whose days they are; PostHog's default while it is not known
 */
export function findExposureStop(
  { exposures, computedMs }: ExposureReading,
  timeZone: string | undefined,
): string | undefined {
  const { series } = exposures;
  const days = series[0]?.days.map(({ day }) => day) ?? [];
  // Counts add up from day to day.
  const totals = days.map((_, place) => series.reduce((sum, one) => sum + (one.days[place]?.count ?? 0), 0));
  const lastGrowth = totals.findLastIndex((total, place) => total > (totals[place - 1] ?? 0));
  const day = days[lastGrowth];
  if (day === undefined || computedMs === undefined) return undefined;
  // Names of days, not moments: what lies between two of them is whole days in any time zone.
  const daysSince = (Date.parse(dayIn(timeZone, computedMs)) - Date.parse(day)) / dayMs;
  return daysSince > quietDays ? day : undefined;
}
