import assert from 'node:assert/strict';
import { createExclusion } from '../../../../src/code/index/excludeGlobs';

const excludes = (glob: string, path: string) => createExclusion([glob])(path);

describe('Globs that leave files out', () => {
  it('are those of the settings of VS Code', () => {
    assert.equal(excludes('**/fixtures', 'a/fixtures'), true);
    assert.equal(excludes('**/fixtures/**', 'a/fixtures'), true);
    assert.equal(excludes('**/*.{js,map}', 'a/b.map'), true);
    assert.equal(excludes('**/*.{js,map}', 'a/b.ts'), false);
    assert.equal(excludes('docs', 'docs'), true);
    assert.equal(excludes('docs', 'a/docs'), false);
    assert.equal(excludes('**/test[0-9].ts', 'test3.ts'), true);
    assert.equal(excludes('packages/*/legacy', 'packages/web/legacy'), true);
    assert.equal(excludes('packages/*/legacy', 'packages/web/src/legacy'), false);
  });

  it('leave nothing out when there are none', () => {
    assert.equal(createExclusion([])('a.ts'), false);
  });
});
