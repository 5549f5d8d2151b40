import { ApiRefusal, errorBody } from './errors';
import { hourMs, minuteMs } from './time';

interface Bucket {
  readonly name: string;
  readonly requests: number;
  readonly perMs: number;
}

/** PostHog's own (posthog/rate_limit.py). A key has each bucket for itself. */
const ordinary: readonly Bucket[] = [
  { name: 'burst', requests: 480, perMs: minuteMs },
  { name: 'sustained', requests: 4800, perMs: hourMs },
];
const queries: readonly Bucket[] = [
  { name: 'clickhouse_burst', requests: 240, perMs: minuteMs },
  { name: 'clickhouse_sustained', requests: 1200, perMs: hourMs },
];

/** Counts requests, the oldest first, by bucket and key. */
export class RateLimit {
  private readonly timesMs = new Map<string, readonly number[]>();

  /** @throws ApiRefusal 429 that tells the seconds in its text and nowhere else, as the server does */
  take(keyId: string, isQuery: boolean, nowMs: number): void {
    for (const { name, requests, perMs } of isQuery ? queries : ordinary) {
      const slot = `${keyId}/${name}`;
      const recent = (this.timesMs.get(slot) ?? []).filter((timeMs) => timeMs > nowMs - perMs);
      const [oldestMs = nowMs] = recent;
      if (recent.length >= requests) throw throttled(Math.ceil((oldestMs + perMs - nowMs) / 1000));
      this.timesMs.set(slot, [...recent, nowMs]);
    }
  }
}

export function throttled(seconds: number): ApiRefusal {
  const wait = `${seconds} second${seconds === 1 ? '' : 's'}`;
  return new ApiRefusal(
    429,
    errorBody('throttled_error', 'throttled', `Request was throttled. Expected available in ${wait}.`),
  );
}
