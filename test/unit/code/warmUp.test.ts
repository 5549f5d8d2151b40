import assert from 'node:assert/strict';
import { warmUp } from '../../../src/code/warmUp';

describe('Warming up', () => {
  it('gives the editor a turn after each text, and waits for it', async () => {
    let turns = 0;
    let give: () => void = () => undefined;
    const next = async () => {
      turns++;
      await new Promise<void>((resolve) => (give = resolve));
    };
    const warm = warmUp({ next });
    await new Promise(setImmediate);
    assert.equal(turns, 1);
    const giving = setInterval(() => give());
    await warm;
    clearInterval(giving);
    assert.ok(turns > 40, `${turns} turns`);
  });
});
