import { commands, window } from 'vscode';
import { commandIds } from '../ids';
import type { CommandContext } from './commandContext';
import { tellFailure } from './tellFailure';

/** Does something when the person presses the button of a notification. Nobody waits for that. */
export function offer(
  context: CommandContext,
  answer: Thenable<string | undefined>,
  action: string,
  run: () => unknown,
): void {
  const pressed = async () => {
    if ((await answer) === action) await run();
  };
  pressed().catch((error: unknown) => tellFailure(context, action, error));
}

/** Tells what came of a command, with a way to the experiment. */
export function offerToOpen(context: CommandContext, sentence: string, id: number): void {
  const open = 'Open';
  offer(context, window.showInformationMessage(sentence, open), open, () =>
    commands.executeCommand(commandIds.openExperiment, { id }),
  );
}
