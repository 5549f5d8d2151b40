import type { Uri } from 'vscode';
import type { CommandName } from '../ids';
import { archiveExperiment, unarchiveExperiment } from './archiveExperiment';
import { browseEligibleFlags } from './browseEligibleFlags';
import { checkFlagImplementation } from './checkFlagImplementation';
import type { CommandContext, CommandHandler } from './commandContext';
import { copyFlagKey } from './copyFlagKey';
import { copyLink } from './copyLink';
import { createExperiment } from './createExperiment';
import { createExposureCohort } from './createExposureCohort';
import { deleteExperiment } from './deleteExperiment';
import { duplicateExperiment } from './duplicateExperiment';
import { editExperiment } from './editExperiment';
import { exportResults } from './exportResults';
import { generateFlagTypes } from './generateFlagTypes';
import { ignoreFinding } from './ignoreFinding';
import { insertFlagCheck } from './insertFlagCheck';
import { openExperiment } from './openExperiment';
import { nextReference, previousReference } from './goToReference';
import { openInPostHog } from './openInPostHog';
import { openLink } from './openLink';
import { recalculateTimeseries } from './recalculateTimeseries';
import { refresh } from './refresh';
import { restoreExperiment } from './restoreExperiment';
import { revealInCode } from './revealInCode';
import { revealInTree } from './revealInTree';
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
  copyLink,
  revealInCode,
  revealInTree,
  nextReference,
  previousReference,
  insertFlagCheck,
  generateFlagTypes,
  exportResults,
  showStats,
  browseEligibleFlags,
  showInFile,
  toggleQuietMode,
  ignoreFinding,
  showLog,
};

/** Runs a command by its name. */
export function runCommand(context: CommandContext, name: CommandName, argument: unknown): Promise<unknown> {
  return tellingFailure(context, name, () => handlers[name](context, argument));
}

/** Opens what a link from outside leads to. */
export function runLink(context: CommandContext, uri: Uri): Promise<unknown> {
  return tellingFailure(context, 'openLink', () => openLink(context, uri));
}

/** The one place where a failure is told: it never rejects. */
async function tellingFailure(context: CommandContext, name: string, work: () => unknown): Promise<unknown> {
  try {
    return await work();
  } catch (error) {
    return tellFailure(context, name, error);
  }
}
