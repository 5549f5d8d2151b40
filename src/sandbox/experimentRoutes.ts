import { experimentOf } from './access';
import { listExperimentActivity } from './endpoints/activity';
import { copyToProject } from './endpoints/copyToProject';
import { createExperiment } from './endpoints/createExperiment';
import { duplicateExperiment } from './endpoints/duplicateExperiment';
import { eligibleFlags } from './endpoints/eligibleFlags';
import { experimentStats } from './endpoints/experimentStats';
import { createExposureCohort } from './endpoints/exposureCohort';
import { freezeExposure, unfreezeExposure } from './endpoints/freezeExposure';
import {
  archiveExperiment,
  endExperiment,
  launchExperiment,
  pauseExperiment,
  resetExperiment,
  resumeExperiment,
  unarchiveExperiment,
} from './endpoints/lifecycle';
import { listExperiments } from './endpoints/listExperiments';
import { requiresFlagImplementation } from './endpoints/requiresFlagImplementation';
import { shipVariant } from './endpoints/shipVariant';
import { updateExperiment } from './endpoints/updateExperiment';
import { type Answer, get, ok, patch, post, type ProjectCall, remove, type Route } from './route';
import { fullExperiment } from './serialize';

const read = 'experiment:read';
const write = 'experiment:write';
const secret = { secretKeys: true };
const actions = { since: 'hasActions' } as const;
const freezing = { since: 'freezesExposure' } as const;

export const experimentRoutes: readonly Route[] = [
  get('experiments/', read, listExperiments, secret),
  post('experiments/', write, createExperiment),
  get('experiments/:id/', read, retrieveExperiment, secret),
  patch('experiments/:id/', write, updateExperiment),
  // PostHog deletes by PATCH only, and says so without a word.
  remove('experiments/:id/', write, () => ({ status: 405, body: undefined })),

  get('experiments/stats/', read, experimentStats),
  get('experiments/eligible_feature_flags/', 'feature_flag:read', eligibleFlags),
  get('experiments/requires_flag_implementation/', read, requiresFlagImplementation),

  post('experiments/:id/duplicate/', write, duplicateExperiment),
  post('experiments/:id/create_exposure_cohort_for_experiment/', write, createExposureCohort),
  post('experiments/:id/launch/', write, launchExperiment, actions),
  post('experiments/:id/end/', write, endExperiment, actions),
  post('experiments/:id/pause/', write, pauseExperiment, actions),
  post('experiments/:id/resume/', write, resumeExperiment, actions),
  post('experiments/:id/archive/', write, archiveExperiment, actions),
  post('experiments/:id/unarchive/', write, unarchiveExperiment, actions),
  post('experiments/:id/reset/', write, resetExperiment, actions),
  post('experiments/:id/ship_variant/', write, shipVariant, actions),
  post('experiments/:id/copy_to_project/', write, copyToProject, actions),
  post('experiments/:id/freeze_exposure/', write, freezeExposure, freezing),
  post('experiments/:id/unfreeze_exposure/', write, unfreezeExposure, freezing),
  get('experiments/:id/activity/', 'activity_log:read', listExperimentActivity, { since: 'hasActivity' }),
];

async function retrieveExperiment(call: ProjectCall): Promise<Answer> {
  return ok(await fullExperiment(experimentOf(call), call));
}
