import assert from 'node:assert/strict';
import { flagKeyObstacle, nextFree, proposeFlagKey } from '../../../../src/core/experiment/flagKey';

const none = new Set<string>();

describe('A flag key', () => {
  it('has letters, numbers, hyphens and underscores, and at most 400 of them', () => {
    for (const key of ['a', 'Checkout_CTA-2', '0', 'x'.repeat(400)]) {
      assert.equal(flagKeyObstacle(key, none), undefined, key);
    }
    for (const key of ['', ' ', 'a b', 'a.b', 'ä', 'a/b', 'a\n', '🧪', 'x'.repeat(401)]) {
      assert.notEqual(flagKeyObstacle(key, none), undefined, key);
    }
  });

  it('is not one that another experiment uses', () => {
    assert.match(flagKeyObstacle('taken', new Set(['taken'])) ?? '', /Another experiment uses this key/);
  });

  it('is proposed from a name', () => {
    const proposals = {
      'Checkout CTA (new!)': 'checkout-cta-new',
      '  Crème brûlée — Größe  ': 'creme-brulee-gro-e',
      '123': '123',
      '': 'experiment',
      实验: 'experiment',
      '🧪🧪': 'experiment',
      '$(trash)': 'trash',
    };
    for (const [name, key] of Object.entries(proposals)) assert.equal(proposeFlagKey(name, none), key);
  });

  it('is proposed valid, short and free, whatever the name', () => {
    const taken = new Set(['checkout-cta', 'checkout-cta-2']);
    assert.equal(proposeFlagKey('Checkout CTA', taken), 'checkout-cta-3');
    for (const name of ['word '.repeat(200), 'x'.repeat(1000), `${'a'.repeat(59)} b`, '-'.repeat(80)]) {
      const key = proposeFlagKey(name, none);
      assert.ok(key.length <= 60, key);
      assert.equal(flagKeyObstacle(key, none), undefined, key);
    }
  });

  it('is free beside an existing one', () => {
    assert.equal(nextFree('checkout-cta', none), 'checkout-cta');
    assert.equal(nextFree('checkout-cta', new Set(['checkout-cta'])), 'checkout-cta-2');
    assert.equal(nextFree('checkout-cta-2', new Set(['checkout-cta-2'])), 'checkout-cta-3');
    assert.equal(nextFree('a-9', new Set(['a-9', 'a-10'])), 'a-11');
    assert.equal(nextFree('a-1234567', new Set(['a-1234567'])), 'a-1234567-2');
  });

  it('is free and valid beside one of the greatest length', () => {
    const longest = 'x'.repeat(400);
    const next = nextFree(longest, new Set([longest]));
    assert.equal(flagKeyObstacle(next, new Set([longest])), undefined);
    const after = nextFree(next, new Set([longest, next]));
    assert.equal(flagKeyObstacle(after, new Set([longest, next])), undefined);
  });
});
