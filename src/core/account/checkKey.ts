import type { PostHogClient } from '../api/client';
import { PostHogError } from '../api/errors';
import type { Project } from '../model/project';

export interface CheckedKey {
  readonly scopes: readonly string[];
  /** Whose key it is, when the key may say so. */
  readonly email: string | undefined;
  /** Empty when the key may list none: the user then has to name the project. */
  readonly projects: readonly Project[];
  /** The project open in the user's browser, a good first choice. */
  readonly currentProjectId: number | undefined;
}

/**
 * Finds out what a personal API key is good for. Rejects with `unauthorized` when the host does not know it; what
 * the key may merely not read is left out of the answer.
 */
export async function checkKey(client: PostHogClient, signal: AbortSignal): Promise<CheckedKey> {
  // Servers from before scoped keys do not know the endpoint of keys; theirs may do everything.
  const key = await optional(client.account.currentKey(signal));
  const user = client.account.currentUser(signal);
  // A host that answers neither question is no PostHog.
  const { organizationIds = [], email, currentProjectId } = (key ? await optional(user) : await user) ?? {};
  const bound = key?.scoped_teams ?? [];
  const projects =
    bound.length > 0
      ? await Promise.all(bound.map((id) => nameProject(client, id, signal)))
      : await findProjects(client, organizationIds, signal);
  return {
    scopes: key?.scopes ?? ['*'],
    email,
    projects: projects.toSorted((a, b) => a.name.localeCompare(b.name)),
    currentProjectId,
  };
}

/** Whether a key with these scopes may do what `needed` names: `experiment:write` includes `experiment:read`. */
export function hasScope(scopes: readonly string[], needed: string): boolean {
  const [object, action] = needed.split(':');
  return scopes.some(
    (scope) => scope === '*' || scope === needed || (action === 'read' && scope === `${object}:write`),
  );
}

async function findProjects(
  client: PostHogClient,
  organizationIds: readonly string[],
  signal: AbortSignal,
): Promise<readonly Project[]> {
  const organizations = organizationIds.length > 0 ? organizationIds : [undefined];
  const lists = await Promise.all(
    organizations.map((id) => optional(client.account.listProjects(id, signal))),
  );
  return lists.flatMap((projects) => projects ?? []);
}

async function nameProject(client: PostHogClient, id: number, signal: AbortSignal): Promise<Project> {
  const project = await optional(client.account.retrieveProject(id, signal));
  return project ?? { id, name: `Project ${id}` };
}

/** What the key may not read, or an older server does not have, is simply unknown. */
async function optional<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof PostHogError && (error.kind === 'notFound' || error.kind === 'forbidden')) {
      return undefined;
    }
    throw error;
  }
}
