import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import type { ApiRequest, ApiResponse } from '../../../src/core/api/transport';
import { createAxiosTransport } from '../../../src/net/axiosTransport';
import { never } from '../support/openSession';
import { Loopback } from './loopback';

const request: ApiRequest = { method: 'GET', path: '/api/users/@me/?limit=1', template: '/api/users/@me/' };

describe('The axios transport', () => {
  const loopback = new Loopback();
  afterEach(() => loopback.close());

  async function send(answer: RequestListener, asked: ApiRequest = request): Promise<ApiResponse> {
    const host = await loopback.serve(answer);
    return createAxiosTransport({ host, token: 'phx_secret' }).send(asked, never);
  }

  const reply =
    (status: number, headers: Record<string, string>, body = ''): RequestListener =>
    (_, response) =>
      response.writeHead(status, headers).end(body);
  const json = { 'Content-Type': 'application/json' };

  it('sends method, path, query, key and the name of the client', async () => {
    await send(reply(200, json, '{}'));
    const { method, url, headers, body } = loopback.only;
    assert.deepEqual([method, url, body], ['GET', '/api/users/@me/?limit=1', '']);
    assert.equal(headers.authorization, 'Bearer phx_secret');
    assert.equal(headers['x-posthog-client'], 'experiment-lens');
    assert.equal(headers['content-type'], undefined);
    assert.equal(headers.origin, undefined);
  });

  it('sends a body as JSON', async () => {
    for (const method of ['POST', 'PATCH'] as const) {
      const body = { name: 'Größe 🧪', archived: false };
      await send(reply(200, json, '{}'), { ...request, method, body });
      const received = loopback.received.at(-1);
      assert.equal(received?.method, method);
      assert.match(received.headers['content-type'] ?? '', /^application\/json/);
      assert.deepEqual(JSON.parse(received.body), body);
    }
  });

  it('reads JSON, whatever its media type is decorated with', async () => {
    for (const type of ['application/json', 'application/json; charset=utf-8', 'Application/JSON']) {
      const response = await send(reply(200, { 'Content-Type': type }, '{"a":["ä",1.0,null]}'));
      assert.deepEqual(response, {
        status: 200,
        contentType: 'application/json',
        body: { a: ['ä', 1, null] },
      });
    }
  });

  it('leaves JSON that does not parse as text: the status says what it means', async () => {
    for (const status of [200, 502]) {
      const response = await send(reply(status, json, '{"a":'));
      assert.deepEqual(response, { status, contentType: 'application/json', body: '{"a":' });
    }
  });

  it('leaves HTML and plain text as they are', async () => {
    const html = await send(reply(200, { 'Content-Type': 'text/html; charset=utf-8' }, '<html>{}</html>'));
    assert.deepEqual(html, { status: 200, contentType: 'text/html', body: '<html>{}</html>' });
    const text = await send(reply(200, { 'Content-Type': 'text/plain' }, '{"a":1}'));
    assert.deepEqual(text, { status: 200, contentType: 'text/plain', body: '{"a":1}' });
  });

  it('resolves any status, with the body of the error', async () => {
    for (const status of [400, 401, 403, 404, 409, 429, 500, 503]) {
      const response = await send(reply(status, json, '{"detail":"No."}'));
      assert.equal(response.status, status);
      assert.deepEqual(response.body, { detail: 'No.' });
    }
  });

  it('reads an empty 405', async () => {
    const plain = await send(reply(405, {}));
    assert.deepEqual(plain, { status: 405, contentType: '', body: '' });
    const withType = await send(reply(405, json));
    assert.equal(withType.body, undefined);
  });

  it('reads the seconds of Retry-After, and nothing else there', async () => {
    const wait = async (value: string) =>
      (await send(reply(429, { ...json, 'Retry-After': value }, '{}'))).retryAfterSeconds;
    assert.equal(await wait('7'), 7);
    for (const value of ['0', '-1', 'soon', 'Wed, 21 Oct 2026 07:28:00 GMT']) {
      assert.equal(await wait(value), undefined, value);
    }
  });

  it('follows no redirect, which could change the method and take the key elsewhere, but tells where it leads', async () => {
    const other = await loopback.serve(reply(200, json, '{}'));
    for (const method of ['GET', 'POST', 'PATCH', 'DELETE'] as const) {
      for (const status of [301, 302, 303, 307, 308]) {
        const moved = reply(status, { Location: `${other}/elsewhere/?token=phx_secret` });
        const response = await send(moved, { ...request, method });
        assert.equal(response.status, status);
        assert.equal(response.redirectTo, other);
      }
    }
    assert.ok(loopback.received.every(({ url }) => url === request.path));
    assert.equal(loopback.received.length, 20);
  });

  it('tells no host where a redirect stays on its own, leads to no web address or nowhere', async () => {
    for (const Location of ['/login/', 'vscode://posthog.example.com/', 'javascript:alert(1)', 'http://[']) {
      assert.equal((await send(reply(302, { Location }))).redirectTo, undefined, Location);
    }
    assert.equal((await send(reply(302, {}))).redirectTo, undefined);
  });

  it('goes to the host whatever proxy the environment names', async () => {
    const name = 'http_proxy';
    const before = process.env[name];
    process.env[name] = 'http://127.0.0.1:9';
    try {
      assert.equal((await send(reply(200, json, '{}'))).status, 200);
    } finally {
      if (before === undefined) delete process.env[name];
      else process.env[name] = before;
    }
  });
});
