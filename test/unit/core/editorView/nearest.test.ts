import assert from 'node:assert/strict';
import { findNearest } from '../../../../src/core/editorView/nearest';

const known = ['checkout-button', 'new-nav', 'new-nav-2', 'pricing', 'a', 'test'];

describe('The nearest name', () => {
  const slips: readonly (readonly [string, readonly string[]])[] = [
    ['chekout-button', ['checkout-button']],
    ['checkout-buttno', ['checkout-button']],
    ['checkout_button', ['checkout-button']],
    ['checkoutButton', ['checkout-button']],
    ['New-Nav', ['new-nav']],
    ['tset', ['test']],
    ['test ', ['test']],
    ['b', ['a']],
    ['princing', ['pricing']],
    ['something-else', []],
    ['price', []],
    ['', ['a']],
  ];
  for (const [name, nearest] of slips)
    it(`to "${name}" is ${nearest.join(', ') || 'none'}`, () =>
      assert.deepEqual(findNearest(name, known), nearest));

  it('is never the name itself, and never more than three', () => {
    assert.deepEqual(findNearest('k1', ['k1', 'k2', 'k3', 'k4', 'k5']), ['k2', 'k3', 'k4']);
  });

  it('is symmetric', () => {
    for (const a of known)
      for (const b of ['chekout', 'nav-new', 'pricin', 'tes'])
        if (a.length === b.length)
          assert.equal(findNearest(a, [b]).length, findNearest(b, [a]).length, `${a} ${b}`);
  });
});
