import assert from 'node:assert/strict';
import { isOutputFolder } from '../../../../src/code/index/outputFolders';

describe('Folders of packages and build output', () => {
  it('are known by name, or by the tool beside them', () => {
    assert.equal(isOutputFolder('node_modules', []), true);
    assert.equal(isOutputFolder('build', ['package.json', 'src']), true);
    assert.equal(isOutputFolder('vendor', ['go.mod']), true);
    assert.equal(isOutputFolder('obj', ['Shop.csproj']), true);
  });

  it('are not taken from names that a source folder may have', () => {
    assert.equal(isOutputFolder('build', ['main.kt']), false);
    assert.equal(isOutputFolder('vendor', ['invoice']), false);
    assert.equal(isOutputFolder('constructor', []), false);
  });
});
