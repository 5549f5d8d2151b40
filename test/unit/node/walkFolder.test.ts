import assert from 'node:assert/strict';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { nothingSkipped } from '../../../src/code/index/fileSource';
import { walkFolder } from '../../../src/node/walkFolder';
import { createTemporaryFolder } from '../../support/temporaryFolder';

async function write(root: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}

function walk(root: string, options: { only?: string; exclude?: string } = {}) {
  const skipped = nothingSkipped();
  const found = walkFolder(
    root,
    {
      wants: (path) => path.endsWith('s'),
      isExcluded: (path) => path === options.exclude,
      ...(options.only !== undefined && { only: options.only }),
    },
    skipped,
  );
  return { paths: [...found].map(({ path }) => path).toSorted(), skipped };
}

describe('Walking a folder', () => {
  it('finds what is worth reading, and counts what is not', async () => {
    await using folder = await createTemporaryFolder();
    await write(folder.path, {
      'package.json': '{}',
      'a.ts': '',
      'src/b.ts': '',
      'src/readme.md': '',
      'src/lib.min.js': '',
      'node_modules/x/index.js': '',
      'build/out.js': '',
      'src/build/kept.ts': '',
      'large.ts': 'x'.repeat(1_000_001),
    });
    const { paths, skipped } = walk(folder.path);
    assert.deepEqual(paths, ['a.ts', 'src/b.ts', 'src/build/kept.ts']);
    assert.deepEqual(skipped, { folders: 2, minified: 1, tooLarge: 1, unreadable: 0 });
  });

  it('leaves out what git ignores, by the files of all folders', async () => {
    await using folder = await createTemporaryFolder();
    await write(folder.path, {
      '.gitignore': 'gen/\n*.tmp.ts\n',
      'gen/a.ts': '',
      'a.tmp.ts': '',
      'b/.gitignore': '!keep.tmp.ts\nlocal.ts\n',
      'b/keep.tmp.ts': '',
      'b/other.tmp.ts': '',
      'b/local.ts': '',
      'b/c/local.ts': '',
      'b/c/d.ts': '',
      'local.ts': '',
    });
    assert.deepEqual(walk(folder.path).paths, ['b/c/d.ts', 'b/keep.tmp.ts', 'local.ts']);
  });

  it('obeys what lies above it in the repository, unless that ignores the folder itself', async () => {
    await using folder = await createTemporaryFolder();
    await write(folder.path, {
      '.git/info/exclude': '*.private.ts',
      '.gitignore': '*.gen.ts\nsamples/\n',
      'web/a.ts': '',
      'web/a.gen.ts': '',
      'web/a.private.ts': '',
      'samples/b.gen.ts': '',
    });
    assert.deepEqual(walk(join(folder.path, 'web')).paths, ['a.ts']);
    assert.deepEqual(walk(join(folder.path, 'samples')).paths, ['b.gen.ts']);
  });

  it('leaves out what the settings exclude, and follows no link', async () => {
    await using folder = await createTemporaryFolder();
    await write(folder.path, { 'a/x.ts': '', 'b/y.ts': '' });
    await symlink(join(folder.path, 'a'), join(folder.path, 'b/loop'));
    assert.deepEqual(walk(folder.path, { exclude: 'a' }).paths, ['b/y.ts']);
  });

  it('judges one path as it would among all', async () => {
    await using folder = await createTemporaryFolder();
    await write(folder.path, { '.gitignore': 'gen/', 'gen/a.ts': '', 'b/c.ts': '', 'b/d.ts': '' });
    assert.deepEqual(walk(folder.path, { only: 'b/c.ts' }).paths, ['b/c.ts']);
    assert.deepEqual(walk(folder.path, { only: 'gen/a.ts' }).paths, []);
    assert.deepEqual(walk(folder.path, { only: 'b/gone.ts' }).paths, []);
  });

  it('fails when the folder itself cannot be read', async () => {
    await using folder = await createTemporaryFolder();
    assert.throws(() => walk(join(folder.path, 'none')), { code: 'ENOENT' });
  });
});
