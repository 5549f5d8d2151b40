import type { Question } from '../dialog/question';
import type { Session } from '../session';
import { projectObstacle } from './projectObstacle';
import type { Sessions } from './sessions';
import { switchQuestion } from './switchQuestion';

export type Switched =
  /** The session of that project. */
  | { readonly session: Session }
  | { readonly obstacle: string }
  /** The person stays where they are. */
  | 'left';

/** Opens the project that a link asks for, where it is not open already and the person agrees. */
export async function switchProject(
  sessions: Sessions,
  projectId: number,
  confirm: (question: Question) => Promise<boolean>,
): Promise<Switched> {
  const { state } = sessions;
  if (state.kind !== 'open') return 'left';
  const { account, session } = state;
  if (projectId === session.projectId) return { session };
  const obstacle = projectObstacle(account);
  if (obstacle !== undefined)
    return { obstacle: `The link leads to project ${projectId}, which is not the open one. ${obstacle}` };
  const { projectName } = session.store.state;
  const open = { projectId: session.projectId, projectName };
  if (!(await confirm(switchQuestion(projectId, open)))) return 'left';
  await sessions.accounts.chooseProject(account, { id: projectId, name: `Project ${projectId}` });
  await sessions.start();
  const opened = sessions.current;
  return opened?.projectId === projectId ? { session: opened } : 'left';
}
