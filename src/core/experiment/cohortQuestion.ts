import { formatDay } from '../../shared/format';
import type { Question } from '../dialog/question';
import type { Experiment } from '../model/experiment';
import { inertText } from './inertText';
import { unitOf } from './wording';

/** What a person agrees to before the cohort of everybody exposed is made. */
export function cohortQuestion(experiment: Experiment, projectName: string): Question {
  const since = experiment.startMs === undefined ? '' : ` since ${formatDay(experiment.startMs)}`;
  return {
    message: `Create a cohort of everyone exposed to “${inertText(experiment.name)}”?`,
    detail:
      `Adds to ${inertText(projectName)} a cohort of the ${unitOf(experiment)} that the experiment counted${since}. ` +
      'PostHog finds its members in the background. Nothing changes for them, nor for the experiment.',
    action: 'Create Cohort',
  };
}
