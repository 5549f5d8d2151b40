import { window } from 'vscode';
import { deleteQuestion } from '../../core/experiment/deleteQuestion';
import { inertText } from '../../core/experiment/inertText';
import { deleteObstacle } from '../../core/experiment/lifecycle';
import { deleteExperiment as remove } from '../../core/useCase/deleteExperiment';
import type { CommandHandler } from './commandContext';
import { offer } from './offer';
import { openSession } from './openSession';
import { pickToChange } from './pickExperiment';
import { restoreNow } from './restoreExperiment';
import { withProgress } from './withProgress';

/** Resolves to `{ id }`, to undefined when it was cancelled, or to `{ refused }`. */
export const deleteExperiment: CommandHandler = async (context, argument) => {
  const session = await openSession(context.sessions);
  const experiment = session && (await pickToChange(session, argument, 'Delete Experiment', deleteObstacle));
  if (!experiment) return undefined;
  const { id, name } = experiment;
  if (!(await context.confirm(deleteQuestion(experiment, session.store.state.projectName)))) return undefined;
  await withProgress('Deleting the experiment…', () => remove(session, experiment));
  context.logger.info(`Deleted experiment ${id}`);
  const undo = 'Undo';
  offer(context, window.showInformationMessage(`Deleted “${inertText(name)}”.`, undo), undo, () =>
    restoreNow(context, session, id),
  );
  return { id };
};
