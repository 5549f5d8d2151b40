import { window } from 'vscode';
import { inertText } from '../../core/experiment/inertText';
import type { FlagCode } from '../editor/flagCode';
import type { CommandHandler } from './commandContext';
import { openSession } from './openSession';
import { experimentIdOf } from './pickExperiment';
import { Refusal } from './refusal';

/**
 * Selects the row of the experiment that the code at the cursor is about, or that of `{ id }`. Resolves to `{ id }`.
 */
export const revealInTree: CommandHandler = async ({ sessions, editor, revealRow }, argument) => {
  const session = await openSession(sessions);
  if (!session) return undefined;
  const id = experimentIdOf(argument) ?? idAt((await editor()).flags);
  await revealRow(id);
  return { id };
};

function idAt(flags: FlagCode): number {
  const editor = window.activeTextEditor;
  const spot = editor && flags.spotAt(editor.document, editor.selection.active);
  if (!spot) throw new Refusal('Put the cursor on the key of a flag first.');
  const shown = flags.find(spot.key)?.shown;
  if (!shown) throw new Refusal(`No experiment of the open project is on ${inertText(spot.key)}.`);
  return shown.experiment.id;
}
