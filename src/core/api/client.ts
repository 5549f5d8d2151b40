import type { Experiment, ExperimentDetail } from '../model/experiment';
import type { Project } from '../model/project';
import type { Timeseries } from '../model/timeseries';
import type { ApiCaller } from './caller';
import { readAllPages } from './paging';
import { type KeyInfo, toProject, toUser, type User, wireKey, wireProject, wireUser } from './wire/account';
import { toExperiment, toExperimentDetail, wireExperiment } from './wire/experiment';
import { toTimeseries, wireTimeseries } from './wire/timeseries';
import type { Rows } from './wire/tolerant';

export interface ListFilters {
  /** Archived experiments only; else only the others. PostHog has no list of both. */
  readonly archived?: boolean;
}

export interface NewExperiment {
  readonly name: string;
  readonly feature_flag_key: string;
  readonly parameters?: {
    readonly feature_flag_variants: readonly {
      readonly key: string;
      readonly name?: string;
      readonly rollout_percentage: number;
    }[];
  };
}

/** Only what changed: PostHog replaces whatever is sent. */
export interface ExperimentPatch {
  readonly name?: string;
  readonly description?: string;
  readonly archived?: boolean;
}

/**
 * PostHog's REST API, one method an endpoint. Every method rejects with a PostHogError; all share the kinds
 * unauthorized (key invalid), forbidden (scope or access missing), rateLimited, server and those of the transport.
 * Source of shapes and rules: PostHog's API documentation and the serializers of its experiments product.
 */
export class PostHogClient {
  constructor(private readonly call: ApiCaller) {}

  /** `GET personal_api_keys/@current`: what the key may do. No scope needed; servers before 2024 answer 404. */
  currentKey(signal: AbortSignal): Promise<KeyInfo> {
    return this.call(get('/api/personal_api_keys/@current/'), wireKey, signal);
  }

  /** `GET users/@me`, scope `user:read`. Forbidden does not mean that the key is bad. */
  async currentUser(signal: AbortSignal): Promise<User> {
    return toUser(await this.call(get('/api/users/@me/'), wireUser, signal));
  }

  /**
   * `GET organizations/:id/projects`, or `GET projects` (of the current organization) without an id; scope
   * `project:read`. Forbidden for project-bound keys.
   */
  async listProjects(organizationId: string | undefined, signal: AbortSignal): Promise<readonly Project[]> {
    const list =
      organizationId === undefined
        ? { path: '/api/projects/', template: '/api/projects/' }
        : {
            path: `/api/organizations/${encodeURIComponent(organizationId)}/projects/`,
            template: '/api/organizations/:organization/projects/',
          };
    const { rows } = await readAllPages(this.call, list, wireProject, (row) => row.id, signal);
    return rows.map(toProject);
  }

  /** `GET projects/:id`, scope `project:read`, also for project-bound keys. */
  async retrieveProject(projectId: number, signal: AbortSignal): Promise<Project> {
    return toProject(
      await this.call(get(`/api/projects/${projectId}/`, '/api/projects/:project/'), wireProject, signal),
    );
  }

  /** `GET experiments`, scope `experiment:read`: all pages. Items of newer servers carry no metrics. */
  async listExperiments(
    projectId: number,
    filters: ListFilters,
    signal: AbortSignal,
  ): Promise<Rows<Experiment>> {
    const { path, template } = experiments(projectId);
    const query = filters.archived ? { archived: 'true' } : {};
    const list = { path, template, query };
    const { rows, dropped } = await readAllPages(this.call, list, wireExperiment, (row) => row.id, signal);
    return { rows: rows.map(toExperiment), dropped };
  }

  /** `POST experiments`, scope `experiment:write`: a draft and, unless it exists, its feature flag. Not idempotent. */
  async createExperiment(
    projectId: number,
    body: NewExperiment,
    signal: AbortSignal,
  ): Promise<ExperimentDetail> {
    const { path, template } = experiments(projectId);
    return toExperimentDetail(
      await this.call({ method: 'POST', path, template, body }, wireExperiment, signal),
    );
  }

  /** `GET experiments/:id`, scope `experiment:read`. Not found when deleted. */
  async retrieveExperiment(projectId: number, id: number, signal: AbortSignal): Promise<ExperimentDetail> {
    const { path, template } = experiments(projectId, id);
    return toExperimentDetail(await this.call(get(path, template), wireExperiment, signal));
  }

  /** `PATCH experiments/:id`, scope `experiment:write`. Invalid, with the server's sentence, when a rule forbids it. */
  async updateExperiment(
    projectId: number,
    id: number,
    body: ExperimentPatch,
    signal: AbortSignal,
  ): Promise<ExperimentDetail> {
    const { path, template } = experiments(projectId, id);
    return toExperimentDetail(
      await this.call({ method: 'PATCH', path, template, body }, wireExperiment, signal),
    );
  }

  /**
   * `POST experiments/:id/duplicate`, scope `experiment:write`: a new draft. The flag key is required here although
   * PostHog does not ask for one: without it both experiments share one flag, and stopping one hits the other.
   */
  async duplicateExperiment(
    projectId: number,
    id: number,
    body: { readonly feature_flag_key: string; readonly name?: string },
    signal: AbortSignal,
  ): Promise<ExperimentDetail> {
    const { path, template } = experiments(projectId, id, 'duplicate');
    return toExperimentDetail(
      await this.call({ method: 'POST', path, template, body }, wireExperiment, signal),
    );
  }

  /**
   * `GET experiments/:id/timeseries_results`, scope `experiment:read`. Invalid for a draft. An unknown metric or an
   * outdated fingerprint is no error: it answers `pending` with empty days.
   */
  async timeseriesResults(
    projectId: number,
    id: number,
    metric: { readonly uuid: string; readonly fingerprint: string },
    signal: AbortSignal,
  ): Promise<Timeseries> {
    const { path, template } = experiments(projectId, id, 'timeseries_results');
    const query = new URLSearchParams({ metric_uuid: metric.uuid, fingerprint: metric.fingerprint });
    return toTimeseries(
      await this.call(get(`${path}?${query.toString()}`, template), wireTimeseries, signal),
    );
  }
}

function get(path: string, template = path) {
  return { method: 'GET', path, template } as const;
}

function experiments(projectId: number, id?: number, action?: string) {
  const tail = (project: string | number, experiment: string | number | undefined) =>
    `/api/projects/${project}/experiments/` +
    (experiment === undefined ? '' : `${experiment}/`) +
    (action === undefined ? '' : `${action}/`);
  return { path: tail(projectId, id), template: tail(':project', id === undefined ? undefined : ':id') };
}
