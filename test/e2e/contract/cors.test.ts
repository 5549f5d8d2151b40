import assert from 'node:assert/strict';
import { useServer } from './useServer';
import type { Client } from './client';

const page = 'https://editor.example';

async function preflight(client: Client, path: string, method: string): Promise<Response> {
  return fetch(`${client.host}/api/projects/${client.projectId}/${path}`, {
    method: 'OPTIONS',
    headers: {
      Origin: page,
      'Access-Control-Request-Method': method,
      'Access-Control-Request-Headers': 'authorization,content-type',
    },
  });
}

describe('a stranger calls from a page in a browser', () => {
  const server = useServer();

  it('and may read experiments', async () => {
    const { status, headers } = await server.client.send('GET', 'experiments/', {
      headers: { Origin: page },
    });
    assert.equal(status, 200);
    assert.ok(['*', page].includes(headers.get('access-control-allow-origin') ?? ''));
  });

  it('and reads refusals, too', async () => {
    const wrong = server.client.as('phx_nobody');
    const { status, headers } = await wrong.send('GET', 'experiments/', { headers: { Origin: page } });
    assert.equal(status, 401);
    assert.ok(['*', page].includes(headers.get('access-control-allow-origin') ?? ''));
  });

  for (const method of ['GET', 'POST', 'PATCH', 'DELETE']) {
    it(`and may ask for ${method} with a key in a header`, async () => {
      const { ok, headers } = await preflight(server.client, 'experiments/', method);
      assert.ok(ok, 'the preflight is refused');
      const list = (name: string) => (headers.get(name) ?? '').toLowerCase().split(/\s*,\s*/);
      assert.ok(list('access-control-allow-methods').includes(method.toLowerCase()));
      const allowed = list('access-control-allow-headers');
      assert.ok(allowed.includes('authorization') && allowed.includes('content-type'), allowed.join());
      assert.ok(['*', page].includes(headers.get('access-control-allow-origin') ?? ''));
    });
  }

  it('but not the list of flags, good key or not', async () => {
    const answer = await server.client.send<{ readonly type: string; readonly detail: string }>(
      'GET',
      'feature_flags/',
      { headers: { Origin: page } },
    );
    assert.ok([401, 403].includes(answer.status), String(answer.status));
    assert.equal(answer.body.type, 'authentication_error');
    assert.match(answer.body.detail, /^No temporary_token set\./);
  });
});
