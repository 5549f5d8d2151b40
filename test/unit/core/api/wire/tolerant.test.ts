import assert from 'node:assert/strict';
import * as v from 'valibot';
import { maybeNumber, maybeTime, readRows } from '../../../../../src/core/api/wire/tolerant';

describe('Tolerant reading', () => {
  it('reads both notations of a time, with and without microseconds', () => {
    const time = (text: unknown) => v.parse(maybeTime, text);
    assert.equal(time('2026-03-02T09:30:00Z'), Date.UTC(2026, 2, 2, 9, 30));
    assert.equal(time('2026-03-02T09:30:00+00:00'), Date.UTC(2026, 2, 2, 9, 30));
    assert.equal(time('2026-03-02T09:30:00.412345Z'), Date.UTC(2026, 2, 2, 9, 30, 0, 412));
    assert.equal(time('2026-03-02T11:30:00.412345+02:00'), Date.UTC(2026, 2, 2, 9, 30, 0, 412));
  });

  it('knows no time where there is none', () => {
    for (const value of [undefined, null, '', 'soon', 1_772_000_000, {}]) {
      assert.equal(v.parse(maybeTime, value), undefined);
    }
  });

  it('takes numbers that are none for unknown', () => {
    for (const value of [Number.NaN, Infinity, '7', null])
      assert.equal(v.parse(maybeNumber, value), undefined);
    assert.equal(v.parse(maybeNumber, 0), 0);
  });

  it('reads each row by itself', () => {
    const schema = v.object({ id: v.number() });
    assert.deepEqual(readRows(schema, [{ id: 1 }, { id: 'x' }, null, { id: 2 }]), {
      rows: [{ id: 1 }, { id: 2 }],
      dropped: 2,
    });
    assert.deepEqual(readRows(schema, []), { rows: [], dropped: 0 });
  });
});
