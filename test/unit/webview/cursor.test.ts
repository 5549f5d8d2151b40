import assert from 'node:assert/strict';
import { moveCursor } from '../../../webview/cursor';

const size = { days: 21, lines: 3 };
const from = (key: string) => {
  const next = moveCursor({ day: 10, line: 1 }, key, size);
  return next && [next.day, next.line];
};

describe('the cursor of a chart', () => {
  it('moves by day, by variant, by week, and to both ends', () => {
    const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'];
    assert.deepEqual(keys.map(from), [
      [9, 1],
      [11, 1],
      [10, 0],
      [10, 2],
      [3, 1],
      [17, 1],
      [0, 1],
      [20, 1],
    ]);
  });

  it('stays within the chart', () => {
    assert.deepEqual(moveCursor({ day: 0, line: 0 }, 'ArrowLeft', size), { day: 0, line: 0 });
    assert.deepEqual(moveCursor({ day: 0, line: 0 }, 'ArrowUp', size), { day: 0, line: 0 });
    assert.deepEqual(moveCursor({ day: 18, line: 2 }, 'PageDown', size), { day: 20, line: 2 });
    assert.deepEqual(moveCursor({ day: 20, line: 2 }, 'ArrowDown', size), { day: 20, line: 2 });
    // A variant that was hidden meanwhile.
    assert.deepEqual(moveCursor({ day: 20, line: 2 }, 'Home', { days: 21, lines: 1 }), { day: 0, line: 0 });
  });

  it('leaves other keys alone', () => {
    assert.deepEqual(['Tab', 'Enter', 'a', 'Escape'].map(from), [undefined, undefined, undefined, undefined]);
  });
});
