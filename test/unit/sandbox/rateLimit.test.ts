import assert from 'node:assert/strict';
import { createHandler } from '../../../src/sandbox/handler';
import { sandboxKeys } from '../../../src/sandbox/keys';
import { createWorld } from '../../../src/sandbox/world';
import { nowMs } from './sandboxClient';

const base = 'http://sandbox.invalid/api/projects/7100/';

function open(limitsRates: boolean) {
  const world = createWorld({ nowMs, experiments: 0 });
  const handle = createHandler(world, { limitsRates });
  const ask = (key: { readonly value: string } = sandboxKeys.full, path = 'experiments/', method = 'GET') =>
    handle({ method, url: base + path, headers: { authorization: `Bearer ${key.value}` } });
  /** How many requests in a row are not refused. */
  const countOf = async (most: number, path = 'experiments/', method = 'GET') => {
    for (let count = 0; count < most; count++) {
      if ((await ask(sandboxKeys.full, path, method)).status === 429) return count;
    }
    return most;
  };
  return { world, ask, countOf };
}

const throttled = (wait: string) => ({
  type: 'throttled_error',
  code: 'throttled',
  detail: `Request was throttled. Expected available in ${wait}.`,
  attr: null,
});

describe('sandbox: rate limits', () => {
  it('let 480 requests a minute pass, tell the seconds in the text, and nothing in the headers', async () => {
    const { world, ask, countOf } = open(true);
    assert.equal(await countOf(500), 480);
    world.clock.advance(25_600);
    const refused = await ask();
    assert.deepEqual(JSON.parse(refused.body), throttled('35 seconds'));
    assert.deepEqual(Object.keys(refused.headers), ['content-type']);
    world.clock.advance(34_000);
    assert.deepEqual(JSON.parse((await ask()).body), throttled('1 second'));
    world.clock.advance(400);
    assert.equal((await ask()).status, 200);
  });

  it('count each key for itself, and no key that is none', async () => {
    const { ask, countOf } = open(true);
    await countOf(500);
    assert.equal((await ask(sandboxKeys.readOnly)).status, 200);
    assert.equal((await ask({ value: 'phx_wrong' })).status, 401);
  });

  it('let 4800 requests an hour pass', async () => {
    const { world, ask, countOf } = open(true);
    for (let minute = 0; minute < 10; minute++) {
      assert.equal(await countOf(480), 480);
      world.clock.advance(60_000);
    }
    assert.deepEqual(JSON.parse((await ask()).body), throttled('3000 seconds'));
  });

  it('count queries by a smaller measure', async () => {
    const { countOf } = open(true);
    assert.equal(await countOf(300, 'query/', 'POST'), 240);
    assert.equal(await countOf(10), 10);
  });

  it('are off unless switched on', async () => {
    const { countOf } = open(false);
    assert.equal(await countOf(600), 600);
  });
});
