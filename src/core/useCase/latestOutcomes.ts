/** The newest result of each metric: an answer that has none takes nothing away that was read before. */
import type { LatestResults, MetricOutcome } from '../model/latestResults';
import type { TimeseriesDay } from '../model/timeseries';
import { metricKey } from '../store/metricReading';

/** What the daily results of a metric say: the last day that has a result. */
export function outcomeOfDays(
  outcome: MetricOutcome,
  { days, computedMs }: { readonly days: readonly TimeseriesDay[]; readonly computedMs: number | undefined },
  read: { readonly readMs: number; readonly isEdited: boolean },
): MetricOutcome {
  const newest = days.findLast(({ result }) => result !== undefined);
  const isLegacy = newest === undefined && days.some((day) => day.isLegacy);
  // Days count from the start: an error stands for all while no day has a result.
  const error = newest ? undefined : days.findLast((day) => day.error !== undefined)?.error;
  const isEmpty = newest === undefined && !isLegacy && error === undefined;
  return {
    ...outcome,
    result: newest?.result,
    error,
    source: newest ? 'daily' : undefined,
    computedMs: newest ? computedMs : undefined,
    readMs: read.readMs,
    isLegacy,
    noDays: isEmpty ? (read.isEdited ? 'edited' : 'notComputed') : undefined,
  };
}

/** @param before what was known, perhaps of an earlier launch or of metrics that were edited since */
export function keepNewest(before: LatestResults | undefined, now: LatestResults): LatestResults {
  if (!before || before.experiment.startMs !== now.experiment.startMs) return now;
  const known = new Map(before.outcomes.map((outcome) => [metricKey(outcome), outcome]));
  return {
    ...now,
    outcomes: now.outcomes.map((outcome) => newerOf(known.get(metricKey(outcome)), outcome)),
  };
}

/** The newer of two outcomes of one metric. A failure keeps the last good result beside it. */
export function newerOf(before: MetricOutcome | undefined, now: MetricOutcome): MetricOutcome {
  if (!before?.result || before.metric.fingerprint !== now.metric.fingerprint) return now;
  const isOlder = now.result && (now.computedMs ?? Infinity) >= (before.computedMs ?? -Infinity);
  if (isOlder) return now;
  const { result, source, computedMs } = before;
  return { ...now, result, source, computedMs, readMs: now.readMs ?? before.readMs };
}

/** The results with another outcome of one metric, if they still are of the same launch and have that metric. */
export function withOutcome(results: LatestResults, outcome: MetricOutcome): LatestResults {
  const key = metricKey(outcome);
  const outcomes = results.outcomes.map((each) => (metricKey(each) === key ? newerOf(each, outcome) : each));
  const computedMs = results.computedMs ?? outcomes.find((each) => each.computedMs !== undefined)?.computedMs;
  return { ...results, outcomes, computedMs };
}
