import assert from 'node:assert/strict';
import { createAxis, tickDecimals } from '../../../webview/axis';

const steady = Array.from({ length: 20 }, () => ({ low: 0.02, high: 0.08 }));

describe('axis', () => {
  it('leaves out the huge intervals of the first days and says so', () => {
    const axis = createAxis([{ low: -3, high: 4 }, ...steady], [{ low: 0.02, high: 0.08 }], false);
    assert.ok(axis.clipped);
    assert.ok(axis.min > -0.1 && axis.max < 0.2, `${axis.min} to ${axis.max}`);
  });

  it('shows everything on demand, and when leaving out gains little', () => {
    const all = createAxis([{ low: -3, high: 4 }, ...steady], [], true);
    assert.ok(!all.clipped && all.min <= -3 && all.max >= 4);
    assert.ok(!createAxis([{ low: 0.01, high: 0.09 }, ...steady], [], false).clipped);
  });

  it('always shows zero and the newest interval', () => {
    const far = createAxis(
      Array.from({ length: 30 }, () => ({ low: 5, high: 6 })),
      [{ low: 8, high: 9 }],
      false,
    );
    assert.ok(far.min <= 0 && far.max >= 9);
    const below = createAxis([{ low: -6, high: -5 }], [], false);
    assert.ok(below.min <= -6 && below.max >= 0);
  });

  it('stands on round numbers, and has a span when there is none', () => {
    const axis = createAxis([{ low: -0.137, high: 0.283 }], [], false);
    assert.deepEqual(
      { step: axis.step, min: Number(axis.min.toFixed(6)), max: Number(axis.max.toFixed(6)) },
      {
        step: 0.1,
        min: -0.2,
        max: 0.3,
      },
    );
    for (const none of [[], [{ low: 0, high: 0 }]]) {
      const empty = createAxis(none, [], false);
      assert.ok(empty.min < 0 && empty.max > 0 && Number.isFinite(empty.step));
    }
  });

  it('labels neighbouring ticks differently', () => {
    assert.equal(tickDecimals(0.1, 100), 0);
    assert.equal(tickDecimals(0.005, 100), 1);
    assert.equal(tickDecimals(0.002, 1), 3);
    assert.equal(tickDecimals(20, 1), 0);
  });
});
