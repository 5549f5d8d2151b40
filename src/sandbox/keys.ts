import { unauthenticated } from './errors';

/** A personal API key of the sandbox's user, and what it may do. */
export interface ApiKey {
  readonly id: string;
  readonly value: string;
  readonly label: string;
  /** `<object>:read|write`, or `*` for all. */
  readonly scopes: readonly string[];
  /** Ids of the projects it is bound to; empty when it reaches all of its user's. */
  readonly projectIds: readonly number[];
}

/** The two projects of the sandbox's user, and one that exists but is somebody else's. */
export const sandboxProjectIds = { shop: 7100, wholesale: 7200, foreign: 7300 } as const;

/** Each stands for a kind of key that a client has to cope with. None is a secret. */
export const sandboxKeys = {
  /** Everything. */
  full: {
    id: 'k-full',
    value: 'phx_sandbox_full_access_0001',
    label: 'Sandbox: everything',
    scopes: ['*'],
    projectIds: [],
  },
  /** Reads, never writes. */
  readOnly: {
    id: 'k-read',
    value: 'phx_sandbox_read_only_0002',
    label: 'Sandbox: reads only',
    scopes: ['experiment:read', 'feature_flag:read', 'project:read', 'organization:read', 'user:read'],
    projectIds: [],
  },
  /** Writes experiments of one project and cannot list projects. */
  projectBound: {
    id: 'k-bound',
    value: 'phx_sandbox_project_bound_0003',
    label: 'Sandbox: one project',
    scopes: ['experiment:write', 'feature_flag:read', 'project:read', 'user:read'],
    projectIds: [sandboxProjectIds.shop],
  },
  /** A good key without what this program is for, not even the scope to tell whose it is. */
  withoutExperiments: {
    id: 'k-none',
    value: 'phx_sandbox_no_experiments_0004',
    label: 'Sandbox: no experiments',
    scopes: ['feature_flag:read', 'project:read'],
    projectIds: [],
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
