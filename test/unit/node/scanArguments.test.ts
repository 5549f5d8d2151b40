import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseScanArguments } from '../../../src/node/scanArguments';
import { createTemporaryFolder } from '../../support/temporaryFolder';

describe('The arguments of a scan', () => {
  it('are a folder, keys of the project and what to print', async () => {
    await using folder = await createTemporaryFolder();
    await writeFile(join(folder.path, 'keys.txt'), 'new-nav\r\n\nold-nav\n');
    const parse = (...args: string[]) => parseScanArguments(args, folder.path);
    assert.deepEqual(parse('.'), {
      folder: folder.path,
      keys: undefined,
      includesDynamic: false,
      showsBranches: false,
    });
    const all = parse('.', '--keys', 'a, b', '--keys-file', 'keys.txt', '--include-dynamic', '--branches');
    assert.deepEqual([...(all.keys ?? [])], ['a', 'b', 'new-nav', 'old-nav']);
    assert.equal(all.includesDynamic && all.showsBranches, true);
  });

  it('are refused in one sentence that says what is wrong', () => {
    const refused: readonly (readonly [readonly string[], RegExp])[] = [
      [[], /^Say which folder to scan\. Usage: scan /],
      [['no-such-folder'], /^There is no folder "no-such-folder"\.$/],
      [['.', 'more'], /^One folder at a time, not also "more"\. Usage/],
      [['.', '--what'], /^Unknown option '--what'\. Usage/],
      [['.', '--keys'], /--keys.*argument missing\. Usage/],
      [['.', '--keys', ' , '], /^--keys names no key\.$/],
      [['.', '--keys-file', 'none.txt'], /^The file of keys "none\.txt" cannot be read \(ENOENT\)\.$/],
    ];
    for (const [args, message] of refused)
      assert.throws(() => parseScanArguments(args, process.cwd()), { message }, args.join(' '));
  });
});
