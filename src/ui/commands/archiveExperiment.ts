import { archiveObstacle, unarchiveObstacle } from '../../core/experiment/lifecycle';
import { findAttention } from '../../core/experiment/attention';
import { inertText } from '../../core/experiment/inertText';
import type { Experiment } from '../../core/model/experiment';
import type { Session } from '../../core/session';
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
  readonly question: (experiment: Experiment, session: Session) => Question;
}

/** Resolves to `{ id }`, to undefined when it was cancelled, or to `{ refused }`. */
export const archiveExperiment = setArchivedBy({
  title: 'Archive Experiment',
  archived: true,
  obstacle: archiveObstacle,
  question: (experiment, session) => ({
    message: `Archive “${inertText(experiment.name)}”?`,
    detail:
      `It leaves the list of experiments for everyone in ${session.store.state.projectName}. ` +
      (findAttention(experiment) === 'flagLiveAfterEnd'
        ? `Its feature flag ${experiment.flagKey} still splits traffic and stays as it is. `
        : `Its feature flag ${experiment.flagKey} stays as it is. `) +
      'You can unarchive it at any time.',
    action: 'Archive',
  }),
});

/** Resolves to `{ id }`, to undefined when it was cancelled, or to `{ refused }`. */
export const unarchiveExperiment = setArchivedBy({
  title: 'Unarchive Experiment',
  archived: false,
  obstacle: unarchiveObstacle,
  question: (experiment, session) => ({
    message: `Unarchive “${inertText(experiment.name)}”?`,
    detail: `It returns to the list of experiments for everyone in ${session.store.state.projectName}.`,
    action: 'Unarchive',
  }),
});

function setArchivedBy({ title, archived, obstacle, question }: Direction): CommandHandler {
  return async ({ sessions, confirm, logger }, argument) => {
    const session = await openSession(sessions);
    const experiment = session && (await pickToChange(session, argument, title, obstacle));
    if (!experiment || !(await confirm(question(experiment, session)))) return undefined;
    const { id } = await withProgress(`${title}…`, () => setArchived(session, experiment.id, archived));
    logger.info(`${title}: ${id}`);
    return { id };
  };
}
