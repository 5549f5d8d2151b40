import assert from 'node:assert';
import { createApi } from './api';

const answer = {
  results: [
    { id: 1, key: 'fixture-flag', name: 'fixture-flag', active: true },
    { id: 2, key: 'other-fixture', name: 'Other', active: false },
  ],
  featureFlags: { 'fixture-flag': true },
};

it('lists flags', async () => {
  const api = createApi(async () => new Response(JSON.stringify(answer)));
  const flags = await api.getFeatureFlags();
  assert.equal(flags[0].key, 'fixture-flag');
  await api.createFeatureFlag({ key: 'made-by-test', name: 'made-by-test' });
});
