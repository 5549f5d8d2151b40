import { commands, type Disposable, window } from 'vscode';
import { type CommandName, commandIds, panelType } from './ids';
import type { OnDemand } from './onDemand';

/** Registers the commands, the panels that VS Code restores and what links from outside lead to. Their code is loaded when the first one is needed. */
export function registerOnDemand(load: () => Promise<OnDemand>): Disposable[] {
  return [
    ...Object.entries(commandIds).map(([name, id]) =>
      commands.registerCommand(id, async (argument: unknown) =>
        (await load()).run(name as CommandName, argument),
      ),
    ),
    window.registerUriHandler({ handleUri: async (uri) => void (await (await load()).openLink(uri)) }),
    window.registerWebviewPanelSerializer(panelType, {
      deserializeWebviewPanel: async (panel, state) => (await load()).restorePanel(panel, state),
    }),
  ];
}
