/** Why an experiment cannot be changed in a way, or undefined when it can. */
import type { Experiment } from '../model/experiment';

const readOnly = 'Your PostHog account may view this experiment but not change it.';

export function editObstacle(experiment: Experiment): string | undefined {
  return experiment.editable ? undefined : readOnly;
}

/** The flag stays, so nothing but the right to change it stands in the way. */
export const deleteObstacle = editObstacle;

/** PostHog checks this on newer servers only. */
export function archiveObstacle(experiment: Experiment): string | undefined {
  if (experiment.archived) return 'It is archived already.';
  if (!experiment.editable) return readOnly;
  if (experiment.status !== 'stopped') return 'Only an ended experiment can be archived. End it first.';
  return undefined;
}

export function unarchiveObstacle(experiment: Experiment): string | undefined {
  if (!experiment.archived) return 'It is not archived.';
  return editObstacle(experiment);
}

export function duplicateObstacle(experiment: Experiment): string | undefined {
  if (experiment.isLegacy) return 'PostHog cannot duplicate experiments that use legacy metrics.';
  return undefined;
}

export function recalculateObstacle(experiment: Experiment): string | undefined {
  if (experiment.startMs === undefined) return 'A draft has no results yet. Launch it first.';
  if (experiment.isLegacy) return 'PostHog keeps no daily results for legacy metrics.';
  return editObstacle(experiment);
}

/** One that has a cohort already has no obstacle: that cohort can be opened. */
export function cohortObstacle(experiment: Experiment): string | undefined {
  if (experiment.startMs === undefined) return 'A draft has exposed nobody yet. Launch it first.';
  if (!experiment.flag || experiment.flag.deleted) return 'Its feature flag is missing.';
  return editObstacle(experiment);
}
