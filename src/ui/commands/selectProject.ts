import { commands, window } from 'vscode';
import { checkKey } from '../../core/account/checkKey';
import { projectObstacle } from '../../core/account/projectObstacle';
import { withinTime } from '../../core/api/withinTime';
import { commandIds } from '../ids';
import type { CommandHandler } from './commandContext';
import { pickProject } from './pickProject';
import { withCancel } from './withProgress';

/** Chooses the project of this workspace. */
export const selectProject: CommandHandler = async ({ sessions }) => {
  const { accounts } = sessions;
  const account = await accounts.current();
  const obstacle = account && projectObstacle(account);
  if (obstacle !== undefined) {
    void window.showInformationMessage(obstacle);
    return;
  }
  const token = account && (await accounts.token(account));
  if (account?.host === undefined || token === undefined) {
    await commands.executeCommand(commandIds.signIn);
    return;
  }
  const client = await sessions.clientFor(account.host, token);
  const { projects, currentProjectId } = await withCancel('Reading the projects…', (signal) =>
    withinTime(60_000, (limit) => checkKey(client, limit), signal),
  );
  const project = await pickProject(projects, sessions.current?.projectId ?? currentProjectId);
  if (project) await accounts.chooseProject(account, project);
};
