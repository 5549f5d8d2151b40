import assert from 'node:assert/strict';
import { ok } from './client';
import { createExperiment } from './make';
import { assertRefused } from './refusal';
import { useServer } from './useServer';
import type { Page } from './wire';

describe('a stranger is refused', () => {
  const server = useServer();

  it('without a key, as not authenticated', async () => {
    const answer = await fetch(`${server.client.host}/api/projects/${server.client.projectId}/experiments/`);
    const { type, attr } = (await answer.json()) as { readonly type: string; readonly attr: unknown };
    assert.equal(answer.status, 401);
    assert.equal(type, 'authentication_error');
    assert.equal(attr, null);
  });

  it('with a key nobody knows, in the words of the docs', async () => {
    assertRefused(await server.client.as('phx_nobody_has_this').get('experiments/'), {
      status: 401,
      code: 'authentication_failed',
      detail: 'Personal API key found in request Authorization header is invalid.',
      attr: null,
    });
  });

  it('with the public token of a project, which is no credential', async () => {
    assertRefused(await server.client.as('phc_public_token').get('experiments/'), { status: 401 });
  });

  it('when it writes bearer in lower case', async () => {
    const headers = { Authorization: `bearer ${server.client.key}` };
    assertRefused(await server.client.send('GET', 'experiments/', { headers }), { status: 401 });
  });

  for (const [what, path] of [
    ['an experiment that is not there', 'experiments/999999999/'],
    ['an id that is no number', 'experiments/seven/'],
    ['a flag that is not there', 'feature_flags/999999999/'],
  ] as const) {
    it(`with 404 for ${what}`, async () => {
      assertRefused(await server.client.get(path), {
        status: 404,
        code: 'not_found',
        detail: 'Not found.',
        attr: null,
      });
    });
  }

  it('with 404 for a path of the API nobody knows', async () => {
    assertRefused(await server.client.get('experiments/999999999/nothing_like_this/'), {
      status: 404,
      code: 'not_found',
      attr: null,
    });
  });

  it('with 404 for an experiment of another project', async () => {
    const { id } = await createExperiment(server.client);
    const projects = await ok(server.client.get<Page<{ readonly id: number }>>('/api/projects/'));
    const other = projects.results.find((project) => project.id !== Number(server.client.projectId));
    assert.ok(other, 'the key reaches one project only');
    assertRefused(await server.client.in(other.id).get(`experiments/${id}/`), { status: 404 });
  });

  it('when it deletes an experiment with DELETE: 405 and an empty body', async () => {
    const { id } = await createExperiment(server.client);
    const answer = await server.client.send('DELETE', `experiments/${id}/`);
    assert.equal(answer.status, 405);
    assert.equal(answer.text, '');
    await ok(server.client.get(`experiments/${id}/`));
  });

  it('when its body is no JSON', async () => {
    const { host, key, projectId } = server.client;
    const answer = await fetch(`${host}/api/projects/${projectId}/experiments/`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
      body: '{"name": ',
    });
    const { type, code } = (await answer.json()) as { readonly type: string; readonly code: string };
    assert.equal(answer.status, 400);
    assert.equal(type, 'invalid_request');
    assert.equal(code, 'parse_error');
  });
});
