import type { ExperimentDetail } from '../model/experiment';
import type { ApiCaller } from './caller';
import { endpoint } from './endpoint';
import { PostHogError } from './errors';
import { toExperimentDetail, wireExperiment } from './wire/experiment';

const one = '/api/projects/:project/experiments/:id/';

/**
 * `POST experiments/:id/archive` or `unarchive`. Servers before 2026 do not know these (404 or 405): there the
 * experiment is read, which also tells whether it exists, and then patched. The patch does not check that the
 * experiment has ended, so that rule is applied here.
 * @throws PostHogError invalid when it has not ended, or is archived (or not) already
 */
export async function setArchived(
  call: ApiCaller,
  {
    projectId,
    id,
    archived,
  }: { readonly projectId: number; readonly id: number; readonly archived: boolean },
  signal: AbortSignal,
): Promise<ExperimentDetail> {
  const ids = { project: projectId, id };
  const send = async (request: ReturnType<typeof endpoint>) =>
    toExperimentDetail(await call(request, wireExperiment, signal));
  try {
    return await send(endpoint('POST', `${one}${archived ? 'archive' : 'unarchive'}/`, ids));
  } catch (error) {
    if (!isUnknownAction(error)) throw error;
  }
  const { status } = await send(endpoint('GET', one, ids));
  if (archived && status !== 'stopped') {
    throw new PostHogError('invalid', {
      method: 'PATCH',
      template: one,
      serverMessage: 'Experiment must be ended before it can be archived.',
    });
  }
  return send(endpoint('PATCH', one, ids, { body: { archived } }));
}

function isUnknownAction(error: unknown): boolean {
  return error instanceof PostHogError && (error.details.status === 404 || error.details.status === 405);
}
