import { window } from 'vscode';
import { inertText } from '../../core/experiment/inertText';
import { rowText } from '../../core/experiment/rowText';
import { experimentsInFile } from '../editor/flagStatusBar';
import type { CommandHandler } from './commandContext';
import { openExperiment } from './openExperiment';
import { openSession } from './openSession';

/** Opens one of the experiments whose flags the active file names; of all where it names none. Resolves to `{ id }`. */
export const showInFile: CommandHandler = async (context) => {
  const session = await openSession(context.sessions);
  if (!session) return undefined;
  const { flags } = await context.editor();
  const items = experimentsInFile(flags).map((known) => ({
    label: inertText(known.experiment.name),
    description: known.experiment.flagKey,
    detail: inertText(rowText(known, session.now()).description),
    id: known.experiment.id,
  }));
  if (items.length === 0) return openExperiment(context, undefined);
  const picked = await window.showQuickPick(items, {
    title: 'Experiments in This File',
    placeHolder: 'Which one to open?',
    matchOnDescription: true,
  });
  return picked && openExperiment(context, { id: picked.id });
};
