import assert from 'node:assert/strict';
import { isMinified, isMinifiedName } from '../../../../src/code/index/fileLimits';

describe('Packed files', () => {
  it('are known by name', () => {
    assert.equal(isMinifiedName('vendor/jquery.min.js'), true);
    assert.equal(isMinifiedName('src/admin.js'), false);
  });

  it('are known by the length of their lines, once there is enough to judge by', () => {
    assert.equal(isMinified('a();'.repeat(5_000)), true);
    assert.equal(isMinified('a();\n'.repeat(5_000)), false);
    assert.equal(isMinified('a();'.repeat(100)), false);
    // One long line among many is data, such as a picture.
    assert.equal(isMinified(`${'a();\n'.repeat(5_000)}${'x'.repeat(50_000)}`), false);
  });
});
