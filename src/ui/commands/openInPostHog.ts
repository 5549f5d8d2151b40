import { env, Uri, window } from 'vscode';
import { experimentUrl } from '../../core/experiment/webLinks';
import type { CommandHandler } from './commandContext';
import { openSession } from './openSession';
import { pickExperiment } from './pickExperiment';

export const openInPostHog: CommandHandler = async ({ sessions }, argument) => {
  const session = await openSession(sessions);
  if (!session) return;
  if (session.webUrl === undefined) {
    void window.showInformationMessage(
      'Sample data has no page in PostHog. Sign in to open your own experiments.',
    );
    return;
  }
  const experiment = await pickExperiment(session, argument, 'Open in PostHog');
  const url = experiment && experimentUrl(session, experiment.id);
  if (url !== undefined) await env.openExternal(Uri.parse(url, true));
};
