import { notFound } from './errors';
import type { JsonObject } from './json';
import type { ApiKey } from './keys';
import type { ExperimentRow, Project } from './project';
import type { World } from './world';

/** A request that has passed the door: who asks is known, the body is read, the scope is held. */
export interface Call {
  readonly world: World;
  readonly url: URL;
  readonly key: ApiKey;
  readonly params: Readonly<Record<string, string>>;
  readonly body: JsonObject;
}

export interface ProjectCall extends Call {
  readonly project: Project;
}

export interface Answer {
  readonly status: number;
  /** Undefined: no body at all. */
  readonly body: unknown;
}

interface Operation<C> {
  /** Undefined: any good key will do. */
  readonly scope?: string;
  run(call: C): Answer | Promise<Answer>;
}

/** By HTTP method. */
type Operations<C> = Readonly<Record<string, Operation<C>>>;

/**
 * `reach` says what a key bound to projects may do: `project` = that project's paths only, `account` = not with
 * such a key, `self` = always. Path parts that begin with a colon are parameters.
 */
export type Route =
  | { readonly path: string; readonly reach: 'project'; readonly operations: Operations<ProjectCall> }
  | { readonly path: string; readonly reach: 'account' | 'self'; readonly operations: Operations<Call> };

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export function created(body: unknown): Answer {
  return { status: 201, body };
}

/** Parameters when a path is the route's, with or without the last slash; else undefined. */
export function matchPath(route: Route, path: string): Record<string, string> | undefined {
  const wanted = partsOf(route.path);
  const given = partsOf(path);
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const actual = given[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = actual;
    else if (part !== actual) return undefined;
  }
  return params;
}

function partsOf(path: string): string[] {
  return path.replace(/\/$/, '').split('/').slice(1);
}

/** The experiment of the path. @throws ApiRefusal 404 also for a deleted one, unless the caller is to restore it */
export function experimentOf({ project, params }: ProjectCall, evenDeleted = false): ExperimentRow {
  const row = project.experiments.find((candidate) => String(candidate.id) === params['id']);
  if (!row || (row.deleted && !evenDeleted)) throw notFound();
  return row;
}
