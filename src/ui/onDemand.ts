import type { Uri, WebviewPanel } from 'vscode';
import type { Memory } from '../core/account/accounts';
import type { CodeIndex } from './code/codeIndex';
import { FlagModules } from './code/flagModules';
import type { CommandContext } from './commands/commandContext';
import { runCommand, runLink } from './commands/runCommand';
import type { CommandName } from './ids';
import { Panels } from './panel/panels';

/** What a start does not need and a person's doing does: the commands and the panels. */
export interface OnDemand {
  run(name: CommandName, argument: unknown): Promise<unknown>;
  openLink(uri: Uri): Promise<unknown>;
  restorePanel(panel: WebviewPanel, state: unknown): void;
  dispose(): void;
}

export function createOnDemand(
  extensionUri: Uri,
  code: CodeIndex,
  rest: Omit<CommandContext, 'panels' | 'code' | 'flagModules'> & { readonly memory: Memory },
): OnDemand {
  const panels = new Panels(extensionUri, rest.sessions, code, rest.logger);
  const context = { ...rest, code, panels, flagModules: new FlagModules(rest.memory) };
  return {
    run: (name, argument) => runCommand(context, name, argument),
    openLink: (uri) => runLink(context, uri),
    restorePanel: (panel, state) => panels.restore(panel, state),
    dispose: () => panels.dispose(),
  };
}
