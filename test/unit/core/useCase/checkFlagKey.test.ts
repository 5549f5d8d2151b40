import assert from 'node:assert/strict';
import { checkFlagKey } from '../../../../src/core/useCase/checkFlagKey';
import type { Answer, Respond } from '../../support/fakeTransport';
import { openSession } from '../../support/openSession';
import { row, page, serveLists } from '../../support/wireLists';

const variants = (...keys: string[]) =>
  keys.map((key) => ({ key, rollout_percentage: Math.floor(100 / keys.length) }));
const aWireFlag = (key: string, parts: object = {}) => ({
  id: 5,
  key,
  name: '',
  active: true,
  deleted: false,
  filters: { groups: [], multivariate: { variants: variants('control', 'test') } },
  experiment_set: [],
  ...parts,
});

/** A project with one experiment, on `checkout-button`, and these flags. */
function serve(flags: Answer): Respond {
  return (request, signal) =>
    request.path.includes('/feature_flags/') ? flags : serveLists([row(1)])(request, signal);
}

const check = (key: string, flags: Answer) => {
  const open = openSession(serve(flags));
  return { ...open, result: checkFlagKey(open.session, key) };
};

describe('Checking a flag key', () => {
  it('reads the experiments when none are known: a key of theirs is refused before anything is asked', async () => {
    const { result, transport } = check('checkout-button', page());
    const found = await result;
    assert.ok(found.kind === 'obstacle' && found.obstacle.startsWith('Another experiment uses this key'));
    assert.ok(transport.requests.every(({ path }) => path.includes('/experiments/')));
  });

  it('finds a flag that no experiment on screen uses, by its exact key', async () => {
    const flags = page(aWireFlag('green-button-2', { id: 6 }), aWireFlag('green-button', { active: false }));
    const found = await check('green-button', flags).result;
    assert.ok(found.kind === 'exists');
    assert.equal(found.flag.active, false);
    assert.deepEqual(
      found.flag.variants.map(({ key }) => key),
      ['control', 'test'],
    );
  });

  it('is free when only longer keys were found', async () => {
    assert.deepEqual(await check('green-button', page(aWireFlag('green-button-2'))).result, { kind: 'free' });
  });

  it('refuses a flag of an experiment that is not on screen, and one without variants', async () => {
    const used = await check('green-button', page(aWireFlag('green-button', { experiment_set: [99] })))
      .result;
    assert.ok(used.kind === 'obstacle' && used.obstacle.startsWith('Another experiment'));
    const plain = aWireFlag('green-button', { filters: { groups: [], multivariate: null } });
    const boolean = await check('green-button', page(plain)).result;
    assert.ok(boolean.kind === 'obstacle' && /has no variants/.test(boolean.obstacle));
  });

  it('does not know where the key may not read flags', async () => {
    const answer = { status: 403, body: { detail: "API key missing required scope 'feature_flag:read'" } };
    assert.deepEqual(await check('green-button', answer).result, { kind: 'unknown' });
  });

  it('fails when it could not be found out for another reason', async () => {
    await assert.rejects(check('green-button', { status: 500, body: {} }).result, { kind: 'server' });
    const { session } = openSession(() => ({ status: 500, body: {} }));
    await assert.rejects(checkFlagKey(session, 'green-button'), { kind: 'server' });
  });
});
