import assert from 'node:assert/strict';
import { findEligibleFlags } from '../../../../src/core/useCase/findEligibleFlags';
import { queryOf, type Respond } from '../../support/fakeTransport';
import { never, openSession } from '../../support/openSession';

const wireFlag = (id: number) => ({
  id,
  key: `flag-${id}`,
  filters: { multivariate: { variants: [{ key: 'control' }, { key: 'test' }] } },
});
const page = (count: number, ...ids: number[]) => ({ body: { count, results: ids.map(wireFlag) } });
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

const find = async (respond: Respond, search = '') => {
  const { session, transport } = openSession(respond);
  return { ...(await findEligibleFlags(session, search, never)), transport, session };
};

describe('Finding flags for an experiment', () => {
  it('asks PostHog for what was typed, and keeps none of it', async () => {
    const { flags, hasMore, transport, session } = await find(() => page(2, 1, 2), 'but');
    assert.deepEqual(
      flags.map(({ key }) => key),
      ['flag-1', 'flag-2'],
    );
    assert.equal(hasMore, false);
    assert.deepEqual(queryOf(transport.requests[0] ?? assert.fail()), {
      search: 'but',
      limit: '100',
      offset: '0',
    });
    assert.equal(session.store.state.flags, undefined);
  });

  it('gives as many as a person looks through, and says that there are more', async () => {
    const { flags, hasMore, transport } = await find(() => page(400, ...range(0, 100)));
    assert.equal(flags.length, 50);
    assert.equal(hasMore, true);
    assert.equal(transport.requests.length, 1);
  });

  it('reads on where pages come short, but not for ever', async () => {
    const sparse: Respond = (request) => {
      const offset = Number(queryOf(request)['offset']);
      return request.path.includes('eligible') ? { status: 404, body: {} } : page(1_000, offset + 1);
    };
    const { hasMore, transport } = await find(sparse);
    assert.equal(hasMore, true);
    assert.ok(transport.requests.length <= 10);
  });
});
