import { ApiRefusal, errorBody, invalid, notFound } from '../errors';
import { type PreparedQuery, prepareQuery } from '../experimentQuery';
import { sha256Hex } from '../fingerprint';
import type { Json, JsonObject } from '../json';
import { textIn } from '../json';
import { type CachedResponse, expiresMs, freshMs, pickedUpMs, type QueryRun } from '../queryStore';
import { type Answer, ok, type ProjectCall } from '../route';
import { isoZ, minuteMs } from '../time';

const refreshModes = [
  'async',
  'async_except_on_cache_miss',
  'blocking',
  'force_async',
  'force_blocking',
  'force_cache',
  'lazy_async',
] as const;
type RefreshMode = (typeof refreshModes)[number];

/**
 * `POST query/`: 200 with the result, or 202 with the status of a query to poll; an old result comes along with it.
 * A query that somebody asks twice runs once. @throws ApiRefusal 400 also for a query that fails
 */
export async function startQuery({ body, world, project }: ProjectCall): Promise<Answer> {
  const mode = refreshMode(body['refresh']);
  const prepared = prepareQuery(body['query'], world, project);
  const cacheKey = `cache_${project.id}_${(await sha256Hex(prepared.identity)).slice(0, 32)}`;
  const nowMs = world.now();
  const cached = project.queries.cached(cacheKey, nowMs);
  const isFresh = cached !== undefined && nowMs - cached.refreshedMs < freshMs;
  if (isFresh && !mode.startsWith('force_a') && mode !== 'force_blocking') {
    return ok(responseBody(cached, cacheKey, true));
  }
  const isAsync = mode.endsWith('async') || (mode === 'async_except_on_cache_miss' && cached);
  if (!isAsync) {
    return ok(responseBody(computeNow(prepared, cacheKey, { world, project }), cacheKey, false));
  }
  const id = textIn(body, 'client_query_id') ?? world.newUuid().replaceAll('-', '');
  const run = project.queries.start(id, cacheKey, nowMs, prepared.durationMs, () => prepared.compute(nowMs));
  const old =
    cached && mode !== 'force_async' ? responseBody(cached, cacheKey, true) : { cache_key: cacheKey };
  return { status: 202, body: { ...old, query_status: statusBody(run, project.id, nowMs, false) } };
}

/** `GET query/:query/`: 202 while it runs, 200 with the result inside, 400 when the user can mend what is wrong. */
export function pollQuery({ params, url, world, project }: ProjectCall): Answer {
  const id = params['query'] ?? '';
  const nowMs = world.now();
  const run = project.queries.find(id, nowMs);
  if (!run) throw notFound(`Query ${id} not found for team ${project.id}`);
  const showsProgress = ['show_progress', 'showProgress'].some(
    (name) => url.searchParams.get(name) === 'true',
  );
  const status = !run.outcome ? 202 : 'failure' in run.outcome ? 400 : 200;
  return { status, body: { query_status: statusBody(run, project.id, nowMs, showsProgress) } };
}

/** `DELETE query/:query/` */
export function cancelQuery({ params, world, project }: ProjectCall): Answer {
  const id = params['query'] ?? '';
  if (!project.queries.find(id, world.now())) throw notFound(`Query ${id} not found for team ${project.id}`);
  project.queries.cancel(id);
  return ok({ message: 'Query cancelled' });
}

/** `true` and `false` are from before there were modes. */
function refreshMode(value: Json | undefined): RefreshMode {
  if (value === true) return 'force_blocking';
  const mode = refreshModes.find((candidate) => candidate === (value ?? 'blocking'));
  if (value === false) return 'force_cache';
  if (mode) return mode;
  throw invalid(`Input should be ${refreshModes.map((name) => `'${name}'`).join(', ')}`, 'refresh');
}

function computeNow(
  prepared: PreparedQuery,
  cacheKey: string,
  { world, project }: Pick<ProjectCall, 'world' | 'project'>,
): CachedResponse {
  const nowMs = world.now();
  const outcome = prepared.compute(nowMs);
  if ('response' in outcome) return project.queries.remember(cacheKey, outcome.response, nowMs);
  const { detail, code } = outcome.failure;
  throw new ApiRefusal(400, errorBody('validation_error', code, detail));
}

function responseBody(
  { response, refreshedMs }: CachedResponse,
  cacheKey: string,
  isCached: boolean,
): JsonObject {
  return {
    ...response,
    cache_key: cacheKey,
    is_cached: isCached,
    last_refresh: isoZ(refreshedMs),
    next_allowed_client_refresh: isoZ(refreshedMs + minuteMs),
    cache_target_age: isoZ(refreshedMs + freshMs),
    timezone: 'UTC',
    query_status: null,
  };
}

function statusBody(run: QueryRun, teamId: number, nowMs: number, showsProgress: boolean): JsonObject {
  const { id, cacheKey, startedMs, readyMs, outcome } = run;
  const isPickedUp = nowMs >= pickedUpMs(run);
  const failure = outcome && 'failure' in outcome ? outcome.failure : undefined;
  const response = outcome && 'response' in outcome ? outcome.response : undefined;
  const share = (nowMs - startedMs) / (readyMs - startedMs);
  return {
    id,
    query_async: true,
    team_id: teamId,
    insight_id: null,
    dashboard_id: null,
    complete: outcome !== undefined,
    error: failure !== undefined,
    error_message: failure?.detail ?? null,
    results: response ? responseBody({ response, refreshedMs: readyMs }, cacheKey, false) : null,
    start_time: isoZ(startedMs),
    pickup_time: isPickedUp ? isoZ(pickedUpMs(run)) : null,
    end_time: outcome ? isoZ(readyMs) : null,
    expiration_time: outcome ? isoZ(expiresMs(run)) : null,
    task_id: null,
    query_progress:
      showsProgress && !outcome && isPickedUp
        ? {
            bytes_read: Math.round(share * 48_000_000),
            rows_read: Math.round(share * 600_000),
            estimated_rows_total: 600_000,
            time_elapsed: (nowMs - startedMs) / 1000,
            active_cpu_time: Math.round((nowMs - startedMs) / 2),
          }
        : null,
    labels: null,
  };
}
