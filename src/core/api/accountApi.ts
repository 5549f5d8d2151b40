import type { Project } from '../model/project';
import type { ApiCaller } from './caller';
import { endpoint } from './endpoint';
import { readAllPages } from './paging';
import { type KeyInfo, toProject, toUser, type User, wireKey, wireProject, wireUser } from './wire/account';

/** Who the key belongs to, and which projects it opens. */
export class AccountApi {
  constructor(private readonly call: ApiCaller) {}

  /**
   * `GET personal_api_keys/@current`: what the key may do. No scope needed; servers before 2024 answer 404. Source:
   * posthog/api/personal_api_key.py.
   */
  currentKey(signal: AbortSignal): Promise<KeyInfo> {
    return this.call(endpoint('GET', '/api/personal_api_keys/@current/'), wireKey, signal);
  }

  /**
   * `GET users/@me`, scope `user:read`. Forbidden does not mean that the key is bad: project-bound keys may lack the
   * scope. Source: posthog/api/user.py.
   */
  async currentUser(signal: AbortSignal): Promise<User> {
    return toUser(await this.call(endpoint('GET', '/api/users/@me/'), wireUser, signal));
  }

  /**
   * `GET organizations/:id/projects`, or `GET projects` (of the current organization) without an id; scope
   * `project:read`. Forbidden for project-bound keys. Source: posthog/api/project.py.
   */
  async listProjects(organizationId: string | undefined, signal: AbortSignal): Promise<readonly Project[]> {
    const list =
      organizationId === undefined
        ? { template: '/api/projects/' }
        : { template: '/api/organizations/:organization/projects/', ids: { organization: organizationId } };
    const { rows } = await readAllPages(this.call, list, wireProject, (row) => row.id, signal);
    return rows.map(toProject);
  }

  /** `GET projects/:id`, scope `project:read`, also for project-bound keys. Source: posthog/api/project.py. */
  async retrieveProject(projectId: number, signal: AbortSignal): Promise<Project> {
    const request = endpoint('GET', '/api/projects/:project/', { project: projectId });
    return toProject(await this.call(request, wireProject, signal));
  }
}
