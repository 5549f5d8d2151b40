/** Days of a calendar and moments of a clock, each in the time zone it belongs to. */
import { formatDay } from './format';

/**
 * The day of the zone in which the moment lies, `2026-11-14`. A zone that is not known, or that this machine does not
 * know, is UTC: PostHog's own default.
 */
export function dayIn(timeZone: string | undefined, timeMs: number): string {
  // The Swedish way to write a date is ISO's.
  const options = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  try {
    return new Intl.DateTimeFormat('sv-SE', { ...options, timeZone: timeZone ?? 'UTC' }).format(timeMs);
  } catch (error) {
    if (timeZone === undefined || !(error instanceof RangeError)) throw error;
    return dayIn(undefined, timeMs);
  }
}

/** A moment by this user's clock: `14 Nov 2026, 09:12`. */
export function formatMoment(timeMs: number): string {
  const day = formatDay(timeMs);
  // No time there ever was.
  if (day === '—') return day;
  const time = new Date(timeMs);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${day}, ${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** The time zone of this user's clock, for example `Europe/Berlin`. */
export function userTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
