import assert from 'node:assert/strict';
import { type EraName, eraNames } from '../../../src/sandbox/era';
import { sandboxKeys } from '../../../src/sandbox/keys';
import { first, openSandbox } from './sandboxClient';

const denied = (detail: string) => ({
  type: 'authentication_error',
  code: 'permission_denied',
  detail,
  attr: null,
});
const base = '/api/projects/7100/';
const notEditor = denied('You do not have editor access to this resource.');

/** What each endpoint needs, and whom it is asked of: `:id` is a running experiment. */
const scopes: readonly (readonly ['GET' | 'POST' | 'PATCH' | 'DELETE', string, string])[] = [
  ['GET', 'experiments/', 'experiment:read'],
  ['POST', 'experiments/', 'experiment:write'],
  ['GET', 'experiments/:id/', 'experiment:read'],
  ['PATCH', 'experiments/:id/', 'experiment:write'],
  ['GET', 'experiments/stats/', 'experiment:read'],
  ['GET', 'experiments/requires_flag_implementation/', 'experiment:read'],
  ['GET', 'experiments/eligible_feature_flags/', 'feature_flag:read'],
  ['GET', 'experiments/:id/timeseries_results/', 'experiment:read'],
  ['POST', 'experiments/:id/recalculate_timeseries/', 'experiment:write'],
  ['POST', 'experiments/:id/metrics_recalculation/', 'experiment:write'],
  ['GET', 'experiments/:id/metrics_recalculation/latest/', 'experiment:read'],
  ['POST', 'experiments/:id/duplicate/', 'experiment:write'],
  ['POST', 'experiments/:id/create_exposure_cohort_for_experiment/', 'experiment:write'],
  ...[
    'launch',
    'end',
    'pause',
    'resume',
    'archive',
    'unarchive',
    'reset',
    'ship_variant',
    'copy_to_project',
    'freeze_exposure',
    'unfreeze_exposure',
  ].map((action) => ['POST', `experiments/:id/${action}/`, 'experiment:write'] as const),
  ['GET', 'experiments/:id/activity/', 'activity_log:read'],
  ['GET', 'activity_log/', 'activity_log:read'],
  ['GET', 'feature_flags/', 'feature_flag:read'],
  ['GET', 'feature_flags/1/', 'feature_flag:read'],
  ['PATCH', 'feature_flags/1/', 'feature_flag:write'],
  ['GET', 'experiment_saved_metrics/', 'experiment_saved_metric:read'],
  ['POST', 'experiment_saved_metrics/', 'experiment_saved_metric:write'],
  ['DELETE', 'experiment_saved_metrics/9/', 'experiment_saved_metric:write'],
  ['GET', 'experiment_holdouts/', 'experiment:read'],
  ['POST', 'experiment_holdouts/', 'experiment:write'],
  ['GET', 'event_definitions/', 'event_definition:read'],
  ['POST', 'query/', 'query:read'],
  ['GET', 'query/1/', 'query:read'],
];

async function openAs(key: { readonly value: string }, era: EraName = 'F') {
  const everything = openSandbox({ era });
  const { id } = first((await everything.list('?status=running&limit=1')).results);
  const { ask } = openSandbox({ era, apiKey: key.value });
  const request = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body: object = {}) =>
    ask(method, base + path.replace(':id', String(id)), method === 'GET' ? undefined : body);
  return { ask, request };
}

describe('sandbox: scopes', () => {
  for (const [method, path, scope] of scopes) {
    it(`${method} ${path} needs ${scope}`, async () => {
      for (const key of [
        sandboxKeys.readOnly,
        sandboxKeys.withoutExperiments,
        sandboxKeys.projectBound,
        sandboxKeys.withoutQuery,
      ]) {
        const scopesHeld: readonly string[] = key.scopes;
        const isHeld = scopesHeld.includes(scope) || scopesHeld.includes(scope.replace('read', 'write'));
        const { request } = await openAs(key);
        const { status, body } = await request(method, path);
        const expected = denied(`API key missing required scope '${scope}'`);
        if (isHeld) assert.notDeepEqual(body, expected, key.label);
        else assert.deepEqual([status, body], [403, expected], key.label);
      }
    });
  }

  it('shared metrics had the scopes of experiments at first', async () => {
    const { request } = await openAs(sandboxKeys.withoutQuery, 'B');
    assert.equal((await request('GET', 'experiment_saved_metrics/')).status, 200);
  });
});

describe('sandbox: rights of a person', () => {
  it('a viewer reads, is told so, and writes nothing, whatever the scopes', async () => {
    const { request } = await openAs(sandboxKeys.viewer);
    const item = (await request('GET', 'experiments/:id/')).body as Record<string, unknown>;
    assert.equal(item['user_access_level'], 'viewer');
    for (const [method, path, scope] of scopes) {
      if (!scope.endsWith(':write')) continue;
      assert.deepEqual(await request(method, path), {
        status: 403,
        contentType: 'application/json',
        body: notEditor,
      });
    }
  });

  it('one experiment may be for looking at only', async () => {
    const { ask, list, named } = openSandbox();
    const levels = new Map(
      (await list('?limit=500')).results.map((row) => [row['user_access_level'], row.name] as const),
    );
    const name = levels.get('viewer');
    assert.ok(name !== undefined && !levels.has('none'));
    const { id } = await named(name);
    const { status, body } = await ask('PATCH', `${id}/`, { description: 'x' });
    assert.deepEqual([status, body], [403, notEditor]);
  });

  it('who may not edit flags cannot switch them through experiments, on the newest', async () => {
    for (const era of eraNames.slice(1)) {
      const { ask, named, list } = openSandbox({ era, apiKey: sandboxKeys.flagViewer.value });
      const isRefused = async (method: 'POST' | 'PATCH', path: string, body: object = {}) => {
        const answer = await ask(method, path, body);
        if (answer.status === 403) assert.deepEqual(answer.body, notEditor);
        return answer.status === 403;
      };
      const [running, draft] = [await named('Homepage hero'), await named('Gift wrapping option')];
      const before = (await list()).count;
      const seen = [
        await isRefused('POST', '', { name: 'A', feature_flag_key: 'a' }),
        await isRefused('POST', '', { name: 'A', feature_flag_key: 'homepage-hero' }),
        await isRefused('POST', `${running.id}/pause/`),
        await isRefused('POST', `${draft.id}/launch/`),
        await isRefused('PATCH', `${draft.id}/`, { start_date: '2026-11-20T15:00:00Z' }),
      ];
      assert.deepEqual(
        seen,
        Array.from(seen, () => era === 'F'),
      );
      if (era === 'F') assert.equal((await list()).count, before);
      assert.equal(await isRefused('PATCH', `${running.id}/`, { name: 'Renamed' }), false);
    }
  });
});

describe('sandbox: project secret keys', () => {
  const unsupported = denied('This action does not support project secret API key access');

  it('read experiments on the newest, with nobody whose rights could be told', async () => {
    const { request } = await openAs(sandboxKeys.projectSecret);
    const page = (await request('GET', 'experiments/')).body as { results: Record<string, unknown>[] };
    assert.equal(first(page.results)['user_access_level'], null);
    assert.equal((await request('GET', 'experiments/:id/')).status, 200);
  });

  it('do nothing else', async () => {
    const { ask, request } = await openAs(sandboxKeys.projectSecret);
    for (const [method, path] of scopes) {
      if (method === 'GET' && /^experiments\/(:id\/)?$/.test(path)) continue;
      const { status, body } = await request(method, path);
      assert.deepEqual([status, body], [403, unsupported], path);
    }
    for (const path of ['/api/personal_api_keys/@current/', '/api/users/@me/', base]) {
      assert.deepEqual((await ask('GET', path)).body, unsupported);
    }
  });

  it('do nothing at all on older servers', async () => {
    const { request } = await openAs(sandboxKeys.projectSecret, 'E');
    assert.deepEqual((await request('GET', 'experiments/')).body, unsupported);
  });
});
