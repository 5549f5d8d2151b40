import assert from 'node:assert/strict';
import { folderOf, joinPaths, nameOf } from '../../../src/code/path';

describe('A path', () => {
  it('has a folder and a name', () => {
    assert.deepEqual(
      ['a/b/c.ts', 'c.ts', 'a/'].map((path) => [folderOf(path), nameOf(path)]),
      [
        ['a/b', 'c.ts'],
        ['', 'c.ts'],
        ['a', ''],
      ],
    );
  });

  it('leads on from a folder, and never out of the root', () => {
    assert.deepEqual(
      [
        joinPaths('a/b', '../c'),
        joinPaths('', './c'),
        joinPaths('a', '../../../c'),
        joinPaths('a', 'b//c/.'),
      ],
      ['a/c', 'c', 'c', 'a/b/c'],
    );
  });
});
