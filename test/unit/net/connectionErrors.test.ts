import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import { inspect } from 'node:util';
import { PostHogError, type PostHogErrorKind } from '../../../src/core/api/errors';
import type { ApiRequest } from '../../../src/core/api/transport';
import { createAxiosTransport } from '../../../src/net/axiosTransport';
import { never } from '../support/openSession';
import { closedPort, Loopback } from './loopback';

const secret = 'phx_topsecret';
const request: ApiRequest = {
  method: 'POST',
  path: `/api/projects/42/experiments/?note=${secret}`,
  template: '/api/projects/:project/experiments/',
  body: { name: secret },
};
const json = { 'Content-Type': 'application/json' };

describe('An exchange that did not happen', () => {
  const loopback = new Loopback();
  afterEach(() => loopback.close());

  async function failure(host: string, { signal = never, timeoutMs = 5000 } = {}): Promise<PostHogError> {
    const transport = createAxiosTransport({ host, token: secret, timeoutMs });
    const error: unknown = await transport.send(request, signal).then(
      (response) => assert.fail(`answered ${response.status}`),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof PostHogError);
    assertClean(error);
    assert.deepEqual([error.details.method, error.details.template], ['POST', request.template]);
    assert.equal(error.details.status, undefined);
    return error;
  }

  const cut: Record<string, readonly [PostHogErrorKind, RequestListener]> = {
    'is reset': ['offline', ({ socket }) => socket.resetAndDestroy()],
    'is closed': ['offline', ({ socket }) => socket.destroy()],
    'breaks off in the middle of the answer': [
      'offline',
      ({ socket }, response) => {
        response.writeHead(200, { ...json, 'Content-Length': '100' });
        response.write('{"a":', () => socket.destroy());
      },
    ],
    'is no HTTP': ['offline', ({ socket }) => socket.end('SSH-2.0-OpenSSH_9.6\r\n')],
    'answers without end': [
      'badResponse',
      (_, response) => {
        const part = Buffer.alloc(1_000_000, ' ');
        const more = () => {
          if (!response.destroyed) response.write(part, more);
        };
        response.writeHead(200, json);
        more();
      },
    ],
  };
  for (const [what, [kind, answer]] of Object.entries(cut)) {
    it(`is ${kind} when it ${what}`, async () => {
      assert.equal((await failure(await loopback.serve(answer))).kind, kind);
    });
  }

  it('is offline when nobody listens', async () => {
    const error = await failure(`http://127.0.0.1:${await closedPort()}`);
    assert.deepEqual([error.kind, error.details.code], ['offline', 'ECONNREFUSED']);
  });

  it('is about the certificate when nobody vouches for it', async () => {
    const host = await loopback.serve((_, response) => response.end('{}'), 'https');
    const error = await failure(host);
    assert.deepEqual([error.kind, error.details.code], ['certificate', 'DEPTH_ZERO_SELF_SIGNED_CERT']);
    assert.equal(loopback.received.length, 0, 'the key never left');
  });

  const slow: Record<string, RequestListener> = {
    'never begins': () => undefined,
    'stops after its headers': (_, response) => response.writeHead(200, json).flushHeaders(),
    'stops in the middle': (_, response) => void response.writeHead(200, json).write('{"a":'),
    'drips on and on': (_, response) => {
      response.writeHead(200, json);
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    },
  };
  for (const [what, answer] of Object.entries(slow)) {
    it(`is late when the answer ${what}`, async () => {
      const error = await failure(await loopback.serve(answer), { timeoutMs: 100 });
      assert.equal(error.kind, 'timeout');
    });

    it(`is cancelled, not late, when its caller leaves an answer that ${what}`, async () => {
      const abort = new AbortController();
      const host = await loopback.serve((asked, response) => {
        answer(asked, response);
        setTimeout(() => abort.abort(), 20);
      });
      assert.equal((await failure(host, { signal: abort.signal })).kind, 'cancelled');
    });
  }

  it('is cancelled before it begins when its caller has left already', async () => {
    const host = await loopback.serve((_, response) => response.end('{}'));
    assert.equal((await failure(host, { signal: AbortSignal.abort() })).kind, 'cancelled');
    assert.equal(loopback.received.length, 0);
  });

  it('is not sent again by itself', async () => {
    const host = await loopback.serve(({ socket }) => socket.destroy());
    await failure(host);
    assert.equal(loopback.received.length, 1);
  });
});

function assertClean(error: PostHogError): void {
  const texts = [
    String(error),
    error.stack ?? '',
    JSON.stringify(error),
    JSON.stringify(error.details),
    inspect(error, { depth: 10, showHidden: true }),
  ];
  for (const text of texts) assert.ok(!text.includes(secret), `no secret in: ${text}`);
  assert.equal(error.cause, undefined);
}
