import assert from 'node:assert/strict';
import { matchKeys } from '../../../../src/core/editorView/matchKeys';

const keys = ['new-nav', 'checkout-cta', 'nav', 'checkout-colour-test-a'];

describe('Keys for a query', () => {
  it('are those with its letters in order, the closest first', () => {
    assert.deepEqual(matchKeys(keys, 'nav'), ['nav', 'new-nav']);
    assert.deepEqual(matchKeys(keys, 'CTA'), ['checkout-cta', 'checkout-colour-test-a']);
    assert.deepEqual(matchKeys(keys, 'vn'), []);
  });

  it('are all of them without one, up to a bound', () => {
    assert.equal(matchKeys(keys, '').length, keys.length);
    const many = Array.from({ length: 5_000 }, (_, at) => `key-${at}`);
    assert.equal(matchKeys(many, '').length, 200);
  });
});
