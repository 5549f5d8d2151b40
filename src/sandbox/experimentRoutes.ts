import { experimentOf } from './access';
import { createExperiment } from './endpoints/createExperiment';
import { duplicateExperiment } from './endpoints/duplicateExperiment';
import { listExperiments } from './endpoints/listExperiments';
import { updateExperiment } from './endpoints/updateExperiment';
import { type Answer, get, ok, patch, post, type ProjectCall, remove, type Route } from './route';
import { fullExperiment } from './serialize';

const read = 'experiment:read';
const write = 'experiment:write';

export const experimentRoutes: readonly Route[] = [
  get('experiments/', read, listExperiments, { secretKeys: true }),
  post('experiments/', write, createExperiment),
  get('experiments/:id/', read, retrieveExperiment, { secretKeys: true }),
  patch('experiments/:id/', write, updateExperiment),
  // PostHog deletes by PATCH only, and says so without a word.
  remove('experiments/:id/', write, () => ({ status: 405, body: undefined })),
  post('experiments/:id/duplicate/', write, duplicateExperiment),
];

async function retrieveExperiment(call: ProjectCall): Promise<Answer> {
  return ok(await fullExperiment(experimentOf(call), call));
}
