import assert from 'node:assert/strict';
import * as v from 'valibot';
import { toProject, toUser, wireKey, wireProject, wireUser } from '../../../../../src/core/api/wire/account';

describe('The account', () => {
  it('reads what a key may do (posthog/api/personal_api_key.py)', () => {
    const json = {
      id: 'abc',
      label: 'VS Code',
      value: null,
      mask_value: 'phx_...1a2b',
      user_id: 5,
      scopes: ['experiment:write', 'feature_flag:read'],
      scoped_teams: [42],
      scoped_organizations: [],
    };
    assert.deepEqual(v.parse(wireKey, json), {
      scopes: ['experiment:write', 'feature_flag:read'],
      scoped_teams: [42],
    });
    assert.deepEqual(v.parse(wireKey, { scopes: ['*'], scoped_teams: null }).scoped_teams, []);
  });

  it('takes nothing without scopes for a key', () => {
    for (const json of [{}, [], { detail: 'Hello' }, null, 'text']) {
      assert.equal(v.is(wireKey, json), false);
    }
  });

  it('reads the user, their organizations and current project (posthog/api/user.py)', () => {
    const json = {
      id: 5,
      first_name: 'Ada',
      email: 'ada@example.com',
      team: { id: 42, name: 'Web' },
      organization: { id: 'o1', name: 'Acme' },
      organizations: [{ id: 'o1', name: 'Acme' }, { name: 'no id' }, { id: 'o2', name: null }],
    };
    assert.deepEqual(toUser(v.parse(wireUser, json)), {
      email: 'ada@example.com',
      currentProjectId: 42,
      organizationIds: ['o1', 'o2'],
    });
  });

  it('reads a user without a project or an address', () => {
    assert.deepEqual(toUser(v.parse(wireUser, { first_name: 'Ada', team: null, organizations: null })), {
      email: 'Ada',
      currentProjectId: undefined,
      organizationIds: [],
    });
  });

  it('calls a project by its number when it has no name', () => {
    assert.deepEqual(toProject(v.parse(wireProject, { id: 42, name: 'Web' })), { id: 42, name: 'Web' });
    assert.deepEqual(toProject(v.parse(wireProject, { id: 42 })), { id: 42, name: 'Project 42' });
  });
});
