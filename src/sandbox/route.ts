import type { Capability, Era } from './era';
import type { JsonObject } from './json';
import type { ApiKey } from './keys';
import type { Project } from './project';
import type { World } from './world';

/** A request that has passed the door: who asks is known, the body is read, the scope is held. */
export interface Call {
  readonly world: World;
  readonly url: URL;
  readonly key: ApiKey;
  readonly params: Readonly<Record<string, string>>;
  readonly body: JsonObject;
  /** The program that asks, when it says so. */
  readonly client: string | null;
  /** Needs a write scope: who may only look is turned away. */
  readonly writes: boolean;
}

export interface ProjectCall extends Call {
  readonly project: Project;
}

export interface Answer {
  readonly status: number;
  /** Undefined: no body at all. */
  readonly body: unknown;
}

type Run<C> = (call: C) => Answer | Promise<Answer>;
/** `<object>:read|write`; undefined: any good key will do. */
type Scope = string | ((era: Era) => string) | undefined;

interface RouteOptions {
  /** What a server must have for the path to exist. */
  readonly since?: Capability;
  /** Project secret keys may use it, where they may anything. */
  readonly secretKeys?: boolean;
  /** Asks for a token of its own before it looks at any key when a page of another origin calls. */
  readonly sameOriginOnly?: boolean;
  /** Counted where queries are counted. */
  readonly isQuery?: boolean;
}

interface RouteBase extends RouteOptions {
  readonly method: string;
  /** Parts that begin with a colon are parameters. The last slash is optional in requests. */
  readonly path: string;
  readonly scope: Scope;
}

/**
 * `reach` says what a key bound to projects may do: `project` = that project's paths only, `account` = not with
 * such a key, `self` = always.
 */
export type Route = RouteBase &
  (
    | { readonly reach: 'project'; readonly run: Run<ProjectCall> }
    | { readonly reach: 'account' | 'self'; readonly run: Run<Call> }
  );

/** A line of the table of routes. @param path below the project */
type ProjectLine = (path: string, scope: Scope, run: Run<ProjectCall>, options?: RouteOptions) => Route;

function line(method: string): ProjectLine {
  return (path, scope, run, options) => ({
    method,
    path: `/api/projects/:project/${path}`,
    scope,
    reach: 'project',
    run,
    ...options,
  });
}

export const get = line('GET');
export const post = line('POST');
export const patch = line('PATCH');
export const remove = line('DELETE');

/** The same under both names of a project. */
export function alsoBelowEnvironments(routes: readonly Route[]): Route[] {
  return routes.flatMap((route) => [
    route,
    { ...route, path: route.path.replace('/api/projects/', '/api/environments/') },
  ]);
}

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export function created(body: unknown): Answer {
  return { status: 201, body };
}

export const noContent: Answer = { status: 204, body: undefined };

export interface Match {
  /** One for each method the path takes. */
  readonly routes: readonly Route[];
  readonly params: Readonly<Record<string, string>>;
}

/** The routes of a path; words count for more than parameters: `stats` is no id. */
export function findRoutes(table: readonly Route[], path: string): Match | undefined {
  const given = partsOf(path);
  let best: { path: string; params: Record<string, string> } | undefined;
  for (const route of table) {
    const params = matchParts(partsOf(route.path), given);
    if (!params) continue;
    if (!best || Object.keys(params).length < Object.keys(best.params).length) {
      best = { path: route.path, params };
    }
  }
  if (!best) return undefined;
  const { path: wanted, params } = best;
  return { routes: table.filter((route) => route.path === wanted), params };
}

function matchParts(wanted: readonly string[], given: readonly string[]): Record<string, string> | undefined {
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
