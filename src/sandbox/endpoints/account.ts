import { notFound } from '../errors';
import { organization } from '../people';
import type { Project } from '../project';
import { pageOf } from '../pages';
import { type Answer, type Call, ok, type ProjectCall } from '../route';
import { userBasic } from '../userBasic';
import { isoZ, minuteMs } from '../time';
import type { World } from '../world';

/** `GET /api/personal_api_keys/@current/`: what the key is allowed to do. */
export function currentKey({ key, world }: Call): Answer {
  return ok({
    id: key.id,
    label: key.label,
    value: null,
    mask_value: `phx_...${key.value.slice(-4)}`,
    created_at: '2026-01-05T10:00:00Z',
    last_used_at: isoZ(world.now() - minuteMs),
    user_id: key.user.id,
    scopes: key.scopes,
    scoped_teams: key.projectIds,
    scoped_organizations: [],
  });
}

/** `GET /api/users/@me/` */
export function currentUser({ world, key }: Call): Answer {
  const projects = [...world.projects.values()];
  const [current] = projects;
  const membership = { ...organization, logo_media_id: null, membership_level: 15 };
  return ok({
    ...userBasic(key.user),
    team: current ? projectBasic(current) : null,
    organization: {
      ...membership,
      teams: projects.map(projectBasic),
      projects: projects.map(({ id, name }) => ({ id, organization_id: organization.id, name })),
    },
    organizations: [
      {
        ...membership,
        members_can_use_personal_api_keys: true,
        is_active: null,
        is_not_active_reason: null,
        is_pending_deletion: null,
      },
    ],
  });
}

/** `GET /api/projects/` */
export function listProjects({ world, url }: Call): Answer {
  return ok(projectPage(world, url));
}

/** `GET /api/organizations/:organization/projects/` */
export function listOrganizationProjects({ world, url, params }: Call): Answer {
  const wanted = params['organization'];
  if (wanted !== organization.id && wanted !== '@current') throw notFound();
  return ok(projectPage(world, url));
}

/** `GET /api/projects/:project/` */
export function retrieveProject({ project }: ProjectCall): Answer {
  return ok(projectBasic(project));
}

function projectPage(world: World, url: URL) {
  return pageOf([...world.projects.values()].map(projectBasic), url);
}

function projectBasic({ id, uuid, name }: Project) {
  return {
    id,
    uuid,
    organization: organization.id,
    project_id: id,
    api_token: `phc_sandbox_${id}`,
    name,
    completed_snippet_onboarding: true,
    has_completed_onboarding_for: {},
    ingested_event: true,
    is_demo: true,
    timezone: 'UTC',
    access_control: false,
  };
}
