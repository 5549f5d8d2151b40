import assert from 'node:assert/strict';
import { accountId } from '../../../../src/core/account/account';

const host = 'https://us.posthog.com';

describe('The id of an account', () => {
  it('differs by key and by host, and is the same for both again', async () => {
    const ids = await Promise.all([
      accountId(host, 'phx_one'),
      accountId(host, 'phx_two'),
      accountId('https://eu.posthog.com', 'phx_one'),
    ]);
    assert.equal(new Set(ids).size, 3);
    assert.equal(await accountId(host, 'phx_one'), ids[0]);
  });

  it('reveals nothing of the key and fits into a file name', async () => {
    // First 16 digits of `printf 'https://us.posthog.com\nphx_one' | sha256sum`.
    assert.equal(await accountId(host, 'phx_one'), '17f7e0008a1da868');
  });
});
