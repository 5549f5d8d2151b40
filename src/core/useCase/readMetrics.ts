/**
 * Reads what the newest results of an experiment leave open, metric by metric: only for a page that is open. Each
 * succeeds, fails and is tried again by itself.
 */
import { PostHogError } from '../api/errors';
import type { sleep as sleepForReal } from '../api/sleep';
import { isAbort } from '../isAbort';
import type { MetricOutcome } from '../model/latestResults';
import type { Session } from '../session';
import { isUnderWay, metricKey, type MetricReading, readingKey } from '../store/metricReading';
import { lastLoaded } from '../store/resource';
import { readMetric } from './readMetric';

const atOnce = 3;
/** A page that comes up later than this tries once more what failed. */
const againAfterMs = 60_000;

export interface MetricsDemand {
  /** Those without a result; also those read before this moment; or one by its `metricKey`, computed anew. */
  readonly what: 'missing' | { readonly readBeforeMs: number } | { readonly key: string };
}

/**
 * Resolves when every metric has a result in `state.verdicts` or its failure stands in `state.readings`; rejects when
 * cancelled, and then those that were not done are marked so.
 */
export async function readMetrics(
  session: Session,
  id: number,
  { what }: MetricsDemand,
  signal: AbortSignal,
  options: { readonly sleep?: typeof sleepForReal } = {},
): Promise<void> {
  const outcomes = wanted(session, id, what);
  const turns = outcomes.map((outcome) => metricKey(outcome));
  const put = (key: string, reading: MetricReading | undefined) => putReading(session, id, key, reading);
  for (const key of turns) put(key, { state: 'waiting' });
  /** One refusal of the account stands for all. */
  const refusal: { error?: PostHogError } = {};
  const inTurn = async () => {
    for (let key = turns.shift(); key !== undefined; key = turns.shift()) {
      signal.throwIfAborted();
      const from = typeof what === 'object' && 'key' in what ? 'query' : 'days';
      const read = readMetric(
        session,
        { id, key, from, refusal },
        (reading) => put(key, reading),
        signal,
        options,
      );
      await read.catch((error: unknown) => {
        if (!(error instanceof PostHogError) || signal.aborted) throw error;
        put(key, { state: 'failed', error, failedMs: session.now() });
      });
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, inTurn));
  } catch (error) {
    if (signal.aborted && !session.signal.aborted) markCancelled(session, id);
    if (isAbort(error) || signal.aborted) signal.throwIfAborted();
    throw error;
  }
}

function wanted(session: Session, id: number, what: MetricsDemand['what']): readonly MetricOutcome[] {
  const { verdicts, readings } = session.store.state;
  const results = lastLoaded(verdicts.get(id))?.value;
  // A draft has nothing to compute.
  if (!results || results.experiment.startMs === undefined) return [];
  return results.outcomes.filter((outcome) => {
    const key = metricKey(outcome);
    if (outcome.metric.type === 'legacy' || outcome.isLegacy) return false;
    const reading = readings.get(readingKey(id, key));
    if (isUnderWay(reading)) return false;
    if (typeof what === 'object' && 'key' in what) return key === what.key;
    if (typeof what === 'object') return (outcome.readMs ?? -Infinity) < what.readBeforeMs;
    // What failed a moment ago is not asked for again; what a page that was left had cancelled is.
    const failedNow = reading?.state === 'failed' && session.now() - reading.failedMs < againAfterMs;
    return outcome.result === undefined && outcome.error === undefined && !failedNow;
  });
}

function putReading(session: Session, id: number, key: string, reading: MetricReading | undefined): void {
  session.store.update((state) => {
    const readings = new Map(state.readings);
    if (reading) readings.set(readingKey(id, key), reading);
    else readings.delete(readingKey(id, key));
    return { ...state, readings };
  });
}

function markCancelled(session: Session, id: number): void {
  const ofExperiment = readingKey(id, '');
  session.store.update((state) => ({
    ...state,
    readings: new Map(
      [...state.readings].map(([key, reading]) => [
        key,
        key.startsWith(ofExperiment) && isUnderWay(reading) ? ({ state: 'cancelled' } as const) : reading,
      ]),
    ),
  }));
}
