import { type ConfigurationChangeEvent, type ConfigurationScope, workspace } from 'vscode';
import { settings } from '../ids';

/** Nothing of ours is drawn into editors by itself. What somebody asks for (a hover, a completion) still answers. */
export function isQuiet(): boolean {
  return ours().get<boolean>(settings.quietMode, false);
}

export type LensMode = 'off' | 'status' | 'statusAndResult';

/** What lenses say. Whoever switched them off by the setting of earlier versions keeps them off. */
export function lensMode(scope: ConfigurationScope): LensMode {
  if (isQuiet()) return 'off';
  const configuration = ours(scope);
  const chosen = configuration.inspect<LensMode>(settings.codeLensShow);
  const isChosen = chosen?.globalValue ?? chosen?.workspaceValue ?? chosen?.workspaceFolderValue;
  if (isChosen === undefined && !configuration.get<boolean>(settings.codeLensEnabled, true)) return 'off';
  return configuration.get<LensMode>(settings.codeLensShow, 'statusAndResult');
}

/** Whether branches have lenses of their own. */
export function hasBranchLenses(scope: ConfigurationScope): boolean {
  return ours(scope).get<boolean>(settings.codeLensBranches, false);
}

export function isHoverOn(scope: ConfigurationScope): boolean {
  return ours(scope).get<boolean>(settings.hover, true);
}

/** Whether keys are links. */
export function hasLinks(scope: ConfigurationScope): boolean {
  return !isQuiet() && ours(scope).get<boolean>(settings.documentLinks, true);
}

export type StatusBarMode = 'off' | 'file' | 'project';

export function statusBarMode(): StatusBarMode {
  return isQuiet() ? 'off' : ours().get<StatusBarMode>(settings.statusBar, 'file');
}

export function hasBranchHints(scope: ConfigurationScope): boolean {
  return !isQuiet() && ours(scope).get<boolean>(settings.branchHints, false);
}

export function fadesLostBranches(scope: ConfigurationScope): boolean {
  return !isQuiet() && ours(scope).get<boolean>(settings.fadeLost, false);
}

/** Whether any setting of ours is another one. */
export function changesEditor(event: ConfigurationChangeEvent): boolean {
  return event.affectsConfiguration(settings.section);
}

function ours(scope?: ConfigurationScope) {
  return workspace.getConfiguration(settings.section, scope);
}
