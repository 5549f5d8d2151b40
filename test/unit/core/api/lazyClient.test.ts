import assert from 'node:assert/strict';
import { createApiCaller } from '../../../../src/core/api/caller';
import { PostHogClient } from '../../../../src/core/api/client';
import { lazyClient } from '../../../../src/core/api/lazyClient';
import { once } from '../../../../src/shared/once';
import { lineOf } from '../../support/ask';
import { type Answer, FakeTransport } from '../../support/fakeTransport';
import { wireHoldout, wireListedFlag, wireRecalculation } from '../../support/generation/answers';
import { never } from '../../support/openSession';
import { wireDetail } from '../../support/wireExperiments';
import { page } from '../../support/wireLists';

function open(...answers: Answer[]) {
  const transport = new FakeTransport(answers);
  let loads = 0;
  const load = once(async () => {
    loads++;
    return new PostHogClient(createApiCaller(transport));
  });
  return { client: lazyClient(load), asked: () => transport.requests.map(lineOf), loads: () => loads };
}

describe('A client that is loaded when it is needed', () => {
  it('is not loaded before it is asked', () => {
    const { client, loads } = open();
    assert.ok(client.experiments);
    assert.equal(loads(), 0);
  });

  it('answers as the real one does, in all its parts', async () => {
    const { client, asked, loads } = open(
      { body: { id: 42, name: 'Web' } },
      { body: wireDetail },
      { body: wireRecalculation },
      { body: wireListedFlag },
      page(wireHoldout),
    );
    const names = [
      (await client.account.retrieveProject(42, never)).name,
      (await client.experiments.update(42, 311, { name: 'n' }, never)).name,
      (await client.results.latestRecalculation(42, 311, never))?.status,
      (await client.flags.retrieve(42, 901, never)).name,
      (await client.catalog.holdouts(42, never)).rows[0]?.name,
    ];
    assert.deepEqual(names, [
      'Web',
      'Checkout button colour',
      'completed',
      'Checkout button',
      'Everybody but a tenth',
    ]);
    assert.equal(asked()[1], 'PATCH /api/projects/42/experiments/311/ {"name":"n"}');
    assert.equal(loads(), 1);
  });

  it('fails as the real one does, or because it could not be loaded', async () => {
    const { client } = open({ status: 403, body: {} });
    await assert.rejects(client.experiments.stats(42, never), { kind: 'forbidden' });
    const broken = lazyClient(() => Promise.reject(new Error('no such file')));
    await assert.rejects(broken.experiments.stats(42, never), /no such file/);
  });
});
