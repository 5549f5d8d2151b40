import assert from 'node:assert/strict';
import { sandboxKeys, sandboxProjectIds } from '../../../src/sandbox/keys';
import { openSandbox } from './sandboxClient';

const denied = (detail: string) => ({
  type: 'authentication_error',
  code: 'permission_denied',
  detail,
  attr: null,
});

const as = (key: { readonly value: string }) => openSandbox({ apiKey: key.value });

describe('sandbox: who asks', () => {
  it('refuses no key and a wrong key with 401', async () => {
    assert.deepEqual(await openSandbox({ apiKey: '' }).ask('GET', ''), {
      status: 401,
      contentType: 'application/json',
      body: {
        type: 'authentication_error',
        code: 'not_authenticated',
        detail: 'Authentication credentials were not provided.',
        attr: null,
      },
    });
    const wrong = await openSandbox({ apiKey: 'phx_other' }).ask('GET', '/api/personal_api_keys/@current/');
    assert.equal(wrong.status, 401);
    assert.deepEqual(wrong.body, {
      type: 'authentication_error',
      code: 'authentication_failed',
      detail: 'Personal API key found in request Authorization header is invalid.',
      attr: null,
    });
  });

  it('tells a key what it may do', async () => {
    const { status, body } = await as(sandboxKeys.projectBound).ask(
      'GET',
      '/api/personal_api_keys/@current/',
    );
    assert.equal(status, 200);
    assert.deepEqual(body, {
      id: 'k-bound',
      label: 'Sandbox: one project',
      value: null,
      mask_value: 'phx_...0003',
      created_at: '2026-01-05T10:00:00Z',
      last_used_at: '2026-11-20T14:59:00Z',
      user_id: 5,
      scopes: ['experiment:write', 'feature_flag:read', 'query:read', 'project:read', 'user:read'],
      scoped_teams: [sandboxProjectIds.shop],
      scoped_organizations: [],
    });
  });

  it('names the scope that is missing', async () => {
    const reader = as(sandboxKeys.readOnly);
    const { results } = await reader.list('?limit=1');
    assert.equal(results.length, 1);
    const refused = await reader.ask('POST', '', { name: 'A', feature_flag_key: 'a' });
    assert.equal(refused.status, 403);
    assert.deepEqual(refused.body, denied("API key missing required scope 'experiment:write'"));
    const without = as(sandboxKeys.withoutExperiments);
    assert.deepEqual(
      (await without.ask('GET', '')).body,
      denied("API key missing required scope 'experiment:read'"),
    );
    assert.deepEqual(
      (await without.ask('GET', '/api/users/@me/')).body,
      denied("API key missing required scope 'user:read'"),
    );
  });

  it('keeps a bound key to its project', async () => {
    const bound = as(sandboxKeys.projectBound);
    assert.equal((await bound.ask('GET', '')).status, 200);
    assert.equal((await bound.ask('GET', `/api/projects/${sandboxProjectIds.shop}/`)).status, 200);
    assert.equal((await bound.ask('GET', '/api/users/@me/')).status, 200);
    const other = await bound.ask('GET', `/api/projects/${sandboxProjectIds.wholesale}/experiments/`);
    assert.equal(other.status, 403);
    assert.deepEqual(
      other.body,
      denied(`API key does not have access to the requested project: ID ${sandboxProjectIds.wholesale}.`),
    );
    for (const path of ['/api/projects/', '/api/organizations/@current/projects/']) {
      const list = await bound.ask('GET', path);
      assert.equal(list.status, 403);
      assert.deepEqual(
        list.body,
        denied('API keys with scoped projects are only supported on project-based endpoints.'),
      );
    }
  });

  it('has two projects, one of somebody else and no more', async () => {
    const { ask } = openSandbox();
    const { body } = await ask('GET', '/api/projects/');
    const names = (list: unknown) => JSON.stringify(list).match(/"name":"[^"]*"/g);
    assert.deepEqual(names(body), ['"name":"Fernwood Shop"', '"name":"Fernwood Wholesale"']);
    const user = (await ask('GET', '/api/users/@me/')).body;
    const [, organization = ''] = /"organizations":\[\{"id":"([^"]+)"/.exec(JSON.stringify(user)) ?? [];
    assert.deepEqual((await ask('GET', `/api/organizations/${organization}/projects/`)).body, body);
    const foreign = await ask('GET', `/api/projects/${sandboxProjectIds.foreign}/experiments/`);
    assert.equal(foreign.status, 403);
    assert.deepEqual(foreign.body, denied("You don't have access to the project."));
    assert.equal((await ask('GET', '/api/projects/1/')).status, 404);
  });

  it('answers other API paths with 404 and any other page with HTML', async () => {
    const { ask } = openSandbox();
    const unknown = await ask('GET', '/api/nothing/');
    assert.equal(unknown.status, 404);
    assert.equal(unknown.contentType, 'application/json');
    assert.equal((await ask('POST', '71001/start/')).status, 404);
    const page = await ask('GET', '/project/7100/experiments');
    assert.deepEqual([page.status, page.contentType], [200, 'text/html']);
    assert.match(String(page.body), /^<!doctype html>/);
  });

  it('takes paths with and without the last slash, and @current for the project', async () => {
    const { ask } = openSandbox();
    const { body } = await ask('GET', '?limit=2');
    const other = await ask('GET', '/api/projects/@current/experiments?limit=2');
    assert.equal(other.status, 200);
    assert.equal(
      JSON.stringify(other.body).replace('/@current/experiments?', '/7100/experiments/?'),
      JSON.stringify(body),
    );
  });

  it('refuses other methods with 405', async () => {
    const { status, body } = await openSandbox().ask('DELETE', '');
    assert.equal(status, 405);
    assert.deepEqual(body, {
      type: 'invalid_request',
      code: 'method_not_allowed',
      detail: 'Method "DELETE" not allowed.',
      attr: null,
    });
  });
});
