import { PostHogError } from '../api/errors';
import type { ExperimentQuery } from '../api/resultsApi';
import { readExposures } from '../api/wire/exposures';
import type { ExperimentDetail } from '../model/experiment';
import type { ExposureReading } from '../model/exposures';
import type { Session } from '../session';
import { fetchResource } from './fetchResource';
import { findCurrentDetail } from './findCurrentDetail';
import { readExperiment } from './readExperiment';
import { runQuery } from './runQuery';

/**
 * Reads who was exposed, day by day, into `state.exposures`. PostHog counts them anew at most once a day and may take
 * minutes: for an open page only. Resolves when they are in the store or their failure is: forbidden where the key
 * lacks `query:read`, invalid for a draft.
 * @param options.anew counts them now, whatever PostHog has kept
 */
export async function loadExposures(
  session: Session,
  id: number,
  signal: AbortSignal,
  { anew = false, run = runQuery }: { readonly anew?: boolean; readonly run?: typeof runQuery } = {},
): Promise<void> {
  const { store } = session;
  await fetchResource<ExposureReading>(
    session,
    {
      key: `exposures/${id}`,
      fetch: async (flightSignal) => {
        const experiment =
          findCurrentDetail(store.state, id) ?? (await readExperiment(session, id, flightSignal));
        const { response, computedMs } = await run(session, toQuery(experiment), flightSignal, { anew });
        const exposures = readExposures(response);
        if (!exposures) throw unreadable;
        return { exposures, computedMs, startMs: experiment.startMs };
      },
      current: () => store.state.exposures.get(id),
      put: (resource) =>
        store.update((state) => ({ ...state, exposures: new Map(state.exposures).set(id, resource) })),
    },
    signal,
  );
}

/** PostHog takes flag and times from here, not from the experiment. */
function toQuery(experiment: ExperimentDetail): ExperimentQuery {
  const { id, name, flagKey, flag, variants, startMs, endMs, exposureCriteria } = experiment;
  if (startMs === undefined) throw notLaunched;
  return {
    kind: 'ExperimentExposureQuery',
    experiment_id: id,
    experiment_name: name,
    exposure_criteria: exposureCriteria ?? null,
    feature_flag: {
      ...(flag && { id: flag.id, active: flag.active }),
      key: flag?.key ?? flagKey,
      filters: {
        groups: [],
        multivariate: {
          variants: variants.map(({ key, rolloutPercent }) => ({
            key,
            rollout_percentage: rolloutPercent ?? 0,
          })),
        },
        ...(flag?.groupTypeIndex !== undefined && { aggregation_group_type_index: flag.groupTypeIndex }),
      },
    },
    start_date: new Date(startMs).toISOString(),
    end_date: endMs === undefined ? null : new Date(endMs).toISOString(),
    // Its users are nobody's exposures.
    holdout: null,
  };
}

const where = { method: 'POST', template: '/api/projects/:project/query/' };
const unreadable = new PostHogError('badResponse', where);
const notLaunched = new PostHogError('invalid', {
  ...where,
  serverMessage: 'The experiment is not launched.',
});
