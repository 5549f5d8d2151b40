import { ConfigurationTarget, workspace } from 'vscode';
import { settings } from '../ids';
import { argumentFields } from './argumentFields';
import type { CommandHandler } from './commandContext';

/**
 * Silences what is said of code in the settings of the workspace: `{ key }` everything about a flag, `{ code }` one kind
 * of finding.
 */
export const ignoreFinding: CommandHandler = async (_context, argument) => {
  const { key, code } = argumentFields(argument);
  const configuration = workspace.getConfiguration(settings.section);
  const target = workspace.workspaceFolders ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  const chosen = (name: string): unknown => {
    const found = configuration.inspect(name);
    return workspace.workspaceFolders ? found?.workspaceValue : found?.globalValue;
  };
  if (typeof key === 'string') {
    const keys = chosen(settings.ignoredFlags);
    const others: readonly unknown[] = Array.isArray(keys) ? keys : [];
    await configuration.update(settings.ignoredFlags, [...new Set([...others, key])], target);
  } else if (typeof code === 'string') {
    const severities = { ...argumentFields(chosen(settings.diagnosticsSeverity)), [code]: 'off' };
    await configuration.update(settings.diagnosticsSeverity, severities, target);
  }
  return undefined;
};
