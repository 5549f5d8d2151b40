import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Uri } from 'vscode';
import { listKey, listsOf } from '../../../src/core/store/listStorage';
import { createFileStorage } from '../../../src/ui/fileStorage';

describe('The lists on disk', () => {
  let folder: string;
  const lines: string[] = [];
  const log = (line: string) => void lines.push(line);
  const storageIn = (path: string) => createFileStorage(Uri.file(path), { info: log, debug: log, warn: log });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lists-'));
    lines.length = 0;
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('come back as they were written, and what is not there is nothing', async () => {
    const storage = storageIn(folder);
    await storage.write('ada-1', '{"Größe":"🧪"}');
    assert.equal(await storage.read('ada-1'), '{"Größe":"🧪"}');
    assert.equal(await storage.read('ada-2'), undefined);
    assert.deepEqual(lines, []);
  });

  it('of one account are all gone when it leaves, even one that was just being written', async () => {
    const storage = storageIn(folder);
    await storage.write(listKey('ada', 1), 'list');
    await storage.write(listKey('bob', 1), 'list');
    void storage.write(listKey('ada', 2), 'list');
    await storage.remove(listsOf('ada'));
    assert.deepEqual(await readdir(join(folder, 'lists')), [`${listKey('bob', 1)}.json`]);
  });

  it('need not exist to be removed', async () => {
    await storageIn(join(folder, 'never made')).remove(listsOf('ada'));
    assert.deepEqual(lines, []);
  });

  it('cost no more than a line in the log where they cannot be kept', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    await storageIn(file).write('ada-1', 'list');
    assert.match(lines.join(), /could not be kept/);
  });
});
