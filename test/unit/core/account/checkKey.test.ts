import assert from 'node:assert/strict';
import { checkKey, hasScope } from '../../../../src/core/account/checkKey';
import { createApiCaller } from '../../../../src/core/api/caller';
import { PostHogClient } from '../../../../src/core/api/client';
import { FakeTransport, pathOf, type Answer } from '../../support/fakeTransport';
import { never } from '../../support/openSession';

const forbidden: Answer = { status: 403, body: { detail: "API key missing required scope 'user:read'" } };
const notFound: Answer = { status: 404, body: { detail: 'Not found.' } };
const unauthorized: Answer = { status: 401, body: { detail: 'Invalid.' } };
const page = (...results: unknown[]): Answer => ({ body: { count: results.length, next: null, results } });

const key = '/api/personal_api_keys/@current/';
const me = '/api/users/@me/';
const user = (...organizations: string[]): Answer => ({
  body: {
    email: 'ada@example.com',
    team: { id: 7 },
    organizations: organizations.map((id) => ({ id, name: id })),
  },
});

/** A server that knows these paths; any other is a failure of the test. */
async function check(answers: Record<string, Answer>) {
  const transport = new FakeTransport((request) => {
    const answer = answers[pathOf(request)];
    assert.ok(answer, `asked ${pathOf(request)}`);
    return answer;
  });
  const client = new PostHogClient(createApiCaller(transport));
  const checked = await checkKey(client, never);
  return { checked, asked: transport.requests.map(pathOf) };
}

describe('Checking a key', () => {
  it('finds the projects of a free key in all organizations of its user, by name', async () => {
    const { checked } = await check({
      [key]: { body: { scopes: ['experiment:write', 'project:read', 'user:read'], scoped_teams: [] } },
      [me]: user('o1', 'o2'),
      '/api/organizations/o1/projects/': page({ id: 7, name: 'Web' }, { id: 8, name: 'App' }),
      '/api/organizations/o2/projects/': page({ id: 9, name: 'Blog' }),
    });
    assert.deepEqual(checked, {
      scopes: ['experiment:write', 'project:read', 'user:read'],
      email: 'ada@example.com',
      projects: [
        { id: 8, name: 'App' },
        { id: 9, name: 'Blog' },
        { id: 7, name: 'Web' },
      ],
      currentProjectId: 7,
    });
  });

  it('takes no host for PostHog that knows neither keys nor users', async () => {
    await assert.rejects(check({ [key]: notFound, [me]: notFound }), { kind: 'notFound' });
  });

  it('takes the projects a key is bound to, and asks no list, which such keys may not read', async () => {
    const { checked, asked } = await check({
      [key]: { body: { scopes: ['experiment:read', 'project:read'], scoped_teams: [42, 43] } },
      [me]: forbidden,
      '/api/projects/42/': { body: { id: 42, name: 'Web' } },
      '/api/projects/43/': forbidden,
    });
    assert.deepEqual(checked.projects, [
      { id: 43, name: 'Project 43' },
      { id: 42, name: 'Web' },
    ]);
    assert.ok(!asked.includes('/api/projects/'));
  });

  it('asks the current organization when the key may not read its user', async () => {
    const { checked } = await check({
      [key]: { body: { scopes: ['experiment:read', 'project:read'] } },
      [me]: forbidden,
      '/api/projects/': page({ id: 42, name: 'Web' }),
    });
    assert.deepEqual(checked.projects, [{ id: 42, name: 'Web' }]);
    assert.equal(checked.email, undefined);
    assert.equal(checked.currentProjectId, undefined);
  });

  it('leaves out an organization that the key may not read', async () => {
    const { checked } = await check({
      [key]: { body: { scopes: ['*'] } },
      [me]: user('o1', 'o2'),
      '/api/organizations/o1/projects/': forbidden,
      '/api/organizations/o2/projects/': page({ id: 9, name: 'Blog' }),
    });
    assert.deepEqual(checked.projects, [{ id: 9, name: 'Blog' }]);
  });

  it('knows no project when nothing may be read: the person has to name one', async () => {
    const { checked } = await check({
      [key]: { body: { scopes: ['experiment:read'] } },
      [me]: forbidden,
      '/api/projects/': forbidden,
    });
    assert.deepEqual(checked.projects, []);
    assert.deepEqual(checked.scopes, ['experiment:read']);
  });

  it('trusts a key with everything on a server from before scopes', async () => {
    const { checked } = await check({
      [key]: notFound,
      [me]: user(),
      '/api/projects/': page({ id: 1, name: 'Default' }),
    });
    assert.deepEqual(checked.scopes, ['*']);
    assert.deepEqual(checked.projects, [{ id: 1, name: 'Default' }]);
  });

  it('rejects a key that the host does not know, at the first question that tells', async () => {
    await assert.rejects(check({ [key]: unauthorized }), { kind: 'unauthorized' });
    await assert.rejects(check({ [key]: notFound, [me]: unauthorized }), { kind: 'unauthorized' });
  });

  it('rejects when the host is no PostHog or fails', async () => {
    await assert.rejects(check({ [key]: { contentType: 'text/html', body: '<html>' } }), {
      kind: 'badResponse',
    });
    await assert.rejects(check({ [key]: { body: {} } }), { kind: 'badResponse' });
    await assert.rejects(check({ [key]: { status: 500, body: {} } }), { kind: 'server' });
    await assert.rejects(check({ [key]: { body: { scopes: [] } }, [me]: { status: 502, body: '' } }), {
      kind: 'server',
    });
  });
});

describe('A scope', () => {
  it('is held when it is named, implied by write, or everything is allowed', () => {
    assert.equal(hasScope(['experiment:read'], 'experiment:read'), true);
    assert.equal(hasScope(['experiment:write'], 'experiment:read'), true);
    assert.equal(hasScope(['experiment:write'], 'experiment:write'), true);
    assert.equal(hasScope(['*'], 'experiment:write'), true);
  });

  it('is not held when only another object or reading is allowed', () => {
    assert.equal(hasScope(['experiment:read'], 'experiment:write'), false);
    assert.equal(hasScope(['feature_flag:write'], 'experiment:read'), false);
    assert.equal(hasScope(['experiment_saved_metric:write'], 'experiment:read'), false);
    assert.equal(hasScope([], 'experiment:read'), false);
  });
});
