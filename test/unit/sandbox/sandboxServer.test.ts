import assert from 'node:assert/strict';
import { parseServerArguments } from '../../../src/node/sandboxArguments';
import { sandboxKeys } from '../../../src/sandbox/keys';
import { createSandboxCore } from '../../../src/sandbox/sandbox';
import { listen } from './listen';
import { nowMs, openSandbox } from './sandboxClient';

const experiments = '/api/projects/7100/experiments/';
const headers = { Authorization: `Bearer ${sandboxKeys.full.value}` };

describe('sandbox: as a server', () => {
  let server: Awaited<ReturnType<typeof listen>>;
  let url = '';

  before(async () => {
    server = await listen(createSandboxCore({ nowMs }));
    url = server.url;
  });

  after(() => server[Symbol.asyncDispose]());

  it('answers what the in-process door answers, with links to itself', async () => {
    const answer = await fetch(`${url}${experiments}?limit=2&offset=2`, { headers });
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), 'application/json');
    const text = await answer.text();
    assert.ok(text.includes(`"next":"${url}${experiments}?limit=2&offset=4"`));
    const inside = await openSandbox().ask('GET', '?limit=2&offset=2');
    assert.equal(text.replaceAll(url, 'http://sandbox.invalid'), JSON.stringify(inside.body));
  });

  it('tells its own time, not that of the machine', async () => {
    const answer = await fetch(url + experiments, { headers });
    assert.equal(Date.parse(answer.headers.get('date') ?? ''), Math.floor(nowMs / 1000) * 1000);
  });

  it('reads bodies and refuses what is no JSON', async () => {
    const post = (body: string) => fetch(url + experiments, { method: 'POST', headers, body });
    const made = await post(JSON.stringify({ name: 'Größe ✓', feature_flag_key: 'size' }));
    assert.equal(made.status, 201);
    assert.ok((await made.text()).includes('"name":"Größe ✓"'));
    const broken = await post('{"name":');
    assert.equal(broken.status, 400);
    assert.match(
      await broken.text(),
      /^{"type":"invalid_request","code":"parse_error","detail":"JSON parse error - /,
    );
  });

  it('refuses a missing key with a hint for OAuth clients, and DELETE with nothing', async () => {
    const anonymous = await fetch(url + experiments);
    assert.equal(anonymous.status, 401);
    assert.equal(
      anonymous.headers.get('www-authenticate'),
      `Bearer resource_metadata="${url}/.well-known/oauth-protected-resource"`,
    );
    const forbidden = await fetch(`${url}${experiments}1/`, { method: 'DELETE', headers });
    assert.deepEqual([forbidden.status, await forbidden.text()], [405, '']);
    const page = await fetch(`${url}/experiments`);
    assert.match(page.headers.get('content-type') ?? '', /^text\/html/);
  });

  it('is given faults over HTTP', async () => {
    const faults = `${url}/__sandbox__/faults`;
    const set = (fault: unknown) => fetch(faults, { method: 'POST', body: JSON.stringify(fault) });
    const status = async () => (await fetch(url + experiments, { headers })).status;
    assert.equal((await set({ path: 'experiments', status: 502 })).status, 201);
    assert.deepEqual([await status(), await status()], [502, 502]);
    assert.equal((await fetch(faults, { method: 'DELETE' })).status, 200);
    assert.equal(await status(), 200);
    for (const nonsense of [
      [],
      { status: 99 },
      { path: '(' },
      { times: 'once' },
      { kind: 'x' },
      { pth: '' },
    ]) {
      assert.equal((await set(nonsense)).status, 400);
    }
    assert.equal((await fetch(faults)).status, 405);
    assert.equal((await fetch(`${url}/__sandbox__/other`)).status, 404);
  });

  it('is moved in time over HTTP', async () => {
    const step = (body: unknown) =>
      fetch(`${url}/__sandbox__/clock`, { method: 'POST', body: JSON.stringify(body) });
    assert.equal(await (await step({ advanceMs: 90_000 })).text(), '{"now":"2026-11-20T15:01:30.000Z"}');
    const made = await fetch(url + experiments, {
      method: 'POST',
      headers,
      body: JSON.stringify({ name: 'Later', feature_flag_key: 'later' }),
    });
    assert.match(await made.text(), /"created_at":"2026-11-20T15:01:30Z"/);
    for (const nonsense of [{}, { advanceMs: -1 }, { advanceMs: 1e15 }, { advanceMs: 'soon' }]) {
      assert.equal((await step(nonsense)).status, 400);
    }
  });

  it('tells pages of other origins what they may', async () => {
    const { status, headers: allowed } = await fetch(url + experiments, {
      headers: { ...headers, Origin: 'https://editor.example' },
    });
    assert.deepEqual([status, allowed.get('access-control-allow-origin')], [200, 'https://editor.example']);
  });

  it('reads its arguments', () => {
    assert.deepEqual(parseServerArguments([]), { port: 0, latencyMs: 0 });
    const given = [
      '--port',
      '8010',
      '--experiments=500',
      '--seed',
      'x',
      '--now',
      '2026-11-20',
      '--latency',
      '5',
      '--era=C',
      '--without=eligible_feature_flags',
      '--without=activity',
      '--approval=hero',
      '--fault={"path":"stats","kind":"hang","times":2}',
      '--rate-limit',
    ];
    assert.deepEqual(parseServerArguments(given), {
      port: 8010,
      experiments: 500,
      seed: 'x',
      nowMs: Date.parse('2026-11-20T00:00:00Z'),
      latencyMs: 5,
      era: 'C',
      without: ['eligible_feature_flags', 'activity'],
      approvals: ['hero'],
      faults: [{ path: 'stats', kind: 'hang', times: 2 }],
      limitsRates: true,
    });
  });

  for (const [args, sentence] of [
    [['--port', '70000'], '--port takes a whole number from 0 to 65535, not "70000".'],
    [['--experiments', 'many'], '--experiments takes a whole number from 0 to 10000, not "many".'],
    [['--now', 'noon'], '--now takes a time such as 2026-11-20T09:30:00Z, not "noon".'],
    [['--era', 'A'], '--era takes one of B, C, D, E, F, not "A".'],
    [
      ['--without', 'launching'],
      '--without takes a word of an endpoint\'s path such as eligible_feature_flags, not "launching".',
    ],
    [
      ['--fault', '{"status":99}'],
      '--fault takes a JSON object such as {"path":"experiments","status":503}, not {"status":99}.',
    ],
    [
      ['--fault', 'reset'],
      '--fault takes a JSON object such as {"path":"experiments","status":503}, not reset.',
    ],
    [['--colour'], "Unknown option '--colour'."],
    [['extra'], "Unexpected argument 'extra'."],
  ] as const) {
    it(`refuses ${args.join(' ')} in one sentence`, () => {
      assert.throws(() => parseServerArguments(args), { message: sentence });
    });
  }
});
