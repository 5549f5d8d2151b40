import { env, Uri } from 'vscode';
import { experimentUrl } from '../../core/experiment/webLinks';
import type { CommandHandler } from './commandContext';
import { openSession } from './openSession';
import { pickExperiment } from './pickExperiment';
import { Refusal } from './refusal';

/** Resolves to `{ id }`, to undefined when nothing was opened, or to `{ refused }`. */
export const openInPostHog: CommandHandler = async ({ sessions }, argument) => {
  const session = await openSession(sessions);
  if (!session) return undefined;
  if (session.webUrl === undefined) {
    throw new Refusal('Sample data has no page in PostHog. Sign in to open your own experiments.');
  }
  const experiment = await pickExperiment(session, argument, 'Open in PostHog');
  const url = experiment && experimentUrl(session, experiment.id);
  if (!experiment || url === undefined) return undefined;
  return (await env.openExternal(Uri.parse(url, true))) ? { id: experiment.id } : undefined;
};
