import assert from 'node:assert/strict';
import { nameObstacle } from '../../../../src/core/experiment/experimentName';

describe('The name of an experiment', () => {
  it('is not empty and has at most 400 characters', () => {
    for (const name of ['a', 'x'.repeat(400)]) assert.equal(nameObstacle(name), undefined);
    for (const name of ['', '  ', '\n', 'x'.repeat(401)]) assert.notEqual(nameObstacle(name), undefined);
  });
});
