import assert from 'node:assert/strict';
import { ok } from './client';
import { experimentBody } from './make';
import { bodyOf, rawRequest } from './rawRequest';
import { assertRefused } from './refusal';
import { useServer } from './useServer';
import type { Experiment, Page } from './wire';

describe('a stranger meets a network and a server in trouble', () => {
  const server = useServer();
  const faults = '/__sandbox__/faults';
  const wrong = (fault: object) => ok(server.client.post(faults, fault), 201);
  const list = () => server.client.get<Page<Experiment>>('experiments/');

  afterEach(async () => {
    await server.client.send('DELETE', faults);
    await ok(list());
  });

  it('throttled: the seconds stand in the sentence, and in no header', async () => {
    await wrong({ path: 'experiments', status: 429 });
    const answer = await list();
    assertRefused(answer, {
      status: 429,
      code: 'throttled',
      detail: /^Request was throttled\. Expected available in \d+ seconds?\.$/,
      attr: null,
    });
    assert.equal(answer.headers.get('retry-after'), null);
  });

  it('unavailable, once, and told when to come back', async () => {
    await wrong({ path: 'experiments', status: 503, retryAfterSeconds: 1, times: 1 });
    const answer = await list();
    assertRefused(answer, { status: 503 });
    assert.equal(answer.headers.get('retry-after'), '1');
    await ok(list());
  });

  it('only for the method that was named', async () => {
    await wrong({ path: 'experiments', method: 'POST', status: 500 });
    assertRefused(await server.client.post('experiments/', experimentBody()), { status: 500 });
    await ok(list());
  });

  it('a connection that is reset before a single byte', async () => {
    await wrong({ path: 'experiments', kind: 'reset' });
    assert.equal((await rawRequest(server.client, 'GET', 'experiments/')).bytes, '');
    await assert.rejects(list());
  });

  it('a body that ends before its promised length', async () => {
    await wrong({ path: 'experiments', kind: 'truncated' });
    const { promised, body } = bodyOf(await rawRequest(server.client, 'GET', 'experiments/'));
    assert.ok(Buffer.byteLength(body) < promised, `${Buffer.byteLength(body)} of ${promised}`);
    assert.throws(() => JSON.parse(body));
    await assert.rejects(list());
  });

  it('a whole body that says it is JSON and is not', async () => {
    await wrong({ path: 'experiments', kind: 'malformed' });
    const raw = await rawRequest(server.client, 'GET', 'experiments/');
    assert.match(raw.bytes, /^HTTP\/1\.1 200 /);
    assert.match(raw.bytes, /^content-type: *application\/json/im);
    const { promised, body } = bodyOf(raw);
    assert.equal(Buffer.byteLength(body), promised);
    assert.throws(() => JSON.parse(body));
  });

  it('a page of HTML in place of an answer', async () => {
    await wrong({ path: 'experiments', kind: 'html' });
    const answer = await list();
    assert.match(answer.headers.get('content-type') ?? '', /^text\/html/);
    assert.match(answer.text, /^<!doctype html/i);
  });

  it('a write that is done, though the connection breaks before the answer', async () => {
    const body = experimentBody({ name: 'Written without an answer' });
    await wrong({ path: 'experiments', method: 'POST', kind: 'commitThenReset', times: 1 });
    const raw = await rawRequest(server.client, 'POST', 'experiments/', JSON.stringify(body));
    assert.equal(raw.bytes, '');
    const found = await ok(server.client.get<Page<Experiment>>('experiments/', { search: body.name }));
    assert.deepEqual(
      found.results.map(({ feature_flag_key }) => feature_flag_key),
      [body.feature_flag_key],
    );
  });
});

describe('a stranger meets a server that was started in trouble', () => {
  const server = useServer(['--era=F', '--fault={"path":"experiments/stats","status":500}']);

  it('where the fault said so, and nowhere else', async () => {
    assertRefused(await server.client.get('experiments/stats/'), { status: 500 });
    await ok(server.client.get('experiments/'));
  });
});
