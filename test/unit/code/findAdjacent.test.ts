import assert from 'node:assert/strict';
import { findAdjacent } from '../../../src/code/findAdjacent';
import type { Reference } from '../../../src/code/reference';

const at = (start: number, key: string): Reference => ({
  key,
  kind: 'call',
  start,
  end: start + 3,
  call: 'f',
});
const references = [at(10, 'a'), at(20, 'b'), at(30, 'c')];
const keyOf = (offset: number, direction: 'next' | 'previous') =>
  findAdjacent(references, offset, direction)?.key;

describe('The reference beside a cursor', () => {
  it('is the nearest behind or before it', () => {
    assert.equal(keyOf(0, 'next'), 'a');
    assert.equal(keyOf(10, 'next'), 'b');
    assert.equal(keyOf(12, 'next'), 'b');
    assert.equal(keyOf(29, 'previous'), 'b');
    assert.equal(keyOf(21, 'previous'), 'a');
  });

  it('goes round', () => {
    assert.equal(keyOf(31, 'next'), 'a');
    assert.equal(keyOf(5, 'previous'), 'c');
  });

  it('is none where there are none', () => {
    assert.equal(findAdjacent([], 0, 'next'), undefined);
  });
});
