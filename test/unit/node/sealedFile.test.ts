import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findSealed, writeSealed } from '../../../src/node/sealedFile';
import { createTemporaryFolder } from '../../support/temporaryFolder';

describe('A sealed file', () => {
  it('gives back what it was given, and nothing when it is of another form', async () => {
    await using folder = await createTemporaryFolder();
    const file = join(folder.path, 'deep', 'kept');
    assert.equal(findSealed(file, 'one'), undefined);
    writeSealed(file, 'one', ['a\n', '\0\u00ff', '']);
    assert.equal(findSealed(file, 'one'), 'a\n\0\u00ff');
    assert.equal(findSealed(file, 'two'), undefined);
    writeSealed(file, 'one', []);
    assert.equal(findSealed(file, 'one'), '');
  });

  it('gives nothing when it was cut off or damaged anywhere', async () => {
    await using folder = await createTemporaryFolder();
    const file = join(folder.path, 'kept');
    writeSealed(file, 'one', ['what is kept']);
    const bytes = await readFile(file);
    for (let at = 0; at < bytes.length; at++) {
      await writeFile(file, bytes.subarray(0, at));
      assert.equal(findSealed(file, 'one'), undefined, `cut at ${at}`);
      await writeFile(
        file,
        bytes.map((byte, each) => (each === at ? byte ^ 1 : byte)),
      );
      assert.equal(findSealed(file, 'one'), undefined, `damaged at ${at}`);
    }
  });
});
