import type { ActivityPage } from '../model/activity';
import type { ApiCaller } from './caller';
import { endpoint } from './endpoint';
import { PostHogError } from './errors';
import { toActivityPage, wireActivityPage } from './wire/activity';

const limit = 100;

/**
 * `GET experiments/:id/activity`, on servers that do not know it (404) `GET activity_log` of the experiment; scope
 * `activity_log:read`. The newest hundred entries and how many there are.
 */
export async function readActivity(
  call: ApiCaller,
  projectId: number,
  id: number,
  signal: AbortSignal,
): Promise<ActivityPage> {
  const own = endpoint(
    'GET',
    '/api/projects/:project/experiments/:id/activity/',
    { project: projectId, id },
    { query: { limit } },
  );
  try {
    return toActivityPage(await call(own, wireActivityPage, signal));
  } catch (error) {
    if (!(error instanceof PostHogError) || error.kind !== 'notFound') throw error;
  }
  const query = { scope: 'Experiment', item_id: id, limit };
  const log = endpoint('GET', '/api/projects/:project/activity_log/', { project: projectId }, { query });
  return toActivityPage(await call(log, wireActivityPage, signal));
}
