import assert from 'node:assert/strict';
import { PostHogError } from '../../../src/core/api/errors';
import { createSample, createSandbox, type Sandbox } from '../../../src/sandbox/inProcessTransport';
import { metricsIn, nowMs, openSandbox } from './sandboxClient';

const experiments = '/api/projects/7100/experiments/';
const get = (path: string) => ({ method: 'GET', path, template: path }) as const;

describe('sandbox: in this process', () => {
  it('says what a session needs to know', () => {
    const { apiKey, projectId, projectName } = createSandbox();
    assert.match(apiKey, /^phx_sandbox_/);
    assert.deepEqual([projectId, projectName], [7100, 'Fernwood Shop']);
  });

  it('shows a person a sample: the plainest part of what there is', async () => {
    const listOf = async ({ transport, projectId }: Sandbox): Promise<unknown[]> => {
      const path = `/api/projects/${projectId}/experiments/?limit=500&order=created_at`;
      const { body } = await transport.send(get(path), new AbortController().signal);
      return (body as { results: { feature_flag_key: string }[] }).results.map((row) => row.feature_flag_key);
    };
    const [sample, all] = await Promise.all([listOf(createSample()), listOf(createSandbox())]);
    assert.ok(sample.length > 15 && sample.length < 30 && all.length > 55);
    assert.deepEqual(
      all.filter((key) => sample.includes(key)),
      sample,
    );
    assert.ok(!sample.includes('account-menu') && all.includes('account-menu'));
  });

  it('answers the same bytes for the same seed and time', async () => {
    const everything = async (seed: string) => {
      const { ask, list, written, retrieve, seriesOf } = openSandbox({ seed, experiments: 120 });
      const made = await written('POST', '', { name: 'A', feature_flag_key: 'a', metrics: [] });
      const { results } = await list('?limit=1000');
      const answers: unknown[] = [made, await ask('GET', '?limit=1000')];
      for (const row of results) {
        const whole = await retrieve(row.id);
        answers.push(whole);
        if (whole.start_date === null) continue;
        const computed = metricsIn(whole).filter((metric) => metric.uuid !== '');
        for (const metric of computed) answers.push(await seriesOf(whole.id, metric));
      }
      return JSON.stringify(answers);
    };
    const one = await everything('one');
    assert.equal(await everything('one'), one);
    assert.notEqual(await everything('two'), one);
  }).timeout(20_000);

  it('follows the clock when none is given', async () => {
    const { transport } = createSandbox();
    const before = Math.floor(Date.now() / 1000) * 1000;
    const made = await transport.send(
      { ...get(experiments), method: 'POST', body: { name: 'A', feature_flag_key: 'a' } },
      new AbortController().signal,
    );
    const [, createdAt = ''] = /"created_at":"([^"]+)"/.exec(JSON.stringify(made.body)) ?? [];
    assert.ok(Date.parse(createdAt) >= before && Date.parse(createdAt) <= Date.now());
  });

  it('gives every number of experiments, the catalog first', async () => {
    for (const wanted of [0, 3, 100]) {
      const { list } = openSandbox({ experiments: wanted });
      const count = (await list()).count + (await list('?archived=true')).count;
      assert.equal(count, wanted);
    }
    const { results } = await openSandbox({ experiments: 3 }).list('?order=name');
    assert.deepEqual(
      results.map((row) => row.feature_flag_key),
      ['pricing-page-annual', 'checkout-button-colour', 'new-onboarding-flow'],
    );
  });

  it('keeps what it hands out apart from what it knows', async () => {
    const { ask } = openSandbox();
    const first = await ask('GET', '');
    const text = JSON.stringify(first.body);
    Object.assign(first.body as object, { results: [], count: 0 });
    assert.equal(JSON.stringify((await ask('GET', '')).body), text);
  });

  it('fails as told, so often as told, where told', async () => {
    const { sandbox, ask } = openSandbox();
    sandbox.control.add({ path: 'experiments/\\?limit', method: 'get', status: 503, times: 2 });
    sandbox.control.add({ path: '/users/', status: 429 });
    const status = async (path: string) => (await ask('GET', path)).status;
    assert.deepEqual(
      [await status('?limit=1'), await status(''), await status('?limit=1'), await status('?limit=1')],
      [503, 200, 503, 200],
    );
    assert.deepEqual((await ask('GET', '/api/users/@me/')).body, {
      type: 'throttled_error',
      code: 'throttled',
      detail: 'Request was throttled. Expected available in 34 seconds.',
      attr: null,
    });
    sandbox.control.clear();
    assert.equal(await status('/api/users/@me/'), 200);
  });

  it('a failed write changes nothing', async () => {
    const { sandbox, ask, list } = openSandbox();
    const before = (await list()).count;
    sandbox.control.add({ method: 'POST', status: 500, times: 1 });
    assert.equal((await ask('POST', '', { name: 'A', feature_flag_key: 'a' })).status, 500);
    assert.equal((await list()).count, before);
  });

  it('takes its time, and gives up when aborted', async () => {
    const { transport, control } = createSandbox({ nowMs, latencyMs: 40 });
    const startMs = performance.now();
    await transport.send(get(experiments), new AbortController().signal);
    assert.ok(performance.now() - startMs >= 38);

    control.add({ delayMs: 60_000 });
    const abort = new AbortController();
    const waiting = transport.send(get(experiments), abort.signal);
    setTimeout(() => abort.abort(), 5);
    await assert.rejects(waiting, (error) => {
      assert.ok(error instanceof PostHogError);
      assert.equal(error.kind, 'cancelled');
      return true;
    });
    await assert.rejects(transport.send(get(experiments), AbortSignal.abort()), PostHogError);
  });
});
