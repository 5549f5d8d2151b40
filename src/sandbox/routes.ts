import {
  currentKey,
  currentUser,
  listOrganizationProjects,
  listProjects,
  retrieveProject,
} from './endpoints/account';
import { experimentRoutes } from './experimentRoutes';
import { libraryRoutes } from './libraryRoutes';
import { resultRoutes } from './resultRoutes';
import { get, type Route } from './route';

/** Everything the sandbox answers; any other path below /api is 404. */
export const routes: readonly Route[] = [
  ...experimentRoutes,
  ...resultRoutes,
  ...libraryRoutes,
  get('', 'project:read', retrieveProject),
  {
    method: 'GET',
    path: '/api/personal_api_keys/@current/',
    scope: undefined,
    reach: 'self',
    run: currentKey,
  },
  { method: 'GET', path: '/api/users/@me/', scope: 'user:read', reach: 'self', run: currentUser },
  { method: 'GET', path: '/api/projects/', scope: 'project:read', reach: 'account', run: listProjects },
  {
    method: 'GET',
    path: '/api/organizations/:organization/projects/',
    scope: 'project:read',
    reach: 'account',
    run: listOrganizationProjects,
  },
];
