export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** Midnight UTC of the day a moment belongs to. The sandbox's projects live in UTC. */
export function startOfDayMs(timeMs: number): number {
  return Math.floor(timeMs / dayMs) * dayMs;
}

/** `YYYY-MM-DD` in UTC. */
export function dayKey(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 10);
}

/** As serializer fields print it: `2026-03-02T09:30:00Z`, microseconds only when there are any. */
export function isoZ(timeMs: number): string {
  return `${isoSeconds(timeMs)}Z`;
}

/** As hand-built answers and fingerprints print it: `2026-03-02T09:30:00+00:00`. */
export function isoOffset(timeMs: number): string {
  return `${isoSeconds(timeMs)}+00:00`;
}

function isoSeconds(timeMs: number): string {
  const [seconds = '', milliseconds] = new Date(timeMs).toISOString().slice(0, -1).split('.');
  return milliseconds === '000' ? seconds : `${seconds}.${milliseconds}000`;
}
