import type { Experiment } from '../model/experiment';

/** Why the experiment cannot be archived, or undefined when it can. PostHog checks this on newer servers only. */
export function archiveObstacle(experiment: Experiment): string | undefined {
  if (experiment.archived) return 'It is archived already.';
  if (!experiment.editable) return readOnly;
  if (experiment.status !== 'stopped') return 'Only an ended experiment can be archived. End it first.';
  return undefined;
}

export function unarchiveObstacle(experiment: Experiment): string | undefined {
  if (!experiment.archived) return 'It is not archived.';
  return experiment.editable ? undefined : readOnly;
}

export function duplicateObstacle(experiment: Experiment): string | undefined {
  if (experiment.isLegacy) return 'PostHog cannot duplicate experiments that use legacy metrics.';
  return undefined;
}

const readOnly = 'Your PostHog account may view this experiment but not change it.';
