import assert from 'node:assert/strict';
import { warmUp } from '../../../src/code/warmUp';

describe('Warming up', () => {
  it('gives the editor a turn whenever a slice is over', async () => {
    let looks = 0;
    let turns = 0;
    await warmUp({
      get isOver() {
        return ++looks % 2 === 0;
      },
      next: async () => void turns++,
    });
    assert.ok(turns > 10);
    assert.equal(turns, Math.floor(looks / 2));
  });
});
