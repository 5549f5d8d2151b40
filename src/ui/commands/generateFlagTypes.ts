import { commands, window } from 'vscode';
import { moduleFiles, type ModuleLanguage, moduleLanguages } from '../../code/generate/flagModule';
import { inertText } from '../../core/experiment/inertText';
import { readAllFlags } from '../../core/useCase/readAllFlags';
import { argumentFields } from './argumentFields';
import type { CommandHandler } from './commandContext';
import { offer } from './offer';
import { openSession } from './openSession';
import { Refusal } from './refusal';
import { withCancel } from './withProgress';

/**
 * Writes a module with the keys, variants and payloads of all flags of the project, where the person says. `{ language }`
 * says in which. Resolves to `{ file }`, or undefined when it was left.
 * @throws Refusal when the list is not whole, or the file is somebody else's
 */
export const generateFlagTypes: CommandHandler = async (context, argument) => {
  const { sessions, flagModules, logger } = context;
  const session = await openSession(sessions);
  const language = session && (givenLanguage(argument) ?? (await pickLanguage()));
  if (!session || !language) return undefined;
  const { flags, unreadable } = await withCancel('Reading the flags…', (signal) =>
    readAllFlags(session, AbortSignal.any([signal, session.signal])),
  );
  if (unreadable > 0)
    throw new Refusal(
      `${unreadable} flags of the project could not be read. Nothing was written: a module without them would call their keys unknown.`,
    );
  const { name: kind, extension, fileName } = moduleFiles[language];
  const file = await context.askWhere({ title: 'Write Module of Flags', fileName, kind, extension });
  if (!file) return undefined;
  const { projectId } = session;
  const shown = inertText(file.path.split('/').at(-1) ?? fileName);
  switch (await flagModules.write(file, { language, projectId }, flags, true)) {
    case 'notOurs':
      throw new Refusal(
        `${shown} was not written by Experiment Lens, so it stays as it is. Choose another name.`,
      );
    case 'unsaved':
      throw new Refusal(`${shown} has changes that are not saved. Save or revert it first.`);
    case 'written':
    case 'same':
      break;
  }
  await flagModules.remember({ uri: file.toString(), language, projectId });
  logger.info(`Wrote a module of ${flags.length} flags`);
  const open = 'Open';
  offer(context, window.showInformationMessage(`Wrote ${flags.length} flags to ${shown}.`, open), open, () =>
    commands.executeCommand('vscode.open', file),
  );
  return { file: file.toString() };
};

function givenLanguage(argument: unknown): ModuleLanguage | undefined {
  const { language } = argumentFields(argument);
  return moduleLanguages.find((known) => known === language);
}

async function pickLanguage(): Promise<ModuleLanguage | undefined> {
  const items = moduleLanguages.map((language) => ({
    label: moduleFiles[language].name,
    description:
      language === 'typescript' ? 'types of keys, variants and payloads' : 'constants for keys and variants',
    language,
  }));
  const picked = await window.showQuickPick(items, {
    title: 'Generate Flag Types',
    placeHolder: 'In which language?',
  });
  return picked?.language;
}
