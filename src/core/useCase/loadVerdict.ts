import { PostHogError } from '../api/errors';
import { emptyOutcomes } from '../experiment/emptyOutcomes';
import { seriesObstacle } from '../experiment/seriesObstacle';
import type { ExperimentDetail } from '../model/experiment';
import type { LatestResults } from '../model/latestResults';
import type { Recalculation } from '../model/recalculation';
import type { Session } from '../session';
import { metricKey } from '../store/metricReading';
import { lastLoaded } from '../store/resource';
import { fetchResource } from './fetchResource';
import { keepNewest, outcomeOfDays } from './latestOutcomes';
import { findCurrentDetail } from './findCurrentDetail';
import { readExperiment } from './readExperiment';

/**
 * Reads the newest results of an experiment into `state.verdicts`: those of all metrics in one answer where PostHog
 * gives it, else the last day of the first primary metric's series. What the metrics are is read before, unless it is
 * known. Resolves when the results are in the store or their failure is.
 * @returns how many requests it took
 */
export async function loadVerdict(session: Session, id: number, signal: AbortSignal): Promise<number> {
  const { store } = session;
  let requests = 0;
  await fetchResource<LatestResults>(
    session,
    {
      key: `verdict/${id}`,
      fetch: async (flightSignal) => {
        const known = findTrustedDetail(session, id);
        if (!known) requests++;
        const experiment = known ?? (await readExperiment(session, id, flightSignal));
        const count = (more: number) => (requests += more);
        const recalculation = await readRecalculation(session, id, count, flightSignal);
        const now = recalculation
          ? fromRecalculation(session, experiment, recalculation)
          : await fromSeries(session, experiment, count, flightSignal);
        return keepNewest(lastLoaded(store.state.verdicts.get(id))?.value, now);
      },
      current: () => store.state.verdicts.get(id),
      put: (resource) =>
        store.update((state) => ({ ...state, verdicts: new Map(state.verdicts).set(id, resource) })),
    },
    signal,
  );
  return requests;
}

/** The most requests that reading the verdict of an experiment can take. */
export function worstCost(session: Session, id: number): number {
  const { hasRecalculations } = session.store.state;
  const detail = findTrustedDetail(session, id) ? 0 : 1;
  if (hasRecalculations === undefined) return detail + 3;
  return detail + (hasRecalculations ? 2 : 1);
}

type Count = (requests: number) => void;

/**
 * The metrics need no reading while the experiment did not change. Where they led to no result, they may have: a shared
 * metric changes without its experiments, and an outdated fingerprint answers with empty days.
 */
function findTrustedDetail(session: Session, id: number): ExperimentDetail | undefined {
  const before = lastLoaded(session.store.state.verdicts.get(id))?.value;
  const ledToNothing = before?.outcomes.every(({ result }) => result === undefined) ?? false;
  return ledToNothing ? undefined : findCurrentDetail(session.store.state, id);
}

async function readRecalculation(
  { client, projectId, store }: Session,
  id: number,
  count: Count,
  signal: AbortSignal,
): Promise<Recalculation | undefined> {
  if (store.state.hasRecalculations === false) return undefined;
  const learn = (hasRecalculations: boolean) => store.update((state) => ({ ...state, hasRecalculations }));
  count(1);
  try {
    const recalculation = await client.results.latestRecalculation(projectId, id, signal);
    learn(true);
    return recalculation;
  } catch (error) {
    if (!(error instanceof PostHogError) || error.kind !== 'unsupported') throw error;
    // Telling an old server from a missing experiment took one more.
    count(1);
    learn(false);
    return undefined;
  }
}

function fromRecalculation(
  { now }: Session,
  experiment: ExperimentDetail,
  { results, computedMs, source }: Recalculation,
): LatestResults {
  const byUuid = new Map(results.map((entry) => [entry.metricUuid, entry]));
  return {
    experiment,
    computedMs,
    outcomes: emptyOutcomes(experiment).map((outcome) => {
      const entry = byUuid.get(outcome.metric.uuid ?? '');
      if (!entry) return outcome;
      const { result, error, isLegacy } = entry;
      const isKnown = result !== undefined || error !== undefined || isLegacy;
      return {
        ...outcome,
        result,
        error,
        isLegacy,
        source: result && source,
        computedMs: result && computedMs,
        readMs: isKnown ? now() : undefined,
      };
    }),
  };
}

async function fromSeries(
  { client, projectId, now, store }: Session,
  experiment: ExperimentDetail,
  count: Count,
  signal: AbortSignal,
): Promise<LatestResults> {
  const outcomes = emptyOutcomes(experiment);
  const [metric] = experiment.primaryMetrics;
  const { uuid, fingerprint } = metric ?? {};
  if (!metric || seriesObstacle(metric) !== undefined || uuid === undefined || fingerprint === undefined) {
    return { experiment, computedMs: undefined, outcomes };
  }
  count(1);
  const series = await client.results.timeseries(projectId, experiment.id, { uuid, fingerprint }, signal);
  const before = lastLoaded(store.state.verdicts.get(experiment.id))?.value.outcomes;
  return {
    experiment,
    computedMs: series.computedMs,
    outcomes: outcomes.map((outcome) => {
      if (outcome.metric.uuid !== uuid || outcome.role !== 'primary') return outcome;
      const known = before?.find((each) => metricKey(each) === metricKey(outcome));
      const isEdited = known !== undefined && known.metric.fingerprint !== fingerprint;
      return outcomeOfDays(outcome, series, { readMs: now(), isEdited });
    }),
  };
}
