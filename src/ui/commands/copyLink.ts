import { env, window } from 'vscode';
import { deepLinkText } from '../../core/editorView/deepLink';
import type { CommandHandler } from './commandContext';
import { openSession } from './openSession';
import { pickExperiment } from './pickExperiment';

/** Copies a link that opens the experiment in an editor of this kind. Resolves to `{ id }`, or undefined. */
export const copyLink: CommandHandler = async ({ sessions }, argument) => {
  const session = await openSession(sessions);
  const experiment = session && (await pickExperiment(session, argument, 'Copy Link'));
  if (!experiment) return undefined;
  await env.clipboard.writeText(deepLinkText(env.uriScheme, experiment.id, session.projectId));
  window.setStatusBarMessage('Copied a link that opens the experiment in the editor', 3_000);
  return { id: experiment.id };
};
