import assert from 'node:assert/strict';
import { call, createIndexer, flags, said, use } from '../../support/testIndex';

describe('What the index tells', () => {
  it('reads folders that are opened and forgets those that are closed', async () => {
    const index = createIndexer({ 'a.ts': call });
    await index.settled();
    index.addRoot('1', { 'b.ts': call });
    assert.deepEqual(await said(index), ['a.ts:1 new-nav call', '1/b.ts:1 new-nav call'].toSorted());
    index.removeRoot('1');
    assert.deepEqual(await said(index), ['a.ts:1 new-nav call']);
  });

  it('looks anew when other files are excluded', async () => {
    const index = createIndexer({ 'a.ts': call, 'fixtures/b.ts': call });
    assert.equal((await said(index)).length, 2);
    index.exclude('**/fixtures');
    assert.deepEqual(await said(index), ['a.ts:1 new-nav call']);
  });

  it('says when there are more files than it reads', async () => {
    const index = createIndexer({ 'a.ts': call, 'b.ts': call, 'c.ts': call }, { maxFiles: 2 });
    assert.equal((await said(index)).length, 2);
    assert.equal(index.summary?.isCut, true);
  });

  it('says why a folder cannot be read, and goes on with the next change', async () => {
    const index = createIndexer({ 'a.ts': call });
    index.failing = 'The disk is gone.';
    await index.settled();
    assert.equal(index.failure, 'The disk is gone.');
    index.failing = undefined;
    index.write('a.ts', call);
    assert.deepEqual(await said(index), ['a.ts:1 new-nav call']);
  });

  it('tells no more once it is ended', async () => {
    const index = createIndexer({ 'a.ts': call });
    index.end();
    assert.deepEqual(await said(index), []);
    assert.equal(index.summary, undefined);
  });

  it('tells only what is other than before', async () => {
    const index = createIndexer({ 'a.ts': call, 'b.ts': call });
    await index.settled();
    index.told.length = 0;
    index.write('a.ts', `// moved\n${call}`);
    index.write('b.ts', `${call} // same place`);
    await index.settled();
    assert.deepEqual(index.told, ['0/a.ts']);
  });

  it('tells open documents what other files say, once somebody asks, and then what changes of it', async () => {
    const index = createIndexer({ 'flags.ts': flags, 'use.ts': use });
    await index.settled();
    assert.deepEqual(index.contextPaths, []);
    index.askContext();
    await index.settled();
    assert.deepEqual(index.contextPaths, ['0/flags.ts']);
    index.contextPaths.length = 0;
    index.write('use.ts', `${use}\n`);
    await index.settled();
    assert.deepEqual(index.contextPaths, []);
  });
});
