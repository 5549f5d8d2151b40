import type { Uri } from 'vscode';
import { findDeepLink } from '../../core/editorView/deepLink';
import { switchQuestion } from '../../core/editorView/switchQuestion';
import type { CommandContext } from './commandContext';
import { openExperiment } from './openExperiment';
import { openSession } from './openSession';
import { projectObstacle } from './projectObstacle';
import { Refusal } from './refusal';

/**
 * Opens the experiment of a link from outside. Anybody can make somebody click one: it opens a panel and nothing else,
 * and the project stays the same unless the person agrees. Resolves to `{ id }`, or undefined when it was left.
 * @throws Refusal when the link is no such link, or leads to a project that cannot be opened here
 */
export async function openLink(context: CommandContext, uri: Uri): Promise<unknown> {
  const link = findDeepLink(uri);
  if (!link)
    throw new Refusal('This link leads to nothing that Experiment Lens knows. Nothing was opened or changed.');
  const { sessions, confirm } = context;
  const session = await openSession(sessions);
  if (!session) return undefined;
  const { experimentId, projectId } = link;
  if (projectId !== undefined && projectId !== session.projectId) {
    const account = await sessions.accounts.current();
    if (!account) return undefined;
    const obstacle = projectObstacle(account);
    if (obstacle !== undefined)
      throw new Refusal(`The link leads to project ${projectId}, which is not the open one. ${obstacle}`);
    const { projectName } = session.store.state;
    const isWanted = await confirm(switchQuestion(projectId, { projectId: session.projectId, projectName }));
    if (!isWanted) return undefined;
    await sessions.accounts.chooseProject(account, { id: projectId, name: `Project ${projectId}` });
    await sessions.start();
  }
  return openExperiment(context, { id: experimentId });
}
