import * as v from 'valibot';
import type { Project } from '../../model/project';
import { maybe, maybeList, maybeNumber, maybeText, readRows } from './tolerant';

/** `GET /api/personal_api_keys/@current/`. Scopes are required: without them any JSON would pass for a good key. */
export const wireKey = v.object({
  scopes: v.array(v.string()),
  /** Ids of the projects the key is bound to; empty when it is not. */
  scoped_teams: v.fallback(v.array(v.number()), []),
});
export type KeyInfo = v.InferOutput<typeof wireKey>;

export const wireProject = v.object({ id: v.number(), name: maybeText, timezone: maybeText });

export function toProject(wire: v.InferOutput<typeof wireProject>): Project {
  return {
    id: wire.id,
    name: wire.name ?? `Project ${wire.id}`,
    ...(wire.timezone !== undefined && { timeZone: wire.timezone }),
  };
}

const wireOrganization = v.object({ id: v.string(), name: maybeText });

/** `GET /api/users/@me/` */
export const wireUser = v.object({
  email: maybeText,
  first_name: maybeText,
  team: maybe(v.object({ id: maybeNumber })),
  organizations: maybeList,
});

export interface User {
  readonly email: string | undefined;
  /** The project open in the user's browser. */
  readonly currentProjectId: number | undefined;
  readonly organizationIds: readonly string[];
}

export function toUser(wire: v.InferOutput<typeof wireUser>): User {
  return {
    email: wire.email ?? wire.first_name,
    currentProjectId: wire.team?.id,
    organizationIds: readRows(wireOrganization, wire.organizations).rows.map(
      (organization) => organization.id,
    ),
  };
}
