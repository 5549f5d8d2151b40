import { type ConfigurationChangeEvent, workspace, type WorkspaceFolder } from 'vscode';
import { type FlagNames, names } from '../../code/index/projectConfig';
import { settings } from '../ids';

/** Whether the code of the workspace is read at all. */
export function isIndexOn(): boolean {
  return ours().get<boolean>(settings.indexEnabled, true);
}

/** How this workspace names what reads flags. */
export function flagNames(): FlagNames {
  return {
    flagFunctions: names(ours().get<unknown>(settings.flagFunctions)),
    clientNames: names(ours().get<unknown>(settings.clientNames)),
  };
}

/** Globs of what is not read in a folder: what VS Code hides and does not search, and what our own setting adds. */
export function excludesOf(folder: WorkspaceFolder): readonly string[] {
  const configuration = workspace.getConfiguration(undefined, folder);
  const own = configuration.get<unknown>(`${settings.section}.${settings.indexExclude}`);
  return [
    ...globsIn(configuration.get<unknown>('files.exclude')),
    ...globsIn(configuration.get<unknown>('search.exclude')),
    ...(Array.isArray(own) ? own.filter((glob): glob is string => typeof glob === 'string') : []),
  ];
}

export function changesIndex(event: ConfigurationChangeEvent): boolean {
  const { section, indexEnabled, indexExclude, flagFunctions, clientNames } = settings;
  return [
    'files.exclude',
    'search.exclude',
    ...[indexEnabled, indexExclude, flagFunctions, clientNames].map((name) => `${section}.${name}`),
  ].some((name) => event.affectsConfiguration(name));
}

function ours() {
  return workspace.getConfiguration(settings.section);
}

/** A glob with a condition on other files hides too little to matter. */
function globsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([glob, isOn]) => (isOn === true ? [glob] : []));
}
