import { commands, type Disposable } from 'vscode';
import { type CommandName, commandIds } from '../ids';
import { archiveExperiment, unarchiveExperiment } from './archiveExperiment';
import { browseEligibleFlags } from './browseEligibleFlags';
import { checkFlagImplementation } from './checkFlagImplementation';
import type { CommandContext, CommandHandler } from './commandContext';
import { copyFlagKey } from './copyFlagKey';
import { createExperiment } from './createExperiment';
import { createExposureCohort } from './createExposureCohort';
import { deleteExperiment } from './deleteExperiment';
import { duplicateExperiment } from './duplicateExperiment';
import { editExperiment } from './editExperiment';
import { openExperiment } from './openExperiment';
import { openInPostHog } from './openInPostHog';
import { recalculateTimeseries } from './recalculateTimeseries';
import { refresh } from './refresh';
import { restoreExperiment } from './restoreExperiment';
import { selectProject } from './selectProject';
import { showLog } from './showLog';
import { showStats } from './showStats';
import { signIn } from './signIn';
import { signOut } from './signOut';
import { tellFailure } from './tellFailure';
import { useSampleData } from './useSampleData';

const handlers: Record<CommandName, CommandHandler> = {
  signIn,
  signOut,
  selectProject,
  useSampleData,
  refresh,
  openExperiment,
  createExperiment,
  duplicateExperiment,
  archiveExperiment,
  unarchiveExperiment,
  editExperiment,
  deleteExperiment,
  restoreExperiment,
  recalculateTimeseries,
  createExposureCohort,
  checkFlagImplementation,
  openInPostHog,
  copyFlagKey,
  showStats,
  browseEligibleFlags,
  showLog,
};

/** Registers every command, with one place where a failure is told. */
export function registerCommands(context: CommandContext): Disposable[] {
  return Object.entries(handlers).map(([name, handler]) =>
    commands.registerCommand(commandIds[name as CommandName], async (argument: unknown) => {
      try {
        return await handler(context, argument);
      } catch (error) {
        return tellFailure(context, name, error);
      }
    }),
  );
}
