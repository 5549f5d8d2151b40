import { env, window } from 'vscode';
import type { CommandHandler } from './commandContext';
import { openSession } from './openSession';
import { pickExperiment } from './pickExperiment';

/** Resolves to `{ id }`, or undefined when nothing was copied. */
export const copyFlagKey: CommandHandler = async ({ sessions }, argument) => {
  const session = await openSession(sessions);
  const experiment = session && (await pickExperiment(session, argument, 'Copy Flag Key'));
  if (!experiment) return undefined;
  await env.clipboard.writeText(experiment.flagKey);
  window.setStatusBarMessage(`Copied ${experiment.flagKey}`, 3_000);
  return { id: experiment.id };
};
