import type { JsonObject } from './json';
import { textIn } from './json';
import type { RunRow } from './measureRow';
import type { Night } from './nights';
import type { ExperimentRow } from './project';
import { Random } from './random';
import { currentResult, failureOf } from './results';
import type { SumsCache } from './sumsCache';

/** What a run has to say of one metric. */
export interface MetricOutcome {
  readonly metricUuid: string;
  readonly status: 'pending' | 'completed' | 'failed';
  readonly result: JsonObject | null;
  readonly error: string | null;
}

/** A run as it stands now. Times in milliseconds since the epoch. */
export interface Run {
  readonly id: string;
  readonly trigger: string;
  readonly status: 'pending' | 'in_progress' | 'completed' | 'failed';
  readonly createdMs: number;
  readonly startedMs: number | null;
  readonly completedMs: number | null;
  /** What the results are of. */
  readonly queryToMs: number | null;
  readonly outcomes: readonly MetricOutcome[];
}

/** How long a run waits, and takes for each metric. */
const waitMs = 1_000;
const metricMs = 4_000;

export function isActive(run: Run): boolean {
  return run.status === 'pending' || run.status === 'in_progress';
}

/** Somebody's run: the metrics are computed one after another, each as of the moment the run began. */
export function requestedRun(
  cache: SumsCache,
  row: ExperimentRow,
  metrics: readonly JsonObject[],
  { id, trigger, createdMs, metricUuids }: RunRow,
  nowMs: number,
): Run {
  const startedMs = createdMs + waitMs;
  const completedMs = startedMs + metricUuids.length * metricMs;
  const queryToMs = Math.min(startedMs, row.end_date ?? Infinity);
  const outcomes = metricUuids.map((metricUuid, index): MetricOutcome => {
    const metric = metrics.find((candidate) => textIn(candidate, 'uuid') === metricUuid);
    return metric && nowMs >= startedMs + (index + 1) * metricMs
      ? outcomeOf(cache, row, metric, metricUuid, queryToMs)
      : { metricUuid, status: 'pending', result: null, error: null };
  });
  const isStarted = nowMs >= startedMs;
  const isDone = nowMs >= completedMs;
  return {
    id,
    trigger,
    status: isDone ? finalStatus(outcomes) : isStarted ? 'in_progress' : 'pending',
    createdMs,
    startedMs: isStarted ? startedMs : null,
    completedMs: isDone ? completedMs : null,
    queryToMs: isStarted ? queryToMs : null,
    outcomes,
  };
}

function outcomeOf(
  cache: SumsCache,
  row: ExperimentRow,
  metric: JsonObject,
  metricUuid: string,
  untilMs: number,
): MetricOutcome {
  const failure = failureOf(row, metric);
  return failure
    ? { metricUuid, status: 'failed', result: null, error: failure.detail }
    : { metricUuid, status: 'completed', result: currentResult(cache, row, metric, untilMs), error: null };
}

/** What the last night computed, as a run of its own; undefined when no night did anything. */
export function nightlyRun(
  row: ExperimentRow,
  series: readonly { readonly metricUuid: string; readonly nights: readonly Night[] }[],
): Run | undefined {
  const newest = series.flatMap(({ metricUuid, nights }) => {
    const night = nights.at(-1);
    return night ? [{ metricUuid, night }] : [];
  });
  if (newest.length === 0) return undefined;
  const computedMs = Math.max(...newest.map(({ night }) => night.computedMs));
  const queryToMs = Math.max(...newest.map(({ night }) => night.untilMs));
  const outcomes = newest.map(({ metricUuid, night }): MetricOutcome => ({
    metricUuid,
    status: night.error === undefined ? 'completed' : 'failed',
    result: night.result,
    error: night.error ?? null,
  }));
  return {
    id: new Random(`${row.reality.seed}/run/${queryToMs}`).uuid(),
    trigger: 'timeseries_sync',
    status: finalStatus(outcomes),
    createdMs: computedMs,
    startedMs: computedMs,
    completedMs: computedMs,
    queryToMs,
    outcomes,
  };
}

function finalStatus(outcomes: readonly MetricOutcome[]): 'completed' | 'failed' {
  return outcomes.length > 0 && outcomes.every(({ status }) => status === 'failed') ? 'failed' : 'completed';
}
