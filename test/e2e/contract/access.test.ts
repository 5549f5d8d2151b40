import assert from 'node:assert/strict';
import { ok } from './client';
import { keys } from './keys';
import { createExperiment, createRunning, experimentBody } from './make';
import { assertRefused } from './refusal';
import { useServer } from './useServer';
import type { Experiment, ExperimentDetail, Page } from './wire';

interface CurrentKey {
  readonly scopes: readonly string[];
  readonly scoped_teams: readonly number[];
  readonly scoped_organizations: readonly string[];
  readonly value: null;
  readonly mask_value: string;
}

describe('a stranger learns what its key may do', () => {
  const server = useServer();
  const current = (key: string) =>
    ok(server.client.as(key).get<CurrentKey>('/api/personal_api_keys/@current/'));
  const otherProject = async () => {
    const { results } = await ok(server.client.get<Page<{ readonly id: number }>>('/api/projects/'));
    const other = results.find(({ id }) => id !== Number(server.client.projectId));
    assert.ok(other, 'one project only');
    return other.id;
  };

  it('without any scope: the scopes and projects of the key, but not the key', async () => {
    assert.deepEqual((await current(server.client.key)).scopes, ['*']);
    const bound = await current(keys.projectBound);
    assert.deepEqual(bound.scoped_teams, [Number(server.client.projectId)]);
    const without = await current(keys.withoutExperiments);
    assert.ok(!without.scopes.some((scope) => scope.startsWith('experiment')));
    assert.equal(without.value, null);
    assert.ok(!without.mask_value.includes(keys.withoutExperiments));
  });

  it('and with an unknown key 401', async () => {
    assertRefused(await server.client.as('phx_nobody').get('/api/personal_api_keys/@current/'), {
      status: 401,
    });
  });

  it('and who its user is', async () => {
    const me = await ok(
      server.client.get<{
        readonly email: string;
        readonly team: { readonly id: number } | null;
        readonly organizations: readonly { readonly id: string; readonly name: string }[];
      }>('/api/users/@me/'),
    );
    assert.match(me.email, /@/);
    assert.equal(me.team?.id, Number(server.client.projectId));
    assert.ok(me.organizations.length > 0);
    const [{ id } = assert.fail()] = me.organizations;
    const projects = await ok(
      server.client.get<Page<{ readonly id: number }>>(`/api/organizations/${id}/projects/`),
    );
    assert.ok(projects.results.some((project) => project.id === Number(server.client.projectId)));
  });

  it('a key without the scope of its user is a good key all the same', async () => {
    const client = server.client.as(keys.withoutExperiments);
    assertRefused(await client.get('/api/users/@me/'), {
      status: 403,
      code: 'permission_denied',
      detail: "API key missing required scope 'user:read'",
    });
    await ok(client.get('feature_flags/'));
  });

  it('a key without experiments cannot list them', async () => {
    assertRefused(await server.client.as(keys.withoutExperiments).get('experiments/'), {
      status: 403,
      code: 'permission_denied',
      detail: "API key missing required scope 'experiment:read'",
      attr: null,
    });
  });

  it('a key that reads cannot write, and nothing changes', async () => {
    const { id, name } = await createExperiment(server.client);
    const reader = server.client.as(keys.readOnly);
    const refusal = { status: 403, detail: "API key missing required scope 'experiment:write'" };
    assertRefused(await reader.post('experiments/', experimentBody()), refusal);
    assertRefused(await reader.patch(`experiments/${id}/`, { name: 'Written' }), refusal);
    for (const action of [
      'launch',
      'duplicate',
      'create_exposure_cohort_for_experiment',
      'recalculate_timeseries',
    ]) {
      assertRefused(await reader.post(`experiments/${id}/${action}/`, {}), refusal);
    }
    assert.equal((await ok(reader.get<ExperimentDetail>(`experiments/${id}/`))).name, name);
  });

  it('a key that reads reads all there is to read', async () => {
    const reader = server.client.as(keys.readOnly);
    await ok(reader.get('experiments/'));
    await ok(reader.get('experiments/stats/'));
    await ok(reader.get('experiments/requires_flag_implementation/'));
    await ok(reader.get('experiments/eligible_feature_flags/'));
    await ok(reader.get('feature_flags/'));
  });

  it('a flag is changed with the scope of flags only', async () => {
    const { feature_flag } = await createExperiment(server.client);
    const writer = server.client.as(keys.projectBound);
    assertRefused(await writer.patch(`feature_flags/${feature_flag.id}/`, { active: true }), {
      status: 403,
      detail: "API key missing required scope 'feature_flag:write'",
    });
  });

  it('archiving together with the flag needs the scopes of both', async () => {
    const { id } = await createRunning(server.client);
    await ok(server.client.post(`experiments/${id}/end/`, {}));
    const writer = server.client.as(keys.projectBound);
    const both = { disable_feature_flag: true };
    assertRefused(await writer.post(`experiments/${id}/archive/`, both), { status: 403 });
    await ok(writer.post(`experiments/${id}/archive/`));
  });

  it('creating makes a flag with the scope of experiments alone', async () => {
    const writer = server.client.as(keys.projectBound);
    const { feature_flag } = await createExperiment(writer);
    assert.equal(feature_flag.deleted, false);
  });

  it('a key of one project reads that project but lists none', async () => {
    const bound = server.client.as(keys.projectBound);
    await ok(bound.get(`/api/projects/${server.client.projectId}/`));
    await ok(bound.get('experiments/'));
    assertRefused(await bound.get('/api/projects/'), {
      status: 403,
      detail: 'API keys with scoped projects are only supported on project-based endpoints.',
    });
    await ok(bound.get('/api/users/@me/'));
  });

  it('and is kept from other projects by their number', async () => {
    const other = await otherProject();
    assertRefused(await server.client.as(keys.projectBound).in(other).get('experiments/'), {
      status: 403,
      detail: `API key does not have access to the requested project: ID ${other}.`,
    });
  });

  it('experiments of another project are not those of this one', async () => {
    const here = await ok(server.client.get<Page<Experiment>>('experiments/'));
    const there = await ok(server.client.in(await otherProject()).get<Page<Experiment>>('experiments/'));
    const known = new Set(here.results.map(({ id }) => id));
    assert.ok(!there.results.some(({ id }) => known.has(id)));
  });

  it('every experiment says what the user may do with it', async () => {
    const { results } = await ok(server.client.get<Page<Experiment>>('experiments/'));
    const levels = ['none', 'viewer', 'editor', 'manager', null];
    for (const { user_access_level: level = null } of results)
      assert.ok(levels.includes(level), String(level));
  });
});
