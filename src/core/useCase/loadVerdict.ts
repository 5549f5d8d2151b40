import { PostHogError } from '../api/errors';
import { metricsInRole } from '../experiment/allMetrics';
import { seriesObstacle } from '../experiment/seriesObstacle';
import type { ExperimentDetail } from '../model/experiment';
import type { LatestResults, MetricOutcome } from '../model/latestResults';
import type { Recalculation } from '../model/recalculation';
import type { Session } from '../session';
import { lastLoaded } from '../store/resource';
import { fetchResource } from './fetchResource';
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
        if (recalculation) return fromRecalculation(experiment, recalculation);
        return fromSeries(session, experiment, count, flightSignal);
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

function fromRecalculation(experiment: ExperimentDetail, recalculation: Recalculation): LatestResults {
  const byUuid = new Map(recalculation.results.map((entry) => [entry.metricUuid, entry]));
  return {
    experiment,
    computedMs: recalculation.computedMs,
    outcomes: outcomesOf(experiment).map((outcome) => {
      const entry = byUuid.get(outcome.metric.uuid ?? '');
      return entry ? { ...outcome, result: entry.result, error: entry.error } : outcome;
    }),
  };
}

async function fromSeries(
  { client, projectId }: Session,
  experiment: ExperimentDetail,
  count: Count,
  signal: AbortSignal,
): Promise<LatestResults> {
  const outcomes = outcomesOf(experiment);
  const [metric] = experiment.primaryMetrics;
  const { uuid, fingerprint } = metric ?? {};
  if (!metric || seriesObstacle(metric) !== undefined || uuid === undefined || fingerprint === undefined) {
    return { experiment, computedMs: undefined, outcomes };
  }
  count(1);
  const series = await client.results.timeseries(projectId, experiment.id, { uuid, fingerprint }, signal);
  const newest = series.days.findLast(({ result }) => result !== undefined);
  // Days count from the start: an error stands for all while no day has a result.
  const error = newest ? undefined : series.days.findLast((day) => day.error !== undefined)?.error;
  return {
    experiment,
    computedMs: series.computedMs,
    outcomes: outcomes.map((outcome) =>
      outcome.metric.uuid === uuid && outcome.role === 'primary'
        ? { ...outcome, result: newest?.result, error }
        : outcome,
    ),
  };
}

/** All metrics, without results. */
function outcomesOf(experiment: ExperimentDetail): readonly MetricOutcome[] {
  return metricsInRole(experiment).map((each) => ({ ...each, result: undefined, error: undefined }));
}
