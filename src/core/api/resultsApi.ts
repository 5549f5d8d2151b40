import type { Recalculation, StartedRecalculation } from '../model/recalculation';
import type { Timeseries } from '../model/timeseries';
import type { MetricDefinition } from '../model/metric';
import type { ApiCaller } from './caller';
import { endpoint } from './endpoint';
import { PostHogError } from './errors';
import { explainNotFound } from './explainNotFound';
import { type QueryState, toQueryState, wireCancelled, wireQueryAnswer } from './wire/query';
import { toRecalculation, wireRecalculation, wireRecalculationRequest } from './wire/recalculation';
import { toTimeseries, wireTimeseries } from './wire/timeseries';

const one = '/api/projects/:project/experiments/:id/';
const queries = '/api/projects/:project/query/';

/** What `POST query` computes here. Drafts have nothing to compute. */
export type ExperimentQuery = Readonly<
  | {
      kind: 'ExperimentQuery';
      experiment_id: number;
      /** Exactly as the experiment carries it: unknown keys are refused. */
      metric: MetricDefinition;
    }
  | {
      kind: 'ExperimentExposureQuery';
      experiment_id: number;
      experiment_name: string;
      /** Its key and variants are read from here. */
      feature_flag: Readonly<Record<string, unknown>>;
      exposure_criteria: Readonly<Record<string, unknown>> | null;
      start_date: string;
      end_date: string | null;
      holdout: Readonly<Record<string, unknown>> | null;
    }
>;

/**
 * Results of experiments. Source: PostHog's products/experiments (experiment_service.py, presentation/views.py) and
 * posthog/api/query.py. Where an experiment exists but its PostHog is too old for an endpoint, the kind is
 * unsupported.
 */
export class ResultsApi {
  constructor(private readonly call: ApiCaller) {}

  /**
   * `GET experiments/:id/timeseries_results`, scope `experiment:read`. Invalid for a draft. An unknown metric or an
   * outdated fingerprint is no error: it answers `pending` with empty days, and so do retention metrics.
   */
  async timeseries(
    projectId: number,
    id: number,
    metric: { readonly uuid: string; readonly fingerprint: string },
    signal: AbortSignal,
  ): Promise<Timeseries> {
    const ids = { project: projectId, id };
    const query = { metric_uuid: metric.uuid, fingerprint: metric.fingerprint };
    const request = endpoint('GET', `${one}timeseries_results/`, ids, { query });
    const answer = this.call(request, wireTimeseries, signal);
    return toTimeseries(await explainNotFound(this.call, answer, ids, signal));
  }

  /**
   * `POST experiments/:id/recalculate_timeseries`, scope `experiment:write`. What was computed for this metric and
   * fingerprint is deleted at once, the chart stays empty until the work is done: ask the person first. Take both from
   * one fresh retrieve: PostHog does not check that they belong together. 201 is a new request, 200 one under way.
   */
  async recalculateTimeseries(
    projectId: number,
    id: number,
    body: { readonly metric: MetricDefinition; readonly fingerprint: string },
    signal: AbortSignal,
  ): Promise<StartedRecalculation> {
    return this.#startRecalculation(
      `${one}recalculate_timeseries/`,
      { project: projectId, id },
      body,
      signal,
    );
  }

  /**
   * `GET experiments/:id/metrics_recalculation/latest`, scope `experiment:read`: the newest results of all metrics
   * without computing anything. Undefined when nothing was computed yet.
   */
  async latestRecalculation(
    projectId: number,
    id: number,
    signal: AbortSignal,
  ): Promise<Recalculation | undefined> {
    const ids = { project: projectId, id };
    const request = endpoint('GET', `${one}metrics_recalculation/latest/`, ids);
    const answer = this.call(request, wireRecalculation, signal).catch((error: unknown) => {
      if (isNothingComputed(error)) return undefined;
      throw error;
    });
    const wire = await explainNotFound(this.call, answer, ids, signal);
    return wire && toRecalculation(wire);
  }

  /**
   * `POST experiments/:id/metrics_recalculation`, scope `experiment:write`: computes all metrics anew, in the
   * background. 200 instead of 201 when a run is under way or ended within five minutes. Invalid for a draft; server
   * with the code `recalculation_scheduling_unavailable` when the scheduler is down.
   */
  async startRecalculation(
    projectId: number,
    id: number,
    signal: AbortSignal,
  ): Promise<StartedRecalculation> {
    const ids = { project: projectId, id };
    return this.#startRecalculation(`${one}metrics_recalculation/`, ids, { trigger: 'manual' }, signal);
  }

  /**
   * `POST query`, scope `query:read`: a fresh result from PostHog's cache at once, else the computation begins and is
   * to be polled. It would otherwise hold the connection for minutes. `force_async` computes past the cache.
   */
  async startQuery(
    projectId: number,
    query: ExperimentQuery,
    signal: AbortSignal,
    refresh: 'async' | 'force_async' = 'async',
  ): Promise<QueryState> {
    const body = { query, refresh };
    const request = endpoint('POST', queries, { project: projectId }, { body });
    return toQueryState(request, await this.call(request, wireQueryAnswer, signal));
  }

  /**
   * `GET query/:id`, scope `query:read`. Invalid, with a sentence, when the query failed for a reason a person can
   * mend (400); server when PostHog failed (500); not found when the answer expired, 20 minutes after it was computed.
   */
  async pollQuery(projectId: number, queryId: string, signal: AbortSignal): Promise<QueryState> {
    const request = endpoint('GET', `${queries}:query/`, { project: projectId, query: queryId });
    return toQueryState(request, await this.call(request, wireQueryAnswer, signal));
  }

  /** `DELETE query/:id`, scope `query:read`: stops the computation. 200 or 204. */
  async cancelQuery(projectId: number, queryId: string, signal: AbortSignal): Promise<void> {
    const request = endpoint('DELETE', `${queries}:query/`, { project: projectId, query: queryId });
    await this.call(request, wireCancelled, signal);
  }

  async #startRecalculation(
    template: string,
    ids: { readonly project: number; readonly id: number },
    body: object,
    signal: AbortSignal,
  ): Promise<StartedRecalculation> {
    const request = endpoint('POST', template, ids, { body });
    const answer = this.call.withStatus(request, wireRecalculationRequest, signal);
    const { status, value } = await explainNotFound(this.call, answer, ids, signal);
    return { isNew: status === 201, status: value.status };
  }
}

function isNothingComputed(error: unknown): boolean {
  return (
    error instanceof PostHogError &&
    error.kind === 'notFound' &&
    /no completed recalculation/i.test(error.details.serverMessage ?? '')
  );
}
