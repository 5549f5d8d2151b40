import { unauthenticated } from './errors';
import { people } from './people';
import type { AccessLevel, Person } from './project';

/** An API key of the sandbox, and what it may do. */
export interface ApiKey {
  readonly id: string;
  readonly value: string;
  readonly label: string;
  /** Personal keys act as their user, project secret keys as nobody. */
  readonly kind: 'personal' | 'secret';
  readonly user: Person;
  /** `<object>:read|write`, or `*` for all. */
  readonly scopes: readonly string[];
  /** Ids of the projects it is bound to; empty when it reaches all of its user's. */
  readonly projectIds: readonly number[];
  /** The most its user may do with things of a kind, whatever the scopes say. */
  readonly levels: Readonly<Record<'experiment' | 'feature_flag', NonNullable<AccessLevel>>>;
}

/** The two projects of the sandbox's user, and one that exists but is somebody else's. */
export const sandboxProjectIds = { shop: 7100, wholesale: 7200, foreign: 7300 } as const;

const everything = {
  kind: 'personal',
  user: people[0],
  scopes: ['*'],
  projectIds: [],
  levels: { experiment: 'manager', feature_flag: 'manager' },
} as const;

const reading = [
  'experiment:read',
  'experiment_saved_metric:read',
  'feature_flag:read',
  'event_definition:read',
  'activity_log:read',
  'query:read',
  'project:read',
  'organization:read',
  'user:read',
];

/** Each stands for a kind of key that a client has to cope with. None is a secret. */
export const sandboxKeys = {
  /** Everything. */
  full: {
    ...everything,
    id: 'k-full',
    value: 'phx_sandbox_full_access_0001',
    label: 'Sandbox: everything',
  },
  /** Reads, never writes. */
  readOnly: {
    ...everything,
    id: 'k-read',
    value: 'phx_sandbox_read_only_0002',
    label: 'Sandbox: reads only',
    scopes: reading,
  },
  /** Writes experiments of one project and cannot list projects. */
  projectBound: {
    ...everything,
    id: 'k-bound',
    value: 'phx_sandbox_project_bound_0003',
    label: 'Sandbox: one project',
    scopes: ['experiment:write', 'feature_flag:read', 'query:read', 'project:read', 'user:read'],
    projectIds: [sandboxProjectIds.shop],
  },
  /** A good key without what this program is for, not even the scope to tell whose it is. */
  withoutExperiments: {
    ...everything,
    id: 'k-none',
    value: 'phx_sandbox_no_experiments_0004',
    label: 'Sandbox: no experiments',
    scopes: ['feature_flag:read', 'project:read'],
  },
  /** May write by its scopes, but its user may only look. */
  viewer: {
    ...everything,
    id: 'k-viewer',
    value: 'phx_sandbox_viewer_0005',
    label: 'Sandbox: a viewer',
    user: people[2],
    levels: { experiment: 'viewer', feature_flag: 'viewer' },
  },
  /** Its user edits experiments but no flags. */
  flagViewer: {
    ...everything,
    id: 'k-flag-viewer',
    value: 'phx_sandbox_flag_viewer_0006',
    label: 'Sandbox: flags of others',
    user: people[1],
    levels: { experiment: 'editor', feature_flag: 'viewer' },
  },
  /** Writes experiments, but runs no queries and switches no flags by themselves. */
  withoutQuery: {
    ...everything,
    id: 'k-no-query',
    value: 'phx_sandbox_no_query_0007',
    label: 'Sandbox: no queries',
    scopes: ['experiment:write', 'feature_flag:read', 'project:read', 'user:read'],
  },
  /** Belongs to the project instead of a person. */
  projectSecret: {
    ...everything,
    id: 'k-secret',
    value: 'phs_sandbox_project_secret_0008',
    label: 'Sandbox: project secret',
    kind: 'secret',
    scopes: ['experiment:read'],
    projectIds: [sandboxProjectIds.shop],
  },
} satisfies Record<string, ApiKey>;

/**
 * The key of an Authorization header. `Bearer` is case-sensitive, as on the server.
 * @throws ApiRefusal 401 when there is none or it is not one of the sandbox's
 */
export function authenticate(authorization: string | undefined, origin: string): ApiKey {
  const value = authorization?.startsWith('Bearer ') ? authorization.slice('Bearer '.length).trim() : '';
  if (value === '') {
    throw unauthenticated('not_authenticated', 'Authentication credentials were not provided.', origin);
  }
  const key = Object.values<ApiKey>(sandboxKeys).find((candidate) => candidate.value === value);
  if (!key) {
    throw unauthenticated(
      'authentication_failed',
      'Personal API key found in request Authorization header is invalid.',
      origin,
    );
  }
  return key;
}

/** A write scope serves for reading too. */
export function hasScope(key: ApiKey, scope: string): boolean {
  const writing = scope.replace(/:read$/, ':write');
  return key.scopes.some((held) => held === '*' || held === scope || held === writing);
}
