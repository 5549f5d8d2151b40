import assert from 'node:assert/strict';
import { ask, lineOf } from '../../support/ask';
import { never } from '../../support/openSession';
import { page } from '../../support/wireLists';

const web = { id: 42, name: 'Web' };

describe('The account', () => {
  it('asks what the key may do', async () => {
    const { requests } = await ask([{ body: { scopes: ['*'] } }], ({ account }) => account.currentKey(never));
    assert.deepEqual(requests, [
      {
        method: 'GET',
        path: '/api/personal_api_keys/@current/',
        template: '/api/personal_api_keys/@current/',
      },
    ]);
  });

  it('asks who the user is', async () => {
    const body = { email: 'ada@example.com' };
    const { requests } = await ask([{ body }], ({ account }) => account.currentUser(never));
    assert.deepEqual(requests.map(lineOf), ['GET /api/users/@me/']);
  });

  it('lists the projects of an organization, whose id is escaped, or of the current one', async () => {
    const of = async (id: string | undefined) =>
      (await ask([page(web)], ({ account }) => account.listProjects(id, never))).requests[0];
    assert.deepEqual(await of('o/1'), {
      method: 'GET',
      path: '/api/organizations/o%2F1/projects/?limit=100&offset=0',
      template: '/api/organizations/:organization/projects/',
    });
    assert.deepEqual(await of(undefined), {
      method: 'GET',
      path: '/api/projects/?limit=100&offset=0',
      template: '/api/projects/',
    });
  });

  it('retrieves a project', async () => {
    const { requests } = await ask([{ body: web }], ({ account }) => account.retrieveProject(42, never));
    assert.deepEqual(requests, [
      { method: 'GET', path: '/api/projects/42/', template: '/api/projects/:project/' },
    ]);
  });
});
