/** Number and time formats, in one place, so that no two surfaces differ. */
import { once } from './once';

const minus = '−';

/**
 * A change as a signed percentage: `+12.67%`, `−8.49%`, `0.00%`. A value that rounds to zero carries no sign.
 * @param fraction 0.05 = +5 %
 */
export function formatChange(fraction: number, decimals = 2): string {
  const percent = fraction * 100;
  return Number.isFinite(percent) ? `${signed(percent, decimals)}%` : '—';
}

/** A change in the metric's own unit: `+1.52`, `−0.04`. */
export function formatAbsoluteChange(value: number, decimals = 2): string {
  return Number.isFinite(value) ? signed(value, decimals) : '—';
}

/** A value by itself, which has a sign only below zero: `13.54`, `−0.04`. */
export function formatValue(value: number, decimals = 2): string {
  return formatAbsoluteChange(value, decimals).replace(/^\+/, '');
}

/** A share: `13.54%`. @param percent 5 = 5 % */
export function formatPercent(percent: number, decimals = 2): string {
  return Number.isFinite(percent) ? `${formatValue(percent, decimals)}%` : '—';
}

/** A level or a setting, with no more decimals than it has: `95%`, `99.9%`. @param fraction 0.95 = 95 % */
export function formatLevel(fraction: number): string {
  const percent = fraction * 100;
  return Number.isFinite(percent) ? `${Number(percent.toFixed(2)) + 0}%` : '—';
}

function signed(value: number, decimals: number): string {
  const size = Math.abs(value);
  // Digits that nobody reads, and from 1e21 on `toFixed` writes an exponent by itself.
  const text = size < 1e9 ? size.toFixed(decimals) : size.toExponential(decimals);
  if (Number(text) === 0) return text;
  return `${value > 0 ? '+' : minus}${text}`;
}

/** Goal-aware chance to win: `99.9%` ends are `> 99.9%` and `< 0.1%`. @param chance 0 to 1, not goal-aware */
export function formatChanceToWin(chance: number | undefined, goal: 'increase' | 'decrease'): string {
  if (chance === undefined || !Number.isFinite(chance)) return '—';
  const percent = (goal === 'decrease' ? 1 - chance : chance) * 100;
  if (percent >= 99.9) return '> 99.9%';
  if (percent <= 0.1) return '< 0.1%';
  return `${percent.toFixed(percent < 1 ? 2 : 1)}%`;
}

/** `< 0.001`, four decimals below 0.01, else three; a p-value of 0 is a very strong result, not a missing one. */
export function formatPValue(pValue: number | undefined): string {
  if (pValue === undefined || !(pValue >= 0 && pValue <= 1)) return '—';
  if (pValue < 0.001) return '< 0.001';
  return pValue.toFixed(pValue < 0.01 ? 4 : 3);
}

// By hand, as the dates below: the first formatter of its kind takes 20 ms to make, which neither the start of the
// extension nor a first chart must wait for. Numbers that are written with an exponent nobody counts.
const grouped = once(() => new Intl.NumberFormat('en-US'));

/** `20,008` */
export function formatCount(count: number): string {
  if (!Number.isFinite(count)) return '—';
  // Adding 0 takes the sign off a zero.
  const whole = Math.round(count) + 0;
  return Math.abs(whole) < 1e21 ? String(whole).replace(/\B(?=(\d{3})+$)/g, ',') : grouped().format(whole);
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** A span in its largest unit: `3 h`, `9 d`, below a minute `< 1 min`. */
export function formatDuration(spanMs: number): string {
  if (!Number.isFinite(spanMs)) return '—';
  const span = Math.max(0, spanMs);
  if (span < minuteMs) return '< 1 min';
  if (span < hourMs) return `${Math.floor(span / minuteMs)} min`;
  if (span < dayMs) return `${Math.floor(span / hourMs)} h`;
  return `${Math.floor(span / dayMs)} d`;
}

/** How long ago something was read: `just now`, `5 min ago`, `2 h ago`. */
export function formatAgo(spanMs: number): string {
  if (!Number.isFinite(spanMs)) return '—';
  return spanMs < minuteMs ? 'just now' : `${formatDuration(spanMs)} ago`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Beyond it a date is none, and formatting it throws. */
const maxTimeMs = 8.64e15;

/** A calendar day of this user's time zone: `12 Nov 2026`. */
export function formatDay(timeMs: number): string {
  if (!(Math.abs(timeMs) <= maxTimeMs)) return '—';
  const time = new Date(timeMs);
  return `${time.getDate()} ${months[time.getMonth()]} ${time.getFullYear()}`;
}

/** A moment to the minute, the same wherever it is read: `2026-11-14 09:12 UTC`. */
export function formatUtcMinute(timeMs: number): string {
  if (!(Math.abs(timeMs) <= maxTimeMs)) return '—';
  return `${new Date(timeMs).toISOString().slice(0, -8).replace('T', ' ')} UTC`;
}

/** A `YYYY-MM-DD` of the server's calendar, in no time zone at all: `12 Nov 2026`. Anything else comes back as it is. */
export function formatCalendarDay(day: string, year: 'year' | 'no year' = 'year'): string {
  const timeMs = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(timeMs)) return day;
  const time = new Date(timeMs);
  const dayAndMonth = `${time.getUTCDate()} ${months[time.getUTCMonth()]}`;
  return year === 'year' ? `${dayAndMonth} ${time.getUTCFullYear()}` : dayAndMonth;
}
