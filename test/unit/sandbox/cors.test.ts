import assert from 'node:assert/strict';
import { createHandler } from '../../../src/sandbox/handler';
import { sandboxKeys } from '../../../src/sandbox/keys';
import { createWorld } from '../../../src/sandbox/world';

const host = 'http://posthog.invalid';
const handle = createHandler(createWorld({ experiments: 1 }));
const ask = (method: string, path: string, headers: Readonly<Record<string, string>> = {}) =>
  handle({
    method,
    url: `${host}/api/projects/7100/${path}`,
    headers: { authorization: `Bearer ${sandboxKeys.full.value}`, ...headers },
  });
const origin = 'https://editor.example';

describe('sandbox: pages of another origin', () => {
  it('may read the API, refusals too', async () => {
    for (const path of ['experiments/', 'experiments/1/']) {
      const { headers } = await ask('GET', path, { origin });
      assert.equal(headers['access-control-allow-origin'], origin);
      assert.equal(headers['access-control-allow-credentials'], 'true');
    }
    assert.equal((await ask('GET', 'experiments/')).headers['access-control-allow-origin'], undefined);
  });

  it('are asked first what they send: no header of their own is allowed', async () => {
    const { status, headers } = await ask('OPTIONS', 'experiments/', { origin, authorization: '' });
    assert.equal(status, 200);
    const allowed = (headers['access-control-allow-headers'] ?? '').split(', ');
    assert.ok(allowed.includes('authorization') && allowed.includes('content-type'));
    assert.ok(!allowed.includes('x-posthog-client'));
    assert.match(headers['access-control-allow-methods'] ?? '', /PATCH/);
  });

  it('are refused flags before any key is looked at', async () => {
    for (const authorization of [`Bearer ${sandboxKeys.full.value}`, '']) {
      const { status, body, headers } = await ask('GET', 'feature_flags/', { origin, authorization });
      assert.equal(status, 401);
      assert.match(body, /"authentication_failed","detail":"No temporary_token set\. /);
      assert.equal(headers['access-control-allow-origin'], origin);
    }
    for (const headers of [{}, { origin: host }]) {
      assert.equal((await ask('GET', 'feature_flags/', headers)).status, 200);
    }
  });
});
