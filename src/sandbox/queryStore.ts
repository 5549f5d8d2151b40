import type { JsonObject } from './json';
import type { Failure } from './measureRow';
import { dayMs, minuteMs } from './time';

/** What comes of a query. */
export type Outcome = { readonly response: JsonObject } | { readonly failure: Failure };

/** A query that runs, or ran, in the background. */
export interface QueryRun {
  readonly id: string;
  /** Names what was asked: the same question has the same. */
  readonly cacheKey: string;
  readonly startedMs: number;
  readonly readyMs: number;
  /** Undefined: it is still running. */
  readonly outcome: Outcome | undefined;
}

export interface CachedResponse {
  readonly response: JsonObject;
  readonly refreshedMs: number;
}

interface Kept extends QueryRun {
  readonly compute: () => Outcome;
}

/** Until then an answer is asked for in vain no longer, and a result is as good as new. */
const keptMs = 20 * minuteMs;
export const freshMs = dayMs;
const pickupMs = 500;

/** The queries of one project and what they found. Nothing happens by itself: whoever asks says what time it is. */
export class QueryStore {
  private readonly runs = new Map<string, Kept>();
  private readonly responses = new Map<string, CachedResponse>();

  cached(cacheKey: string, nowMs: number): CachedResponse | undefined {
    this.settle(nowMs);
    return this.responses.get(cacheKey);
  }

  remember(cacheKey: string, response: JsonObject, nowMs: number): CachedResponse {
    const cached = { response, refreshedMs: nowMs };
    this.responses.set(cacheKey, cached);
    return cached;
  }

  /** Starts a query, or returns the one that already works on the same question. */
  start(id: string, cacheKey: string, nowMs: number, durationMs: number, compute: () => Outcome): QueryRun {
    this.settle(nowMs);
    for (const run of this.runs.values()) {
      if (run.cacheKey === cacheKey && !run.outcome) return run;
    }
    const readyMs = nowMs + pickupMs + durationMs;
    const run: Kept = { id, cacheKey, startedMs: nowMs, readyMs, outcome: undefined, compute };
    this.runs.set(id, run);
    return run;
  }

  find(id: string, nowMs: number): QueryRun | undefined {
    this.settle(nowMs);
    return this.runs.get(id);
  }

  /** @returns whether there was such a query */
  cancel(id: string): boolean {
    return this.runs.delete(id);
  }

  private settle(nowMs: number): void {
    for (const run of this.runs.values()) {
      if (nowMs >= run.readyMs + keptMs) this.runs.delete(run.id);
      if (run.outcome || nowMs < run.readyMs) continue;
      const outcome = run.compute();
      if (this.runs.has(run.id)) this.runs.set(run.id, { ...run, outcome });
      if ('response' in outcome) this.remember(run.cacheKey, outcome.response, run.readyMs);
    }
  }
}

export function pickedUpMs(run: QueryRun): number {
  return run.startedMs + pickupMs;
}

export function expiresMs(run: QueryRun): number {
  return run.readyMs + keptMs;
}
