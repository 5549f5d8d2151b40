import {
  currentKey,
  currentUser,
  listOrganizationProjects,
  listProjects,
  retrieveProject,
} from './endpoints/account';
import { createExperiment } from './endpoints/createExperiment';
import { duplicateExperiment } from './endpoints/duplicateExperiment';
import { listExperiments } from './endpoints/listExperiments';
import { updateExperiment } from './endpoints/updateExperiment';
import { resultRoutes } from './resultRoutes';
import { type Answer, experimentOf, ok, type ProjectCall, type Route } from './route';
import { fullExperiment } from './serialize';

const read = 'experiment:read';
const write = 'experiment:write';

/** Everything the sandbox answers; any other path below /api is 404. */
export const routes: readonly Route[] = [
  {
    path: '/api/projects/:project/experiments/',
    reach: 'project',
    operations: { GET: { scope: read, run: listExperiments }, POST: { scope: write, run: createExperiment } },
  },
  {
    path: '/api/projects/:project/experiments/:id/',
    reach: 'project',
    operations: {
      GET: { scope: read, run: retrieveExperiment },
      PATCH: { scope: write, run: updateExperiment },
      // PostHog deletes by PATCH only, and says so without a word.
      DELETE: { scope: write, run: () => ({ status: 405, body: undefined }) },
    },
  },
  {
    path: '/api/projects/:project/experiments/:id/duplicate/',
    reach: 'project',
    operations: { POST: { scope: write, run: duplicateExperiment } },
  },
  ...resultRoutes,
  {
    path: '/api/personal_api_keys/@current/',
    reach: 'self',
    operations: { GET: { run: currentKey } },
  },
  {
    path: '/api/users/@me/',
    reach: 'self',
    operations: { GET: { scope: 'user:read', run: currentUser } },
  },
  {
    path: '/api/projects/',
    reach: 'account',
    operations: { GET: { scope: 'project:read', run: listProjects } },
  },
  {
    path: '/api/projects/:project/',
    reach: 'project',
    operations: { GET: { scope: 'project:read', run: retrieveProject } },
  },
  {
    path: '/api/organizations/:organization/projects/',
    reach: 'account',
    operations: { GET: { scope: 'project:read', run: listOrganizationProjects } },
  },
];

async function retrieveExperiment(call: ProjectCall): Promise<Answer> {
  return ok(await fullExperiment(experimentOf(call), call.project));
}
