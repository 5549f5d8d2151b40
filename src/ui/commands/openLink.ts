import type { Uri } from 'vscode';
import { switchProject } from '../../core/account/switchProject';
import { findDeepLink } from '../../core/editorView/deepLink';
import type { CommandContext } from './commandContext';
import { openExperiment } from './openExperiment';
import { openSession } from './openSession';
import { Refusal } from './refusal';

/**
 * Opens the experiment of a link from outside. Anybody can make somebody click one: it opens a panel and nothing else,
 * and the project stays the same unless the person agrees. Resolves to `{ id }`, or undefined when it was left.
 * @throws Refusal when the link is no such link, or leads to a project that cannot be opened here
 */
export async function openLink(context: CommandContext, uri: Uri): Promise<unknown> {
  const link = findDeepLink(uri);
  if (!link)
    throw new Refusal(
      'This link leads to nothing that Experiment Lens knows. Nothing was opened or changed.',
    );
  const { sessions, confirm } = context;
  if (!(await openSession(sessions))) return undefined;
  const { experimentId, projectId } = link;
  if (projectId !== undefined) {
    const switched = await switchProject(sessions, projectId, confirm);
    if (switched === 'left') return undefined;
    if ('obstacle' in switched) throw new Refusal(switched.obstacle);
  }
  return openExperiment(context, { id: experimentId });
}
