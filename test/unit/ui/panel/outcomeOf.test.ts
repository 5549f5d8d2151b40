import assert from 'node:assert/strict';
import { outcomeOf } from '../../../../src/ui/panel/outcomeOf';

describe('What became of a command', () => {
  it('is told by what it resolved to', () => {
    assert.deepEqual(outcomeOf({ id: 311 }), { kind: 'done' });
    assert.deepEqual(outcomeOf(undefined), { kind: 'cancelled' });
    assert.deepEqual(outcomeOf({ refused: 'It is running.' }), {
      kind: 'refused',
      reason: 'It is running.',
    });
  });
});
