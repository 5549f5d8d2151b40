import type { Experiment } from '../model/experiment';
import {
  archiveObstacle,
  cohortObstacle,
  deleteObstacle,
  duplicateObstacle,
  editObstacle,
  recalculateObstacle,
  unarchiveObstacle,
} from './lifecycle';

/**
 * Words that menus match with regular expressions: `experiment running launched editable duplicable`.
 * @param hasWebPage whether PostHog's web app can show the experiment
 */
export function contextWords(experiment: Experiment, hasWebPage: boolean): string {
  const words: Readonly<Record<string, boolean>> = {
    experiment: true,
    [experiment.status]: true,
    launched: experiment.startMs !== undefined,
    legacy: experiment.isLegacy,
    editable: editObstacle(experiment) === undefined,
    deletable: deleteObstacle(experiment) === undefined,
    recalculable: recalculateObstacle(experiment) === undefined,
    exposing: cohortObstacle(experiment) === undefined,
    archivable: archiveObstacle(experiment) === undefined,
    unarchivable: unarchiveObstacle(experiment) === undefined,
    duplicable: duplicateObstacle(experiment) === undefined,
    linked: hasWebPage,
  };
  return Object.keys(words)
    .filter((word) => words[word])
    .join(' ');
}
