import { ConfigurationTarget, window, workspace } from 'vscode';
import { settings } from '../ids';
import type { CommandHandler } from './commandContext';

/** Switches everything that is drawn into editors off or on again. Resolves to `{ quiet }`. */
export const toggleQuietMode: CommandHandler = async () => {
  const configuration = workspace.getConfiguration(settings.section);
  const quiet = !configuration.get<boolean>(settings.quietMode, false);
  // Where the workspace says so itself, another value for the user would change nothing.
  const isOfWorkspace = configuration.inspect(settings.quietMode)?.workspaceValue !== undefined;
  await configuration.update(
    settings.quietMode,
    quiet,
    isOfWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global,
  );
  window.setStatusBarMessage(
    quiet ? 'Experiment Lens is quiet' : 'Experiment Lens shows what it knows',
    4_000,
  );
  return { quiet };
};
