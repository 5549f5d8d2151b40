/** Moments as a person types them, in the time zone of this machine, to the minute. */

const form = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d))?$/;

/** `2026-03-02 09:30` */
export function formatLocalTime(timeMs: number): string {
  const time = new Date(timeMs);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** A day alone begins at midnight. Undefined for what is no such form, or no time of this zone (30 February). */
export function parseLocalTime(text: string): number | undefined {
  const [, ...parts] = form.exec(text.trim()) ?? [];
  if (parts.length === 0) return undefined;
  const [year = 0, month = 1, day = 1, hours = 0, minutes = 0] = parts.map((part: string | undefined) =>
    Number(part ?? 0),
  );
  const time = new Date(year, month - 1, day, hours, minutes);
  // A date that does not exist becomes another one: the 30th of February the 2nd of March.
  const isReal =
    time.getFullYear() === year &&
    time.getMonth() === month - 1 &&
    time.getDate() === day &&
    time.getHours() === hours &&
    time.getMinutes() === minutes;
  return isReal ? time.getTime() : undefined;
}
