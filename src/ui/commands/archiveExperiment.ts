import { archiveQuestion, unarchiveQuestion } from '../../core/experiment/archiveQuestion';
import { archiveObstacle, unarchiveObstacle } from '../../core/experiment/lifecycle';
import type { Experiment } from '../../core/model/experiment';
import { setArchived } from '../../core/useCase/writeExperiment';
import type { Question } from '../../core/dialog/question';
import type { CommandHandler } from './commandContext';
import { openSession } from './openSession';
import { pickToChange } from './pickExperiment';
import { withProgress } from './withProgress';

interface Direction {
  readonly title: string;
  readonly archived: boolean;
  readonly obstacle: (experiment: Experiment) => string | undefined;
  readonly question: (experiment: Experiment, projectName: string) => Question;
}

/** Resolves to `{ id }`, to undefined when it was cancelled, or to `{ refused }`. */
export const archiveExperiment = setArchivedBy({
  title: 'Archive Experiment',
  archived: true,
  obstacle: archiveObstacle,
  question: archiveQuestion,
});

/** Resolves to `{ id }`, to undefined when it was cancelled, or to `{ refused }`. */
export const unarchiveExperiment = setArchivedBy({
  title: 'Unarchive Experiment',
  archived: false,
  obstacle: unarchiveObstacle,
  question: unarchiveQuestion,
});

function setArchivedBy({ title, archived, obstacle, question }: Direction): CommandHandler {
  return async ({ sessions, confirm, logger }, argument) => {
    const session = await openSession(sessions);
    const experiment = session && (await pickToChange(session, argument, title, obstacle));
    if (!experiment || !(await confirm(question(experiment, session.store.state.projectName))))
      return undefined;
    const { id } = await withProgress(`${title}…`, () => setArchived(session, experiment.id, archived));
    logger.info(`${title}: ${id}`);
    return { id };
  };
}
