import { ApiRefusal, forbidden, invalid, methodNotAllowed, notFound, unparsable } from './errors';
import { noteFlags } from './flagHistory';
import { isObject, type Json, type JsonObject } from './json';
import { type ApiKey, authenticate, hasScope, sandboxProjectIds } from './keys';
import type { Project } from './project';
import { type Answer, type Call, matchPath, type Route } from './route';
import { routes } from './routes';
import type { World } from './world';

export interface SandboxRequest {
  readonly method: string;
  /** Absolute: links in answers are built from it. */
  readonly url: string;
  readonly authorization?: string;
  /** As it came over the wire; empty when there was none. */
  readonly body?: string;
}

export interface SandboxResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type SandboxHandler = (request: SandboxRequest) => Promise<SandboxResponse>;

/** Answers requests as a PostHog of the newest generation would, on the state of one world. */
export function createHandler(world: World): SandboxHandler {
  return async (request) => {
    try {
      const url = new URL(request.url);
      if (!/^\/api(\/|$)/.test(url.pathname)) return webApp();
      const { status, body } = await answer(world, url, request);
      return jsonResponse(status, body);
    } catch (error) {
      if (error instanceof ApiRefusal) return jsonResponse(error.status, error.body, error.headers);
      throw error;
    }
  };
}

async function answer(world: World, url: URL, request: SandboxRequest): Promise<Answer> {
  const found = findRoute(url.pathname);
  if (!found) throw notFound('Endpoint not found.');
  const { route, params } = found;
  const key = authenticate(request.authorization, url.origin);
  const { method } = request;
  if (route.reach === 'project') {
    const project = enterProject(world, key, params['project'] ?? '');
    const operation = route.operations[method];
    if (!operation) throw methodNotAllowed(method);
    refuseWithoutScope(key, operation.scope);
    const result = await operation.run({ ...callOf(world, url, key, params, request), project });
    if (method !== 'GET') noteFlags(project.flags.values(), world.now());
    return result;
  }
  if (route.reach === 'account' && key.projectIds.length > 0) {
    throw forbidden('API keys with scoped projects are only supported on project-based endpoints.');
  }
  const operation = route.operations[method];
  if (!operation) throw methodNotAllowed(method);
  refuseWithoutScope(key, operation.scope);
  return operation.run(callOf(world, url, key, params, request));
}

function findRoute(path: string): { route: Route; params: Record<string, string> } | undefined {
  for (const route of routes) {
    const params = matchPath(route, path);
    if (params) return { route, params };
  }
  return undefined;
}

function callOf(
  world: World,
  url: URL,
  key: ApiKey,
  params: Record<string, string>,
  request: SandboxRequest,
): Call {
  return { world, url, key, params, body: parseBody(request.body ?? '') };
}

/** `@current` is the first project. A project of somebody else exists, but not for this user. */
function enterProject(world: World, key: ApiKey, text: string): Project {
  const id = text === '@current' ? sandboxProjectIds.shop : Number(text);
  const project = world.projects.get(id);
  if (!project && id !== sandboxProjectIds.foreign) throw notFound();
  if (key.projectIds.length > 0 && !key.projectIds.includes(id)) {
    throw forbidden(`API key does not have access to the requested project: ID ${id}.`);
  }
  if (!project) throw forbidden("You don't have access to the project.");
  return project;
}

function refuseWithoutScope(key: ApiKey, scope: string | undefined): void {
  if (scope !== undefined && !hasScope(key, scope)) {
    throw forbidden(`API key missing required scope '${scope}'`);
  }
}

function parseBody(text: string): JsonObject {
  if (text === '') return {};
  const body = parseJson(text);
  if (!isObject(body)) throw invalid('Invalid data. Expected a dictionary.');
  return body;
}

function parseJson(text: string): Json {
  try {
    const body: Json = JSON.parse(text);
    return body;
  } catch (error) {
    throw unparsable(error instanceof Error ? error.message : String(error));
  }
}

function jsonResponse(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): SandboxResponse {
  return body === undefined
    ? { status, headers, body: '' }
    : { status, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** Any other address is a page of the web app, also one that was meant to be the API. */
function webApp(): SandboxResponse {
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: '<!doctype html><html><head><title>PostHog</title></head><body><div id="root"></div></body></html>',
  };
}
