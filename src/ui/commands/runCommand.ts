import { window } from 'vscode';
import { PostHogError } from '../../core/api/errors';
import type { CommandName } from '../ids';
import { describeError, describeFailure } from '../messages';
import { isAbort } from '../../core/isAbort';
import { archiveExperiment, unarchiveExperiment } from './archiveExperiment';
import { browseEligibleFlags } from './browseEligibleFlags';
import type { CommandContext, CommandHandler } from './commandContext';
import { copyFlagKey } from './copyFlagKey';
import { createExperiment } from './createExperiment';
import { duplicateExperiment } from './duplicateExperiment';
import { openExperiment } from './openExperiment';
import { openInPostHog } from './openInPostHog';
import { refresh } from './refresh';
import { Refusal, type Refused } from './refusal';
import { selectProject } from './selectProject';
import { showLog } from './showLog';
import { showStats } from './showStats';
import { signIn } from './signIn';
import { signOut } from './signOut';
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
  openInPostHog,
  copyFlagKey,
  showStats,
  browseEligibleFlags,
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

/** Does not wait for the user to read it: who called the command goes on. */
function tellFailure(context: CommandContext, name: string, error: unknown): Refused | undefined {
  if (isAbort(error)) return undefined;
  if (error instanceof Refusal) {
    void window.showWarningMessage(error.message);
    return { refused: error.message };
  }
  const isExpected = error instanceof PostHogError;
  context.logger.warn(`${name}: ${String(error)}`);
  const action = 'Show Log';
  const sentence = isExpected ? describeError(error) : describeFailure(name, error);
  void window.showErrorMessage(sentence, action).then((chosen) => {
    if (chosen === action) context.showLog();
  });
  return { refused: sentence };
}
