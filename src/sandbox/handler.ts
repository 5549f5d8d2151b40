import { refuseViewer } from './access';
import { corsHeaders, isCrossOrigin, preflightHeaders } from './cors';
import {
  ApiRefusal,
  forbidden,
  invalid,
  methodNotAllowed,
  notFound,
  unauthenticated,
  unparsable,
} from './errors';
import type { Era } from './era';
import { noteFlags } from './flagHistory';
import { isObject, type Json, type JsonObject } from './json';
import { type ApiKey, authenticate, hasScope, sandboxProjectIds } from './keys';
import type { Project } from './project';
import { RateLimit } from './rateLimit';
import { type Answer, type Call, findRoutes, type Route } from './route';
import { routes } from './routes';
import type { World } from './world';

export interface SandboxRequest {
  readonly method: string;
  /** Absolute: links in answers are built from it. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
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

export interface HandlerOptions {
  /** Counts requests and refuses too many, as Cloud does. */
  readonly limitsRates?: boolean;
  /** Endpoints (a word of their path) that this server has no more. */
  readonly without?: readonly string[];
}

/** Answers requests as a PostHog of the world's generation would, on the state of that world. */
export function createHandler(world: World, options: HandlerOptions = {}): SandboxHandler {
  const table = routes.filter((route) => isOffered(route, world.era, options.without ?? []));
  const rates = options.limitsRates ? new RateLimit() : undefined;
  return async (request) => {
    const url = new URL(request.url);
    if (!/^\/api(\/|$)/.test(url.pathname)) return webApp();
    const origin = request.headers?.['origin'];
    if (request.method === 'OPTIONS' && origin !== undefined) {
      return { status: 200, headers: preflightHeaders(origin), body: '' };
    }
    try {
      const { status, body } = await answer(world, table, rates, url, request);
      return jsonResponse(status, body, corsHeaders(origin));
    } catch (error) {
      if (!(error instanceof ApiRefusal)) throw error;
      return jsonResponse(error.status, error.body, { ...error.headers, ...corsHeaders(origin) });
    }
  };
}

function isOffered(route: Route, era: Era, without: readonly string[]): boolean {
  return (route.since === undefined || era[route.since]) && !without.some((word) => hasWord(route, word));
}

/** Whether a word is a part of the route's path. */
export function hasWord(route: Route, word: string): boolean {
  return route.path.split('/').includes(word);
}

/** The server's own order: the path, the key, the project, the method, the scope, the rate, the body. */
async function answer(
  world: World,
  table: readonly Route[],
  rates: RateLimit | undefined,
  url: URL,
  request: SandboxRequest,
): Promise<Answer> {
  const { method, headers = {} } = request;
  const match = findRoutes(table, url.pathname);
  if (!match) throw notFound('Endpoint not found.');
  const { params, routes: candidates } = match;
  if (candidates.some((route) => route.sameOriginOnly) && isCrossOrigin(headers['origin'], url)) {
    throw unauthenticated('authentication_failed', noTemporaryToken, url.origin);
  }
  const key = authenticate(headers['authorization'], url.origin);
  const project = params['project'] === undefined ? undefined : enterProject(world, key, params['project']);
  const route = candidates.find((candidate) => candidate.method === method);
  if (!route) throw methodNotAllowed(method);
  refuseKind(route, key, world.era);
  const scope = typeof route.scope === 'function' ? route.scope(world.era) : route.scope;
  if (scope !== undefined && !hasScope(key, scope)) {
    throw forbidden(`API key missing required scope '${scope}'`);
  }
  const writes = scope?.endsWith(':write') ?? false;
  if (writes && scope !== undefined) refuseViewer(key, scope);
  rates?.take(key.id, route.isQuery ?? false, world.now());
  const call: Call = {
    world,
    url,
    key,
    params,
    body: parseBody(request.body ?? ''),
    client: headers['x-posthog-client'] ?? null,
    writes,
  };
  if (route.reach !== 'project') return route.run(call);
  if (!project) throw notFound();
  const result = await route.run({ ...call, project });
  if (method !== 'GET') rememberFlags(world);
  return result;
}

const noTemporaryToken =
  "No temporary_token set. That means you're either trying to access this API from a different site, or it means " +
  "your proxy isn't sending the correct headers. " +
  'See https://posthog.com/docs/deployment/running-behind-proxy for more information.';

function refuseKind(route: Route, key: ApiKey, era: Era): void {
  if (key.kind === 'secret') {
    if (route.secretKeys && era.takesSecretKeys) return;
    throw forbidden('This action does not support project secret API key access');
  }
  if (route.reach === 'account' && key.projectIds.length > 0) {
    throw forbidden('API keys with scoped projects are only supported on project-based endpoints.');
  }
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

/** A write may have changed flags, also those of another project. */
function rememberFlags(world: World): void {
  for (const project of world.projects.values()) noteFlags(project.flags.values(), world.now());
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
  headers: Readonly<Record<string, string>>,
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
