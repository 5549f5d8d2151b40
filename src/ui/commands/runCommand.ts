import type { CommandName } from '../ids';
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
import { exportResults } from './exportResults';
import { ignoreFinding } from './ignoreFinding';
import { openExperiment } from './openExperiment';
import { openInPostHog } from './openInPostHog';
import { recalculateTimeseries } from './recalculateTimeseries';
import { refresh } from './refresh';
import { restoreExperiment } from './restoreExperiment';
import { selectProject } from './selectProject';
import { showInFile } from './showInFile';
import { showLog } from './showLog';
import { showStats } from './showStats';
import { signIn } from './signIn';
import { signOut } from './signOut';
import { tellFailure } from './tellFailure';
import { toggleQuietMode } from './toggleQuietMode';
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
  exportResults,
  showStats,
  browseEligibleFlags,
  showInFile,
  toggleQuietMode,
  ignoreFinding,
  showLog,
};

/** Runs a command by its name. The one place where a failure is told: it never rejects. */
export async function runCommand(
  context: CommandContext,
  name: CommandName,
  argument: unknown,
): Promise<unknown> {
  try {
    return await handlers[name](context, argument);
  } catch (error) {
    return tellFailure(context, name, error);
  }
}
