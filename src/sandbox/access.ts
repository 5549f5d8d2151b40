import { forbidden, notFound } from './errors';
import type { FlagRow } from './flagRow';
import type { ApiKey } from './keys';
import type { AccessLevel, ExperimentRow } from './project';
import type { ProjectCall } from './route';

/** What somebody may do with one thing: as much as the key's user may at all, and as the thing allows. */
type Guarded = { readonly user_access_level: AccessLevel };

const ranks = ['none', 'viewer', 'editor', 'manager'];

export function levelOf(thing: Guarded, key: ApiKey, resource: 'experiment' | 'feature_flag'): AccessLevel {
  // A project secret key has no user whose rights could be told.
  if (key.kind === 'secret') return null;
  const most = key.levels[resource];
  const own = thing.user_access_level;
  if (own === null) return most === 'manager' ? null : most;
  return ranks.indexOf(own) < ranks.indexOf(most) ? own : most;
}

export function canEdit(level: AccessLevel): boolean {
  return level !== 'none' && level !== 'viewer';
}

/** Whoever may only look at all things of a kind writes none, whatever the scope. @param scope `<object>:write` */
export function refuseViewer(key: ApiKey, scope: string): void {
  const resource = scope.startsWith('feature_flag') ? 'feature_flag' : 'experiment';
  if (!canEdit(key.levels[resource])) throw notEditor();
}

/** 403 in the words of role-based access control. */
export function notEditor() {
  return forbidden('You do not have editor access to this resource.');
}

/**
 * The experiment of the path.
 * @throws ApiRefusal 404 also for a deleted one, unless the caller is to restore it; 403 when the call is a write and
 * the key's user may only look
 */
export function experimentOf(call: ProjectCall, evenDeleted = false): ExperimentRow {
  const { project, params, key } = call;
  const row = project.experiments.find((candidate) => String(candidate.id) === params['id']);
  const level = row && levelOf(row, key, 'experiment');
  if (!row || (row.deleted && !evenDeleted) || level === 'none') throw notFound();
  if (call.writes && !canEdit(level ?? null)) throw notEditor();
  return row;
}

/** Newest servers let nobody switch a flag through an experiment who could not do it directly. */
export function refuseFlagChange({ project, key }: ProjectCall, flag: FlagRow): void {
  if (project.era.guardsFlags && !canEdit(levelOf(flag, key, 'feature_flag'))) throw notEditor();
}
