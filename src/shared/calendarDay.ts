/** Days of a calendar and moments of a clock, each in the time zone it belongs to. */
import { once } from './once';

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

const moment = once(
  () =>
    new Intl.DateTimeFormat('en-GB', {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    }),
);

/** A moment by this user's clock: `14 Nov 2026, 09:12`. */
export function formatMoment(timeMs: number): string {
  return Math.abs(timeMs) <= 8.64e15 ? moment().format(timeMs) : '—';
}

/** The time zone of this user's clock, for example `Europe/Berlin`. */
export function userTimeZone(): string {
  return moment().resolvedOptions().timeZone;
}
