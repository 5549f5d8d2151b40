import assert from 'node:assert/strict';
import { lineStartsOf, placeOf } from '../../../../src/code/index/lineStarts';

describe('Places in a text', () => {
  it('are lines and columns, whatever ends the lines', () => {
    const text = 'a\nb\r\nc\rd';
    const starts = lineStartsOf(text);
    assert.deepEqual([...starts], [0, 2, 5, 7]);
    assert.deepEqual(placeOf(starts, text.indexOf('c')), { line: 2, column: 0 });
    assert.deepEqual(placeOf(starts, text.length), { line: 3, column: 1 });
  });

  it('count UTF-16 units', () => {
    const starts = lineStartsOf('x\n🦔flag');
    assert.deepEqual(placeOf(starts, 4), { line: 1, column: 2 });
  });
});
