import * as v from 'valibot';
import type { ActivityPage } from '../model/activity';
import type { Cohort } from '../model/cohort';
import type { Experiment, ExperimentDetail } from '../model/experiment';
import type { ExperimentStats } from '../model/experimentStats';
import type { FlagPage } from '../model/featureFlag';
import { readActivity } from './activity';
import { setArchived } from './archiving';
import type { ApiCaller } from './caller';
import { type EligibleFlagFilters, readEligibleFlags } from './eligibleFlags';
import { endpoint } from './endpoint';
import type { ExperimentFilters, ExperimentPatch, NewExperiment } from './experimentBodies';
import { listExperiments } from './listExperiments';
import { toCohort, wireExposureCohort } from './wire/cohort';
import { toExperimentDetail, wireExperiment } from './wire/experiment';
import { toStats, wireStats, wireVerdict } from './wire/stats';
import type { Rows } from './wire/tolerant';

const all = '/api/projects/:project/experiments/';
const one = `${all}:id/`;

/** Experiments. Source: PostHog's products/experiments (before 2026: ee/clickhouse/views/experiments.py). */
export class ExperimentsApi {
  constructor(private readonly call: ApiCaller) {}

  /**
   * `GET experiments`, scope `experiment:read`: all pages, without deleted ones. Items of newer servers carry no
   * metrics. Filters that a server may not know are applied again here, as far as its rows tell.
   */
  list(projectId: number, filters: ExperimentFilters, signal: AbortSignal): Promise<Rows<Experiment>> {
    return listExperiments(this.call, projectId, filters, signal);
  }

  /**
   * `POST experiments`, scope `experiment:write`: a draft (launched at once with a `start_date`) and, unless one with
   * the key exists, its feature flag. Not idempotent: after a timeout look for the flag key before trying again.
   */
  create(projectId: number, body: NewExperiment, signal: AbortSignal): Promise<ExperimentDetail> {
    return this.#detail(endpoint('POST', all, { project: projectId }, { body }), signal);
  }

  /** `GET experiments/:id`, scope `experiment:read`. Not found when deleted. */
  retrieve(projectId: number, id: number, signal: AbortSignal): Promise<ExperimentDetail> {
    return this.#detail(endpoint('GET', one, { project: projectId, id }), signal);
  }

  /**
   * `PATCH experiments/:id`, scope `experiment:write`. Send what changed and nothing else. Invalid, with the server's
   * sentence, when a rule forbids it; conflict when `version` is stale and the changes cannot be merged. Flag key and
   * type can never change, experiments with legacy metrics hardly at all.
   */
  update(
    projectId: number,
    id: number,
    patch: ExperimentPatch,
    signal: AbortSignal,
  ): Promise<ExperimentDetail> {
    return this.#detail(endpoint('PATCH', one, { project: projectId, id }, { body: patch }), signal);
  }

  /**
   * Deletes softly, `PATCH experiments/:id` with `deleted`, scope `experiment:write`; the flag stays. `DELETE` is
   * never sent: PostHog answers it with 405 and an empty body.
   */
  async delete(projectId: number, id: number, signal: AbortSignal): Promise<void> {
    const request = endpoint('PATCH', one, { project: projectId, id }, { body: { deleted: true } });
    await this.call(request, v.unknown(), signal);
  }

  /**
   * Brings a deleted experiment back: the same with `deleted: false`, the only request that reaches one. Invalid when
   * its flag was deleted meanwhile.
   */
  restore(projectId: number, id: number, signal: AbortSignal): Promise<ExperimentDetail> {
    const request = endpoint('PATCH', one, { project: projectId, id }, { body: { deleted: false } });
    return this.#detail(request, signal);
  }

  /**
   * `POST experiments/:id/duplicate`, scope `experiment:write`: a new draft. The flag key is required here although
   * PostHog does not ask for one: without it both experiments share one flag, and stopping one hits the other.
   * Invalid for experiments with legacy metrics. Not idempotent.
   */
  duplicate(
    projectId: number,
    id: number,
    body: { readonly feature_flag_key: string; readonly name?: string },
    signal: AbortSignal,
  ): Promise<ExperimentDetail> {
    return this.#detail(endpoint('POST', `${one}duplicate/`, { project: projectId, id }, { body }), signal);
  }

  /** Archives an ended experiment, scope `experiment:write`; see `setArchived`. */
  archive(projectId: number, id: number, signal: AbortSignal): Promise<ExperimentDetail> {
    return setArchived(this.call, { projectId, id, archived: true }, signal);
  }

  /** Brings an archived experiment back, scope `experiment:write`; see `setArchived`. */
  unarchive(projectId: number, id: number, signal: AbortSignal): Promise<ExperimentDetail> {
    return setArchived(this.call, { projectId, id, archived: false }, signal);
  }

  /**
   * `POST experiments/:id/create_exposure_cohort_for_experiment`, scope `experiment:write`. PostHog counts its members
   * later. Invalid for a draft and when there is one already. Not idempotent.
   */
  async createExposureCohort(projectId: number, id: number, signal: AbortSignal): Promise<Cohort> {
    const template = `${one}create_exposure_cohort_for_experiment/`;
    const request = endpoint('POST', template, { project: projectId, id });
    return toCohort(await this.call(request, wireExposureCohort, signal));
  }

  /** `GET experiments/stats`, scope `experiment:read`. Days are those of the project's time zone. */
  async stats(projectId: number, signal: AbortSignal): Promise<ExperimentStats> {
    const request = endpoint('GET', `${all}stats/`, { project: projectId });
    return toStats(await this.call(request, wireStats, signal));
  }

  /**
   * `GET experiments/requires_flag_implementation`, scope `experiment:read`: true warns that none of the sampled
   * events of the last 7 days carries a flag property (also when there are no events). A sample: a hint, no proof.
   * Not found where PostHog has retired it. Events and actions travel as JSON inside the query.
   */
  async requiresFlagImplementation(
    projectId: number,
    uses: { readonly events: readonly string[]; readonly actionIds: readonly number[] },
    signal: AbortSignal,
  ): Promise<boolean> {
    const query = {
      events: jsonList(uses.events.map((id) => ({ id, type: 'events' }))),
      actions: jsonList(uses.actionIds.map((id) => ({ id, type: 'actions' }))),
    };
    const template = `${all}requires_flag_implementation/`;
    const request = endpoint('GET', template, { project: projectId }, { query });
    return (await this.call(request, wireVerdict, signal)).result;
  }

  /** One page of the flags an experiment can be made on, scope `feature_flag:read`; see `readEligibleFlags`. */
  eligibleFlags(projectId: number, filters: EligibleFlagFilters, signal: AbortSignal): Promise<FlagPage> {
    return readEligibleFlags(this.call, projectId, filters, signal);
  }

  /** What was done to an experiment, the newest first, scope `activity_log:read`; see `readActivity`. */
  activity(projectId: number, id: number, signal: AbortSignal): Promise<ActivityPage> {
    return readActivity(this.call, projectId, id, signal);
  }

  async #detail(request: ReturnType<typeof endpoint>, signal: AbortSignal): Promise<ExperimentDetail> {
    return toExperimentDetail(await this.call(request, wireExperiment, signal));
  }
}

function jsonList(items: readonly unknown[]): string | undefined {
  return items.length === 0 ? undefined : JSON.stringify(items);
}
