import assert from 'node:assert/strict';
import { findAccount } from '../../../../src/core/account/findAccount';
import { regions } from '../../../../src/core/account/host';
import { createApiCaller } from '../../../../src/core/api/caller';
import { PostHogClient } from '../../../../src/core/api/client';
import { FakeTransport, type Answer } from '../../support/fakeTransport';
import { never } from '../../support/openSession';

const unauthorized: Answer = { status: 401, body: { detail: 'Not this one.' } };
const known = (): Answer[] => [
  { body: { scopes: ['experiment:read'], scoped_teams: [7] } },
  { status: 403, body: {} },
  { status: 403, body: {} },
];

/** Hosts and what each answers, in order; asking any other fails the test. */
async function find(host: string, answers: Record<string, Answer[]>) {
  const asked: string[] = [];
  const account = await findAccount(
    async (at) => {
      asked.push(at);
      const queue = answers[at];
      assert.ok(queue, `asked ${at}`);
      return new PostHogClient(createApiCaller(new FakeTransport(queue)));
    },
    host,
    never,
  );
  return { account, asked };
}

describe('Finding the host of a key', () => {
  it('asks the chosen one alone when it knows the key', async () => {
    const { account, asked } = await find(regions.us, { [regions.us]: known() });
    assert.equal(account.host, regions.us);
    assert.deepEqual(asked, [regions.us]);
  });

  for (const [chosen, other] of [
    [regions.us, regions.eu],
    [regions.eu, regions.us],
  ] as const) {
    it(`recognises at ${chosen} a key of ${other}`, async () => {
      const refused = [unauthorized, unauthorized];
      const { account } = await find(chosen, { [chosen]: refused, [other]: known() });
      assert.equal(account.host, other);
      assert.deepEqual(account.scopes, ['experiment:read']);
    });
  }

  it('says what the chosen one said when neither knows it', async () => {
    const finding = find(regions.us, {
      [regions.us]: [{ status: 401, body: { detail: 'Unknown in the US.' } }, unauthorized],
      [regions.eu]: [unauthorized, unauthorized],
    });
    await assert.rejects(finding, /Unknown in the US/);
  });

  it("sends the key of a host of one's own nowhere else", async () => {
    const own = 'https://posthog.example.com';
    await assert.rejects(find(own, { [own]: [unauthorized, unauthorized] }), { kind: 'unauthorized' });
  });

  it('tries nowhere else when the cloud cannot be reached', async () => {
    const down = { status: 503, body: {} };
    await assert.rejects(find(regions.us, { [regions.us]: [down, down] }), { kind: 'server' });
  });
});
