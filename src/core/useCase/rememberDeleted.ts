import type { Session } from '../session';
import { type DeletedExperiment, deletedKey, maxDeleted, parseDeleted } from '../store/deletedExperiments';

/** What was deleted from here and not restored, the last one first. */
export async function recallDeleted(session: Session): Promise<readonly DeletedExperiment[]> {
  return parseDeleted(await session.storage.read(keyOf(session)));
}

export async function rememberDeleted(session: Session, deleted: DeletedExperiment): Promise<void> {
  const others = (await recallDeleted(session)).filter(({ id }) => id !== deleted.id);
  await keep(session, [deleted, ...others].slice(0, maxDeleted));
}

export async function forgetDeleted(session: Session, restoredId: number): Promise<void> {
  const known = await recallDeleted(session);
  const others = known.filter(({ id }) => id !== restoredId);
  if (others.length < known.length) await keep(session, others);
}

/** Not when the session is over: its account may be gone, and what was kept of it with it. */
async function keep(session: Session, deleted: readonly DeletedExperiment[]): Promise<void> {
  if (!session.signal.aborted) await session.storage.write(keyOf(session), JSON.stringify(deleted));
}

function keyOf({ accountId, projectId }: Session): string {
  return deletedKey(accountId, projectId);
}
