import { PostHogError } from '../api/errors';
import type { sleep as sleepForReal } from '../api/sleep';
import { readMetricResult } from '../api/wire/metricResult';
import { emptyOutcomes } from '../experiment/emptyOutcomes';
import { seriesObstacle } from '../experiment/seriesObstacle';
import type { MetricOutcome } from '../model/latestResults';
import type { Session } from '../session';
import { metricKey, type MetricReading } from '../store/metricReading';
import { lastLoaded, mapLoaded } from '../store/resource';
import { outcomeOfDays, withOutcome } from './latestOutcomes';
import { readFreshDetail } from './readFreshDetail';
import { runQuery } from './runQuery';

export interface MetricTask {
  /** Of the experiment. */
  readonly id: number;
  /** As `metricKey` gives it. */
  readonly key: string;
  /** Where to begin: `query` has it computed anew. */
  readonly from: 'days' | 'query';
  /** Kept over the metrics of a page: a key that may not query is told once and not asked for again. */
  readonly refusal: { error?: PostHogError };
}

/**
 * Reads the newest result of one metric into `state.verdicts`: the last day of its daily results, else a query.
 * @param tell what becomes of it; undefined when it is done
 * @throws PostHogError when both failed; the reason of the signal
 */
export async function readMetric(
  session: Session,
  { id, key, from, refusal }: MetricTask,
  tell: (reading: MetricReading | undefined) => void,
  signal: AbortSignal,
  options: { readonly sleep?: typeof sleepForReal } = {},
): Promise<void> {
  tell({ state: 'reading' });
  const experiment = await readFreshDetail(session, id, signal);
  const found = experiment && emptyOutcomes(experiment).find((each) => metricKey(each) === key);
  if (!found) throw metricGone;
  const put = (outcome: MetricOutcome) => putOutcome(session, id, outcome);
  const days = from === 'days' ? await readDays(session, id, found, signal) : undefined;
  if (days) put(days);
  if (days?.result || days?.isLegacy) return tell(undefined);
  if (refusal.error) throw refusal.error;
  const sinceMs = session.now();
  tell({ state: 'computing', sinceMs });
  const query = { kind: 'ExperimentQuery', experiment_id: id, metric: found.metric.definition } as const;
  const { response, computedMs } = await runQuery(session, query, signal, options).catch((error: unknown) => {
    if (error instanceof PostHogError && error.kind === 'forbidden') refusal.error = error;
    throw error;
  });
  const { result, isLegacy, error } = readMetricResult(response);
  put({
    ...found,
    result,
    isLegacy,
    error,
    source: result && 'query',
    computedMs: computedMs ?? session.now(),
    readMs: session.now(),
    noDays: days?.noDays,
  });
  tell(undefined);
}

/** Undefined where PostHog keeps no daily results of it, or where they were looked at just now. */
async function readDays(
  { client, projectId, store, now }: Session,
  id: number,
  found: MetricOutcome,
  signal: AbortSignal,
): Promise<MetricOutcome | undefined> {
  const { uuid, fingerprint } = found.metric;
  if (seriesObstacle(found.metric) !== undefined || uuid === undefined || fingerprint === undefined) {
    return undefined;
  }
  const results = lastLoaded(store.state.verdicts.get(id))?.value;
  const before = results?.outcomes.find((each) => metricKey(each) === metricKey(found));
  const isSame = before?.metric.fingerprint === fingerprint;
  // Without days of this very fingerprint there are none now either.
  if (isSame && before.noDays !== undefined && before.source === undefined) return before;
  const series = await client.results.timeseries(projectId, id, { uuid, fingerprint }, signal);
  return outcomeOfDays(found, series, { readMs: now(), isEdited: before !== undefined && !isSame });
}

function putOutcome({ store }: Session, id: number, outcome: MetricOutcome): void {
  store.update((state) => {
    const verdict = state.verdicts.get(id);
    if (!verdict) return state;
    const changed = mapLoaded(verdict, (results) => withOutcome(results, outcome));
    return { ...state, verdicts: new Map(state.verdicts).set(id, changed) };
  });
}

const metricGone = new PostHogError('notFound', {
  method: 'POST',
  template: '/api/projects/:project/query/',
  serverMessage: 'The experiment no longer has this metric.',
});
